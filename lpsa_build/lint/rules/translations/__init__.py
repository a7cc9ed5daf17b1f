"""Rules of family 5: translations."""

from __future__ import annotations

from lpsa_build.lint.rule import Rule
from lpsa_build.lint.rules.translations import (
    fewer_labels,
    missing_translated_definition,
    missing_translation,
    other_terms_named,
    shared_translation,
    stale_translation,
    translation_ahead,
    translation_without_label,
    untranslated_label,
    untranslated_text,
    wrong_language,
    wrong_script,
)

RULES: tuple[Rule, ...] = (
    fewer_labels.RULE,
    missing_translated_definition.RULE,
    missing_translation.RULE,
    other_terms_named.RULE,
    shared_translation.RULE,
    stale_translation.RULE,
    translation_ahead.RULE,
    translation_without_label.RULE,
    untranslated_label.RULE,
    untranslated_text.RULE,
    wrong_language.RULE,
    wrong_script.RULE,
)
