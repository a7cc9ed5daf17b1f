"""Rules of family 4: usage in prose."""

from __future__ import annotations

from lpsa_build.lint.rule import Rule
from lpsa_build.lint.rules.usage import avoided_label, mixed_spelling

RULES: tuple[Rule, ...] = (avoided_label.RULE, mixed_spelling.RULE)
