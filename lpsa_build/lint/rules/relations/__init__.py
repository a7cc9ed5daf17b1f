"""Rules of family 2: relations and coverage."""

from __future__ import annotations

from lpsa_build.lint.rule import Rule
from lpsa_build.lint.rules.relations import (
    dangling_reference,
)

RULES: tuple[Rule, ...] = (dangling_reference.RULE,)
