"""Rules of family 5: translations."""

from __future__ import annotations

from lpsa_build.lint.rule import Rule

RULES: tuple[Rule, ...] = ()
