"""Whether an abbreviation can have been made from a name."""

from __future__ import annotations

import re
import unicodedata

_WORD = re.compile(r"[^\W\d_]+")
_PARTS = re.compile(
    r"(?:anti|auto|bio|co|cyber|de|electro|extra|geo|hydro|hyper|infra|inter|intra|macro|micro|mid|"
    r"multi|neo|non|over|photo|post|pre|re|semi|socio|sub|super|supra|sur|tele|trans|ultra|under|"
    r"back|band|broad|cross|data|down|fire|gate|hard|head|life|middle|news|soft|time|up|web|work)"
    r"(?=[a-z]{3})|(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])"
)
"""English prefixes and first parts of compounds; where capitals part a word (XMLHttp)."""


def can_abbreviate(short: str, name: str, *, english: bool = True) -> bool:
    """Tell whether the letters of ``short`` stand in ``name`` in their order.

    A word is entered at its first letter, or at an ``x`` (*user experience*: UX), and may be
    skipped. Inside a word the next letter counts (capital expenditure: CAPEX), and that after a
    prefix (subnational government: SNG); in other languages than English any letter that follows.
    Case, accents, digits and signs of the abbreviation do not count, nor does an ``s`` of the
    plural.
    """
    words = [(_letters(word), _starts(word)) for word in _WORD.findall(_composed(name))]
    return any(
        _fits(_letters(letters), words, english=english)
        for letters in (short, short.removesuffix("s"))
    )


def _starts(word: str) -> frozenset[int]:
    """Return the offsets at which a part of a word begins."""
    return frozenset({0, *(match.end() for match in _PARTS.finditer(word[:1].lower() + word[1:]))})


def _fits(letters: str, words: list[tuple[str, frozenset[int]]], *, english: bool) -> bool:
    """Tell whether letters can be taken from words; numbers say how many have been taken."""
    reached = {0}
    for word, starts in words:
        inside: set[int] = set()
        just: set[int] = set()
        for place, letter in enumerate(word):
            begun = just | (inside if place in starts or not english else set())
            begun |= reached if place == 0 or letter == "x" else set()
            just = {taken + 1 for taken in begun if letters[taken : taken + 1] == letter}
            inside |= just
        reached |= inside
    return len(letters) in reached


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def _letters(text: str) -> str:
    decomposed = unicodedata.normalize("NFD", text.casefold())
    return "".join(letter for letter in decomposed if letter.isalpha())
