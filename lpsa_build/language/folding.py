"""Words of a text in the shape in which they are compared."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from lpsa_build.language import arabic
from lpsa_build.language.spelling import american

_MARKS = "\u0300-\u036f\u064b-\u0652\u0670\u0640"  # accents, Arabic vowel signs, tatweel
WORD = re.compile(f"[^\\W_]+(?:[{_MARKS}]+[^\\W_]*)*")
_MARK = re.compile(f"[{_MARKS}]")


@lru_cache(maxsize=1 << 16)
def fold(word: str) -> str:
    """Return one word folded: case, accents, British spelling, Arabic signs and letter variants.

    The spelling rules look at English endings only; the few words of other languages that end
    alike are folded alike on both sides of a comparison, so nothing is lost by it.
    """
    if word.isascii():
        return american(word.lower())
    plain = _MARK.sub("", unicodedata.normalize("NFD", word.casefold()))
    return american(unicodedata.normalize("NFC", plain).translate(arabic.LETTERS))


def folded_words(text: str) -> tuple[str, ...]:
    """Return the folded words of a label or phrase; Arabic ones without their article."""
    return tuple(
        arabic.without_article(word) if arabic.is_arabic(word) else word
        for word in (fold(match) for match in WORD.findall(text))
    )


@lru_cache(maxsize=1 << 16)
def readings(word: str) -> tuple[str, ...]:
    """Return the folded shapes that a word of running text may be compared in."""
    folded = fold(word)
    return arabic.readings(folded) if arabic.is_arabic(folded) else (folded,)
