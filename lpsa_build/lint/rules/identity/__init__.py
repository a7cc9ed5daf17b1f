"""Rules of family 1: identity and labels."""

from __future__ import annotations

from lpsa_build.lint.rule import Rule

RULES: tuple[Rule, ...] = ()
