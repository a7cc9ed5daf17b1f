"""Words of a text in the shape in which they are compared."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

WORD = re.compile(r"[^\W_]+(?:[\u0300-\u036f\u064b-\u0652\u0640]+[^\W_]*)*")
_MARKS = re.compile(r"[\u0300-\u036f\u064b-\u0652\u0640]")
_Z_SPELLING = re.compile(r"(?<=[a-z]{3})is(?=(?:e[drs]?|ers|ing|ations?|ational)$)")
_ARABIC = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ى": "ي", "ة": "ه"})


@lru_cache(maxsize=1 << 16)
def fold(word: str) -> str:
    """Return one word folded: case, accents, Arabic vowel signs and letter variants, -ise/-ize.

    The spelling rule works on English endings only; the few words of other languages that end
    alike are folded alike on both sides of a comparison, so nothing is lost by it.
    """
    plain = _MARKS.sub("", unicodedata.normalize("NFD", word.casefold()))
    plain = unicodedata.normalize("NFC", plain).translate(_ARABIC)
    return _Z_SPELLING.sub("iz", plain)


def folded_words(text: str) -> tuple[str, ...]:
    """Return the folded words of a label or phrase."""
    return tuple(fold(word) for word in WORD.findall(text))
