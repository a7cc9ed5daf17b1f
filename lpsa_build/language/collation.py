"""Alphabetical order, by the rules of CLDR (Unicode Technical Standard 10 and 35, part 5).

Letters are compared first, then their accents, then small before capital. Spaces and punctuation
count, and come before figures, and figures before letters (CLDR root, "non-ignorable"). English,
French and Portuguese have the root order. Spanish has Ñ as a letter after N. Arabic has its own
letters before others, one letter for hamza on every seat and alef, آ as ءا, ة beside ت, and ى
beside ي. What CLDR leaves to others: a label is filed without the Arabic article, as dictionaries
and library catalogs do.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from lpsa_build.language.arabic import ARTICLE

OTHERS = "#"
"""The heading of labels that do not begin with a letter."""
_PUNCTUATION = "_-‐‑‒–—,،;؛:!¡?¿؟.·'‘’\"“”«»()[]{}§¶@*/\\&#%‰†•`´^¨°©®+±÷×<=>|~"
_ACCENTS = "\u0301\u0300\u0306\u0302\u030c\u030a\u0308\u030b\u0303\u0307\u0327\u0328\u0304"
"""In the order in which the root collation has them: acute, grave, breve, circumflex …"""
_LIGATURES = {"œ": "oe", "æ": "ae", "ß": "ss"}
_TATWEEL = "\u0640"
_ALEF = "\u0627\u0671"
_SPANISH_N = "n\u0303"
_ARABIC = {
    one: (group[-1], number)
    for group in ("ءأؤإئا", "ةت", "ىي")
    for number, one in enumerate(group, 1)
} | {"ٱ": ("ا\u0303", 0)}
"""Letters that differ from the last of their group as accented letters do from a plain one."""
_ROOTED = re.compile("التزام|التماس|التباس|التحاق|التقاء|التفات|التهاب|التئام")
"""Words that begin with the letters of the article and have none."""
_SHORTEST = 4
"""Letters of the shortest word with the article."""
_REST = 200
"""Above the rank of every sign of ``_PUNCTUATION``."""


class SortKey(NamedTuple):
    """What is compared: letters, accents, capitals, and at last the text, so that no two tie."""

    letters: tuple[tuple[int, str], ...]
    accents: tuple[int, ...]
    capitals: tuple[bool, ...]
    text: str


class _Letter(NamedTuple):
    rank: int
    letter: str
    accents: tuple[int, ...]
    capital: bool


@lru_cache(maxsize=1 << 14)
def sort_key(text: str, language: str) -> SortKey:
    """Return what sorts ``text`` among others in ``language`` (a code: ``es``)."""
    found = tuple(_letters(text, language))
    return SortKey(
        tuple((one.rank, one.letter) for one in found),
        tuple(chain.from_iterable(one.accents for one in found)),
        tuple(one.capital for one in found),
        text,
    )


def heading(text: str, language: str) -> str:
    """Return the letter under which a label stands: É under E, أ under ا, a figure under ``#``."""
    for one in _letters(text, language):
        if one.letter[0].isalpha():
            kept = one.letter if one.letter == _SPANISH_N else one.letter[0]
            return unicodedata.normalize("NFC", kept.upper())
        if one.letter.isdigit():
            break
    return OTHERS


def _letters(text: str, language: str) -> list[_Letter]:
    """Return what a text is compared by, without the marks that count for nothing."""
    composed = unicodedata.normalize("NFC", _without_article(text, language))
    if language == "ar":
        composed = composed.replace("آ", "ءا")
    found: list[_Letter] = []
    for character in composed:
        if unicodedata.category(character) != "Mn":
            found += _read(character, language)
        elif found:
            found[-1] = found[-1]._replace(accents=(*found[-1].accents, _accent(character)))
    return found


def _read(character: str, language: str) -> list[_Letter]:
    """Return one character as a letter with its accents, or the two letters of a ligature."""
    small = character.lower()
    capital = small != character
    rank = _rank(small, language)
    if character == _TATWEEL:
        return []
    if language == "es" and small == "ñ":
        return [_Letter(rank, _SPANISH_N, (0,), capital)]
    if language == "ar" and small in _ARABIC:
        letter, variant = _ARABIC[small]
        return [_Letter(rank, letter, (variant,), capital)]
    if pair := _LIGATURES.get(small):
        first, second = pair[0], pair[1]
        marked = (0, _accent(small))
        return [_Letter(rank, first, marked, capital), _Letter(rank, second, (0,), capital)]
    parts = unicodedata.normalize("NFD", small)
    return [_Letter(rank, parts[0], (0, *map(_accent, parts[1:])), capital)]


def _accent(mark: str) -> int:
    """Return the weight of an accent: above those of the variants of a letter."""
    at = _ACCENTS.find(mark)
    return 10 + at if at >= 0 else 10 + len(_ACCENTS) + ord(mark)


def _rank(character: str, language: str) -> int:
    """Return the place of a character's group: spaces, punctuation, signs, figures, letters."""
    if character.isspace():
        return 0
    if (at := _PUNCTUATION.find(character)) >= 0:
        return 1 + at
    if character.isdigit():
        return _REST + 1
    if not character.isalpha():
        return _REST
    is_arabic = "\u0600" <= character <= "\u06ff"
    return _REST + 2 if is_arabic or language != "ar" else _REST + 3


def _without_article(text: str, language: str) -> str:
    """Return an Arabic label without the article of its first word."""
    if language != "ar" or not text or text[0] not in _ALEF:
        return text
    letters = [at for at, one in enumerate(text) if unicodedata.category(one) != "Mn"]
    bare = "".join(text[at] for at in letters)
    first = bare.split()[0]
    if not first[1:].startswith(ARTICLE[1:]) or len(first) < _SHORTEST or _ROOTED.match(bare):
        return text
    return text[letters[2] :]
