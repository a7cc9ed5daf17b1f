"""Rules of family 4: usage in prose."""

from __future__ import annotations

from lpsa_build.lint.rule import Rule
from lpsa_build.lint.rules.usage import (
    ambiguous_mention,
    avoided_label,
    broken_link,
    case_drift,
    conflicting_redefinition,
    crowded_links,
    deprecated_in_definition,
    deprecated_label,
    empty_link,
    everyday_word,
    insecure_link,
    misplaced_link,
    missing_alternative_text,
    mixed_spelling,
    narrower_redefinition,
    repeated_heading_id,
    skipped_heading_level,
    unknown_citation,
    unknown_mark,
    vague_link,
)

RULES: tuple[Rule, ...] = (
    ambiguous_mention.RULE,
    avoided_label.RULE,
    broken_link.RULE,
    case_drift.RULE,
    conflicting_redefinition.RULE,
    crowded_links.RULE,
    deprecated_in_definition.RULE,
    deprecated_label.RULE,
    empty_link.RULE,
    everyday_word.RULE,
    insecure_link.RULE,
    misplaced_link.RULE,
    missing_alternative_text.RULE,
    mixed_spelling.RULE,
    narrower_redefinition.RULE,
    repeated_heading_id.RULE,
    skipped_heading_level.RULE,
    unknown_citation.RULE,
    unknown_mark.RULE,
    vague_link.RULE,
)
