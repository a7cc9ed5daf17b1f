"""Arabic: letters that are written in several ways, the article and other prefixes, number.

A label is kept without its article; a word of the text is read in every way in which prefixes can
be taken off it. Broken plurals cannot be made by rule: they are written under ``variants``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

LETTER = "\u0620-\u063f\u0641-\u064a\u0671-\u06d5\u06fa-\u06fc"
LETTERS = str.maketrans(
    {"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ة": "ه", "ؤ": "و", "ئ": "ي"}
)
WORD = re.compile(r"[\u0621-\u064a]+")
ARTICLE = "ال"
CONJUNCTIONS = ("و", "ف")
PREPOSITIONS = ("ب", "ك", "ل")
SHORTEST = 3
"""Letters that must be left when a prefix is taken off."""


def is_arabic(word: str) -> bool:
    """Tell whether a word is written in Arabic letters."""
    return "\u0621" <= word[:1] <= "\u064a"


def without_article(word: str) -> str:
    """Return a folded word without the article."""
    rest = word.removeprefix(ARTICLE)
    return rest if len(rest) >= SHORTEST else word


def readings(word: str) -> tuple[str, ...]:
    """Return every way to read a folded word of a text as prefixes and a word without article."""
    found = {word: None, without_article(word): None}
    stems = [word, *(word[1:] for prefix in CONJUNCTIONS if word.startswith(prefix))]
    for stem in stems:
        found[stem] = None
        found[without_article(stem)] = None
        if stem.startswith("لل"):
            found[stem[2:]] = None
            found[stem[1:]] = None
        for prefix in PREPOSITIONS:
            if stem.startswith(prefix):
                found[without_article(stem[1:])] = None
                found[stem[1:]] = None
    return tuple(stem for stem in found if len(stem) >= SHORTEST or stem == word)


def number(label: str) -> Iterator[str]:
    """Yield the label with its first word in the sound plural or the dual."""
    first, space, rest = label.partition(" ")
    if len(first) < SHORTEST or not is_arabic(first):
        return
    if first.endswith("ة"):
        stem = first[:-1]
        for ending in ("ات", "تان", "تين"):
            yield f"{stem}{ending}{space}{rest}"
    else:
        for ending in ("ات", "ون", "ين", "ان"):
            yield f"{first}{ending}{space}{rest}"
