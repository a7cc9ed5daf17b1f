"""Where words are talked about, and not used: what some call a thing, how to write a word."""

from __future__ import annotations

import re

from lpsa_build.mentions.writing import Writing

TALK = frozenset({"house_rule", "gist"})
"""Fields in which words are talked about: how to use them, and what others mean by them."""
DEFINING = frozenset({"definition", "scope_note"})
"""Fields that say what a term means."""
NAMING = re.compile(
    r"\b(?:call(?:ed|ing|s)?(?! (?:for|on|upon|to)\b)|known as|labell?ed|named|refer(?:red|s)? to "
    r"(?:\w+ )?as|so-called|speaks? of|termed"
    r"|(?:the|a|this|that) (?:label|phrase|spelling|term|word)"
    r"|formerly|appelée?s?|llamad[ao]s?|chamad[ao]s?)\b(?:\W+\w+){0,3}\W+$",
    re.IGNORECASE,
)
LOOK_BACK = 48


def is_talk(text: Writing, start: int) -> bool:
    """Tell whether the words at ``start`` are talked about: how to write them, who calls it so."""
    if text.field[-1] in TALK:
        return True
    before = text.text[max(0, start - LOOK_BACK) : start]
    return NAMING.search(re.split(r"[.!?;]\s", before)[-1]) is not None
