"""Rules of family 1: identity and labels."""

from __future__ import annotations

from lpsa_build.lint.rule import Rule
from lpsa_build.lint.rules.identity import (
    article_in_label,
    bad_id,
    capital_in_label,
    homograph,
    impossible_abbreviation,
    needless_label,
    plural_label,
    repeated_label,
    retired_label,
    reused_id,
    shared_label,
    typed_qualifier,
    unclean_label,
)

RULES: tuple[Rule, ...] = (
    article_in_label.RULE,
    bad_id.RULE,
    capital_in_label.RULE,
    homograph.RULE,
    impossible_abbreviation.RULE,
    needless_label.RULE,
    plural_label.RULE,
    repeated_label.RULE,
    retired_label.RULE,
    reused_id.RULE,
    shared_label.RULE,
    typed_qualifier.RULE,
    unclean_label.RULE,
)
