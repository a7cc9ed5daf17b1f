"""Abbreviations in a text: where each one is first used, and whether it is introduced there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lpsa_build.mentions.writing import Writing

ABBREVIATION = re.compile(
    r"(?<![\w.@/&-])(?=[A-Za-z&]*[A-Z][a-z]*[A-Z])[A-Z][A-Za-z&]{0,6}[A-Z&](?=s?\b)(?![-.’']\w)"
)
"""Two capitals or more, in a word of two to eight letters: OSR, SNGs, LoGICA."""
ROMAN = re.compile(r"[IVXLCDM]+")
KNOWN = frozenset(
    [
        "AIDS",
        "BC",
        "CEO",
        "CO",
        "COVID",
        "CSV",
        "DNA",
        "EU",
        "FAQ",
        "GDP",
        "GIS",
        "HIV",
        "HTML",
        "HTTP",
        "ID",
        "ISBN",
        "ISO",
        "IT",
        "JSON",
        "KB",
        "MB",
        "NGO",
        "OK",
        "PC",
        "PDF",
        "PhD",
        "TV",
        "UK",
        "UN",
        "URL",
        "US",
        "USA",
        "USD",
        "USSR",
        "VAT",
        "XLSX",
        "XML",
        "YAML",
        "AD",
        "AM",
        "PM",
        "GB",
        "ICT",
        "OECD",
    ]
)
"""Abbreviations that dictionaries for learners list as words, and formats of files."""
BRACKET = re.compile(r"\((?P<short>[A-Z][A-Za-z&]{1,7})\)")
WORD = re.compile(r"[^\W\d_]+")
STOP = re.compile(r"[.;:!?]\s|\n\s*\n")
LONGEST = 120
"""Characters in which a long form is sought."""
SMALL = frozenset(
    [
        "a",
        "an",
        "and",
        "at",
        "by",
        "de",
        "des",
        "du",
        "et",
        "for",
        "from",
        "in",
        "la",
        "le",
        "of",
        "on",
        "or",
        "the",
        "to",
        "with",
    ]
)


@dataclass(frozen=True)
class Introduction:
    """“own-source revenue (OSR)”: offsets of the long form, and of the abbreviation."""

    abbreviation: str
    start: int
    end: int
    long_form: str


def abbreviations(text: Writing) -> Iterator[tuple[int, int, str]]:
    """Yield start, end and letters of each abbreviation in running text that needs explaining."""
    for match in ABBREVIATION.finditer(text.prose.running):
        short = match.group()
        if short not in KNOWN and not ROMAN.fullmatch(short):
            yield match.start(), match.end(), short


def introductions(text: Writing) -> Iterator[Introduction]:
    """Yield each place where an abbreviation stands in brackets after its long form."""
    for match in BRACKET.finditer(text.text):
        end = len(text.text[: match.start()].rstrip())
        start = _long_form(text.text, end, match["short"])
        if start is not None:
            yield Introduction(match["short"], start, end, text.text[start:end])


def is_explained(text: Writing, short: str, at: int) -> bool:
    """Tell whether an abbreviation stands in brackets before ``at``, or has brackets after it."""
    inside = re.compile(rf"\([^()]*\b{re.escape(short)}s?\b[^()]*\)")
    after = re.compile(rf"{re.escape(short)}s?[*_]*\s+\([^()]*[a-z]{{3,}}[^()]*\)")
    begun = any(match.start() <= at for match in inside.finditer(text.text))
    return begun or after.match(text.text, at) is not None


def _long_form(text: str, end: int, short: str) -> int | None:
    """Return where the words begin that end at ``end`` and whose initials are the abbreviation."""
    letters = [letter.lower() for letter in short if letter.isupper()]
    begin = max(0, end - LONGEST)
    for stop in STOP.finditer(text, begin, end):
        begin = stop.end()
    initials: list[str] = []
    for word in reversed(list(WORD.finditer(text, begin, end))):
        if word.group().lower() not in SMALL:
            initials.insert(0, word.group()[0].lower())
            if initials == letters:
                return word.start()
    return None
