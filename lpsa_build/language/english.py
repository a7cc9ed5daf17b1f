"""English: number, compounds that are closed up or set apart, and clipped words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

IRREGULAR = {
    "bureau": ("bureaus", "bureaux"),
    "child": ("children",),
    "consortium": ("consortia", "consortiums"),
    "criterion": ("criteria",),
    "datum": ("data",),
    "foot": ("feet",),
    "forum": ("forums", "fora"),
    "half": ("halves",),
    "index": ("indexes", "indices"),
    "matrix": ("matrices", "matrixes"),
    "medium": ("media", "mediums"),
    "memorandum": ("memoranda", "memorandums"),
    "person": ("persons", "people"),
    "phenomenon": ("phenomena",),
    "referendum": ("referendums", "referenda"),
    "vertex": ("vertices", "vertexes"),
}
SINGULARS = {plural: noun for noun, forms in IRREGULAR.items() for plural in forms}
PREPOSITIONS = (
    "of|in|for|to|by|with|from|at|on|per|as|and|between|under|over|without"  # where a head ends
)
_HEAD = re.compile(rf"^(?P<head>.+?)(?P<rest>[\s-](?:{PREPOSITIONS})\b.*)?$", re.DOTALL)
_LAST_WORD = re.compile(r"[^\W\d_]+$")


def plurals(noun: str) -> tuple[str, ...]:
    """Return the plurals of one singular noun."""
    lower = noun.lower()
    if lower in IRREGULAR:
        return IRREGULAR[lower]
    if lower.endswith("sis"):
        return (noun[:-2] + "es",)
    if lower.endswith("man"):
        return (noun[:-2] + "en", noun + "s")
    if re.search(r"[^aeiou]y$", lower):
        return (noun[:-1] + "ies",)
    if re.search(r"(?:s|x|z|ch|sh)$", lower):
        return (noun + "es",)
    if re.search(r"[^aeiou]o$", lower):
        return (noun + "s", noun + "es")
    return (noun + "s",)


def singulars(noun: str) -> tuple[str, ...]:
    """Return what ``noun`` may be the plural of; empty if it does not look like a plural."""
    lower = noun.lower()
    if lower in SINGULARS:
        return (SINGULARS[lower],)
    if lower.endswith("men") and not lower.endswith(("amen", "imen", "cumen")):
        return (noun[:-2] + "an",)
    if len(lower) < 4 or not lower.endswith("s") or re.search(r"(?:ss|us|is)$", lower):
        return ()
    if lower.endswith("ies"):
        return (noun[:-3] + "y", noun[:-1])
    if re.search(r"[^s]ses$", lower):
        return (noun[:-1], noun[:-2], noun[:-2] + "is")  # licenses, censuses, analyses
    if re.search(r"(?:ss|x|z|ch|sh)es$", lower):
        return (noun[:-2],)
    return (noun[:-1],)


def number(label: str) -> Iterator[str]:
    """Yield the label with its head word, and with its last word, in the other number."""
    return iter(_in_other_number(label))


@lru_cache(maxsize=1 << 16)
def _in_other_number(label: str) -> tuple[str, ...]:
    return tuple(_other_numbers(label))


def _other_numbers(label: str) -> Iterator[str]:
    match = _HEAD.match(label)
    whole = [(match["head"], match["rest"])] if match and match["rest"] else []
    for head, rest in [*whole, (label, "")]:
        if last := _LAST_WORD.search(head):
            noun = last.group()
            for other in singulars(noun) or plurals(noun):
                yield f"{head[: last.start()]}{other}{rest}"


SECOND_PARTS = (
    "base|book|center|centre|code|file|frame|holder|keeper|keeping|line|maker|making|mark|name|page|"
    "payer|place|plan|point|room|server|set|site|space|store|system|ware|work"
)
_ENDINGS = tuple(part + plural for part in SECOND_PARTS.split("|") for plural in ("", "s"))
_CLOSED = re.compile(
    rf"\b(?P<first>[^\W\d_]{{3,}})(?P<second>(?:{SECOND_PARTS})s?)$", re.IGNORECASE
)

_SET_APART = re.compile(r"de(?=central|concentr)", re.IGNORECASE)
"""Set apart in English only (de-concentration): in French, ``de`` before these is a word."""


def closed_up(label: str) -> Iterator[str]:
    """Yield two words as one (policymaking, webpage), or one word as two (data center).

    A word is set apart before the second parts that are most often written both ways.
    """
    words = label.split(" ")
    if len(words) == 2 and min(map(len, words)) > 2 and label.replace(" ", "").isalpha():
        yield label.replace(" ", "")
    if match := _SET_APART.match(label):
        yield f"{match.group()}-{label[match.end() :]}"
    if label.lower().endswith(_ENDINGS) and (match := _CLOSED.search(label)):
        yield f"{label[: match.start()]}{match['first']} {match['second']}"


CLIPPED = {
    "app": "application",
    "config": "configuration",
    "info": "information",
    "memo": "memorandum",
    "repo": "repository",
    "spec": "specification",
    "stats": "statistics",
    "tech": "technology",
}
"""Words that are used short and long alike: cloud native apps, cloud native applications."""
_MAY_CLIP = re.compile(rf"\b(?:{'|'.join((*CLIPPED, *CLIPPED.values()))})s?\b", re.IGNORECASE)


def clipped(label: str) -> Iterator[str]:
    """Yield the label with a clipped word in full, or a full one clipped."""
    if not _MAY_CLIP.search(label):
        return
    for short, long in CLIPPED.items():
        for found, other in ((short, long), (long, short)):
            whole, changed = re.subn(rf"\b{found}(?=s?\b)", other, label, flags=re.IGNORECASE)
            if changed:
                yield whole
