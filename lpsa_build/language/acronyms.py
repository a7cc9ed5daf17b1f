"""Whether an abbreviation can have been made from a name."""

from __future__ import annotations

import re
import unicodedata

_WORD = re.compile(r"[^\W\d_]+")


def can_abbreviate(short: str, name: str) -> bool:
    """Tell whether the letters of ``short`` stand in ``name`` in their order.

    A word is entered at its first letter, or at an ``x`` (*user experience*: UX); words may be
    skipped. Case, accents, digits and signs of the abbreviation do not count, nor does an ``s`` of
    the plural.
    """
    letters = _letters(short.removesuffix("s"))
    words = [_letters(word) for word in _WORD.findall(_plain(name))]
    return _fits(letters, words) or _fits(_letters(short), words)


def _fits(letters: str, words: list[str]) -> bool:
    """Tell whether letters can be taken from words; ``reached`` are the numbers taken so far."""
    reached = {0}
    for word in words:
        inside: set[int] = set()
        for place, letter in enumerate(word):
            enter = reached if place == 0 or letter == "x" else set()
            inside |= {n + 1 for n in inside | enter if letters[n : n + 1] == letter}
        reached |= inside
    return len(letters) in reached


def _letters(text: str) -> str:
    return "".join(filter(str.isalpha, _plain(text)))


def _plain(text: str) -> str:
    decomposed = unicodedata.normalize("NFD", text.casefold())
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))
