"""Rules of family 1: identity and labels."""

from __future__ import annotations

from lpsa_build.lint.rule import Rule
from lpsa_build.lint.rules.identity import (
    bad_id,
    reused_id,
)

RULES: tuple[Rule, ...] = (
    bad_id.RULE,
    reused_id.RULE,
)
