"""Rules of family 3: how a definition is written."""

from __future__ import annotations

from lpsa_build.lint.rule import Rule
from lpsa_build.lint.rules.definitions import (
    capital_or_stop,
    circle_of_definitions,
    circular_definition,
    example_in_definition,
    field_at_start,
    genus_not_broader,
    genus_without_broader,
    hidden_definition,
    long_definition,
    mutual_definitions,
    near_duplicate_definition,
    negative_definition,
    odd_sibling,
    placeholder_definition,
    requirement_in_definition,
    same_definition,
    second_sentence,
    too_broad_definition,
    undefined_abbreviation,
    unsourced_definition,
    unwanted_opening,
    wrong_part_of_speech,
)

RULES: tuple[Rule, ...] = (
    capital_or_stop.RULE,
    circle_of_definitions.RULE,
    circular_definition.RULE,
    example_in_definition.RULE,
    field_at_start.RULE,
    genus_not_broader.RULE,
    genus_without_broader.RULE,
    hidden_definition.RULE,
    long_definition.RULE,
    mutual_definitions.RULE,
    near_duplicate_definition.RULE,
    negative_definition.RULE,
    odd_sibling.RULE,
    placeholder_definition.RULE,
    requirement_in_definition.RULE,
    same_definition.RULE,
    second_sentence.RULE,
    too_broad_definition.RULE,
    undefined_abbreviation.RULE,
    unsourced_definition.RULE,
    unwanted_opening.RULE,
    wrong_part_of_speech.RULE,
)
