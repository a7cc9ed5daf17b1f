"""Words of a text in the shape in which they are compared."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from lpsa_build.language import arabic
from lpsa_build.language.spelling import american

_JOINERS = "\u00ad\u200c\u200d"  # soft hyphen, and what binds or parts letters without a space
_ACCENTS = f"\u0300-\u036f{_JOINERS}"
_SIGNS = f"\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed{_JOINERS}"  # vowel signs, tatweel
_NOTES = "\u00b2\u00b3\u00b9\u2070-\u209c"  # raised and lowered figures
_LETTER = f"[^\\W_{_NOTES}{arabic.LETTER}]"
WORD = re.compile(
    f"[A-Za-z]+(?![\\w{_ACCENTS}])"  # most words, quickly
    f"|{_LETTER}+(?:[{_ACCENTS}]+{_LETTER}*)*"
    f"|[{arabic.LETTER}][{arabic.LETTER}{_SIGNS}]*"
    r"|&|/|(?<=\w)\.(?=\w)"
)
"""A word is of one script: in ``الـIFMIS`` there are two. ``&`` is one, for ``and``, and
so are a slash and a full stop between letters: ``key/value``, ``Node.js``."""
_FINAL = re.compile(r"\w\w[áàâãéèêíìîóòôõúùû]s?$")
_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae"})
_MARK = re.compile(f"[{_ACCENTS}{_SIGNS}]")


@lru_cache(maxsize=1 << 18)
def fold(word: str) -> str:
    """Return one word folded: case, accents, British spelling, Arabic signs and letter variants.

    The spelling rules look at English endings only; the few words of other languages that end
    alike are folded alike on both sides of a comparison, so nothing is lost by it.
    """
    if word.isascii():
        return american(word.lower()) if word != "&" else "and"
    composed = unicodedata.normalize("NFC", word.casefold().translate(_LIGATURES))
    plain = _MARK.sub("", unicodedata.normalize("NFD", arabic.one_seat(composed)))
    return american(unicodedata.normalize("NFC", plain).translate(arabic.LETTERS))


def accents_agree(label: str, words: str) -> bool:
    """Tell whether no word of a text ends in an accent that the label lacks (taxe, taxé).

    An accent may be missing in a text; one too many, at the end, makes another word in French,
    Spanish and Portuguese: most often a form of a verb.
    """
    if words.isascii():
        return True
    pairs = zip(WORD.findall(label), WORD.findall(words), strict=False)
    return all(bool(_FINAL.search(one)) or not _FINAL.search(other) for one, other in pairs)


@lru_cache(maxsize=1 << 17)
def folded_words(text: str) -> tuple[str, ...]:
    """Return the folded words of a label or phrase; Arabic ones without their article."""
    if text.isascii():
        return tuple(map(fold, WORD.findall(text)))
    return tuple(
        arabic.without_article(word) if arabic.is_arabic(word) else word
        for word in (fold(match) for match in WORD.findall(text))
    )


@lru_cache(maxsize=1 << 16)
def readings(word: str) -> tuple[str, ...]:
    """Return the folded shapes that a word of running text may be compared in."""
    folded = fold(word)
    if not arabic.is_arabic(folded):
        return (folded,)
    return arabic.readings(folded, feminine=_MARK.sub("", word).endswith("ة"))
