"""Where a mention may begin and end: not inside a word, a compound or an address.

``source`` is a text, ``running`` the same text with its markup blanked out.
"""

from __future__ import annotations

import re

from lpsa_build.language.arabic import GLUED
from lpsa_build.language.folding import WORD
from lpsa_build.source.pieces import BLANK

EMPHASIS = frozenset("*_~^=")
HYPHENS = frozenset("-\u2010\u2011")
SUFFIXES = frozenset(
    {"based", "centric", "driven", "financed", "free", "funded", "led", "level", "like", "managed",
     "oriented", "owned", "related", "run", "specific", "style", "supported", "wide"}
)  # fmt: skip
"""Endings of a hyphenated compound that leave the sense of what is before them alone."""
NEGATION = re.compile(r"\b(?:anti|ex|non|post|pre|pro|quasi)–$", re.IGNORECASE)
ADDRESS = re.compile(r"\w\.[a-z]{2,}(?:/[^\s/]+)*/$")
LONGEST_ADDRESS = 80
LETTER = re.compile(r"&[A-Za-z]{1,2}(?:acute|caron|cedil|circ|grave|lig|ring|slash|tilde|uml);")
LONGEST_ENTITY = 10


def opens(source: str, running: str, at: int) -> bool:
    """Tell whether a mention may begin at ``at``.

    After a number and a hyphen it may (``3-year``), after ``non-`` it may not.
    """
    if at == 0 or running[at - 1] in " \n":
        return True
    edge = _before_emphasis(source, running, at)
    before = source[edge - 1 : edge]
    if before in HYPHENS:
        edge = _before_emphasis(source, running, edge - 1)
        return not source[edge - 1 : edge].isalpha()
    if before == ".":
        return not (source[edge - 2 : edge - 1].isalnum() and _is_small(source[at]))
    if before == "–":
        return not NEGATION.search(source, max(0, edge - LONGEST_ENTITY), edge)
    if before == "/":
        return not ADDRESS.search(source, max(0, edge - LONGEST_ADDRESS), edge)
    if before == ";":
        start = source.rfind("&", max(0, edge - LONGEST_ENTITY), edge)
        return start < 0 or not LETTER.match(source, start)
    if edge < at and before.isalnum():
        return GLUED.search(source, max(0, edge - LONGEST_ENTITY), edge) is not None
    return before not in {"_", "&", "#", "@"}


def closes(source: str, running: str, at: int) -> bool:
    """Tell whether a mention may end at ``at``.

    Before a hyphen it may if the ending leaves the sense alone (``government-led``).
    """
    if at == len(running) or running[at] in " \n,":
        return True
    edge = _after_emphasis(source, running, at)
    after = source[edge : edge + 1]
    following = source[edge + 1 : edge + 2]
    if after in HYPHENS:
        edge = _after_emphasis(source, running, edge + 1)
        if word := WORD.match(source, edge):
            return word.group().lower() in SUFFIXES
        return following == "" or following in HYPHENS
    if after == ".":
        return not _is_small(following)
    if after == "&":
        return running[edge] == BLANK and not LETTER.match(source, edge)
    return after not in {"_", "@"} and not (edge > at and after.isalnum())


def _before_emphasis(source: str, running: str, at: int) -> int:
    while at and running[at - 1] == BLANK and source[at - 1] in EMPHASIS:
        at -= 1
    return at


def _after_emphasis(source: str, running: str, at: int) -> int:
    while at < len(running) and running[at] == BLANK and source[at] in EMPHASIS:
        at += 1
    return at


def _is_small(letter: str) -> bool:
    return "a" <= letter <= "z"
