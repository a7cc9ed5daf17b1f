"""Rules of family 6: frameworks and assessments."""

from __future__ import annotations

from lpsa_build.lint.rule import Rule

RULES: tuple[Rule, ...] = ()
