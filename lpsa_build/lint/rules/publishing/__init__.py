"""Rules of family 7: publishing and permanence."""

from __future__ import annotations

from lpsa_build.lint.rule import Rule
from lpsa_build.lint.rules.publishing import (
    address_taken,
)

RULES: tuple[Rule, ...] = (address_taken.RULE,)
