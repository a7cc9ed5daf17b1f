"""Rules of family 7: publishing and permanence."""

from __future__ import annotations

from lpsa_build.lint.rule import Rule

RULES: tuple[Rule, ...] = ()
