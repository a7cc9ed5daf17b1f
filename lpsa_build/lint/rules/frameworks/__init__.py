"""Rules of family 6: frameworks and assessments."""

from __future__ import annotations

from lpsa_build.lint.rule import Rule
from lpsa_build.lint.rules.frameworks import (
    changed_definition,
    disordered_scale,
    draft_term_in_item,
    duplicate_code,
    forgotten_weight,
    idle_setting,
    levels_disagree,
    look_alike_code,
    mismatched_period,
    mismatched_rescale,
    missing_score,
    scale_on_group,
    score_off_scale,
    unanchored_framework,
    unfit_aggregation,
    unknown_code,
    unknown_criterion,
    unknown_revision,
    unrecorded_revision,
    unusable_rescale,
    unusable_weight,
    weights_sum,
)

RULES: tuple[Rule, ...] = (
    changed_definition.RULE,
    disordered_scale.RULE,
    draft_term_in_item.RULE,
    duplicate_code.RULE,
    forgotten_weight.RULE,
    idle_setting.RULE,
    levels_disagree.RULE,
    look_alike_code.RULE,
    mismatched_period.RULE,
    mismatched_rescale.RULE,
    missing_score.RULE,
    scale_on_group.RULE,
    score_off_scale.RULE,
    unanchored_framework.RULE,
    unfit_aggregation.RULE,
    unknown_code.RULE,
    unknown_criterion.RULE,
    unknown_revision.RULE,
    unrecorded_revision.RULE,
    unusable_rescale.RULE,
    unusable_weight.RULE,
    weights_sum.RULE,
)
