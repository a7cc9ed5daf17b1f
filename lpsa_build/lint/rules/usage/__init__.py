"""Rules of family 4: usage in prose."""

from __future__ import annotations

from lpsa_build.lint.rule import Rule

RULES: tuple[Rule, ...] = ()
