"""Names of laws, bodies and works in running text: words whose capitals belong to a name."""

from __future__ import annotations

import re

CAPITAL_BEFORE = re.compile(
    r"(?P<word>[A-ZÀ-ÖØ-Þ][\w’'.-]*)\s+(?:(?:an?|and|de|des|du|for|of|on|the|[-–&])\s+){0,2}$"
)
CAPITAL_AFTER = re.compile(
    r"\s+(?:(?:an?|and|de|des|du|for|of|on|the|[-–&])\s+){0,2}(?:[A-ZÀ-ÖØ-Þ]|\d{4}\b)"
)
EXPANSION = re.compile(r"\b\w*[A-Z]\w*[A-Z]s? \([^()]*$")
"""Brackets after an abbreviation, in which capitals show its letters."""
NEXT_CAPITAL = re.compile(r"[ ]+[A-ZÀ-ÖØ-Þ][a-z]")
SENTENCE_BEFORE = re.compile(
    r"(?:^|[.!?:…؟|]|\n\s*\n|\n\s*(?:[-*+]|\d+\.))[\"”»)\]*_]*\s*[\"“«(\[*_–—-]*\s*$"
)
LOOK_BACK = 60


def opens_sentence(text: str, at: int) -> bool:
    """Tell whether the word at ``at`` may have its capital from being the first of a sentence."""
    before = text[max(0, at - LOOK_BACK) : at]
    if re.search(r"\n[ \t]*\n[^\w]*$", before) or (at < LOOK_BACK and not re.search(r"\w", before)):
        return True
    return SENTENCE_BEFORE.search(before) is not None


def part_of_name(text: str, start: int, end: int) -> bool:
    """Tell whether words stand in a name: they have capitals, and so does a word beside them.

    Words that may have their capital from opening a sentence need a capital right after them, or
    capitals on all of several words.
    """
    words = re.findall(r"[^\W\d_][\w’'-]*", text[start:end])
    capitals = [word[0].isupper() for word in words]
    if not any(capitals):
        return False
    if EXPANSION.search(text[max(0, start - LOOK_BACK) : start]):
        return True
    if opens_sentence(text, start) and not all(capitals[1:] or [False]):
        return len(words) == 1 and NEXT_CAPITAL.match(text, end) is not None
    before = CAPITAL_BEFORE.search(text[max(0, start - LOOK_BACK) : start])
    if before and not opens_sentence(text, max(0, start - LOOK_BACK) + before.start()):
        return True
    return CAPITAL_AFTER.match(text[end : end + LOOK_BACK]) is not None
