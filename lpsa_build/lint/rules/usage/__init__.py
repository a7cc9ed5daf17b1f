"""Rules of family 4: usage in prose."""

from __future__ import annotations

from lpsa_build.lint.rule import Rule
from lpsa_build.lint.rules.usage import (
    ambiguous_mention,
    avoided_label,
    broken_link,
    case_drift,
    deprecated_in_definition,
    deprecated_label,
    everyday_word,
    mixed_spelling,
    unknown_citation,
    unknown_mark,
)

RULES: tuple[Rule, ...] = (
    ambiguous_mention.RULE,
    avoided_label.RULE,
    broken_link.RULE,
    case_drift.RULE,
    deprecated_in_definition.RULE,
    deprecated_label.RULE,
    everyday_word.RULE,
    mixed_spelling.RULE,
    unknown_citation.RULE,
    unknown_mark.RULE,
)
