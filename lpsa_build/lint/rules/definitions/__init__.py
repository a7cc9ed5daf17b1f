"""Rules of family 3: how a definition is written."""

from __future__ import annotations

from lpsa_build.lint.rule import Rule
from lpsa_build.lint.rules.definitions import (
    long_definition,
)

RULES: tuple[Rule, ...] = (long_definition.RULE,)
