"""In which of the site's languages a text is written, told by its script and its small words."""

from __future__ import annotations

import re
from collections import Counter

from lpsa_build.language.folding import WORD
from lpsa_build.language.small_words import STOP_WORDS

SCRIPTS = {"ar": "Arabic"}
"""Language → its script; the others that the site knows are written in Latin letters."""
LATIN = re.compile(r"[A-Za-zÀ-ÖØ-öø-ɏ]")
ARABIC = re.compile(r"[\u0620-\u064a\u066e-\u06d3]")
CYRILLIC_OR_GREEK = re.compile(r"[\u0370-\u03ff\u0400-\u04ff]")
LETTERS = {"Latin": LATIN, "Arabic": ARABIC, "Cyrillic or Greek": CYRILLIC_OR_GREEK}
SPOKEN = ("en", "fr", "es", "pt")
SMALL_WORDS = {
    language: STOP_WORDS[language].difference(
        *(STOP_WORDS[other] for other in SPOKEN if other != language)
    )
    for language in SPOKEN
}
"""Language → the small words that no other of these languages has."""
FOREIGN_LETTERS = {
    "fr": frozenset("ñãõáíóúìò"),
    "es": frozenset("ãõçâêôàèìòùœ"),
    "pt": frozenset("ñèìòùëïœ"),
}
"""Language → letters of the other languages that its own words never have."""
FEWEST = 3
"""Small words of a language that tell it."""


def script_of(language: str) -> str:
    """Return the script that a language is written in."""
    return SCRIPTS.get(language, "Latin")


def scripts_in(text: str) -> Counter[str]:
    """Return how many letters of each script a text holds."""
    if text.isascii():
        return Counter(Latin=len(LATIN.findall(text)))
    return Counter({name: len(letter.findall(text)) for name, letter in LETTERS.items()})


def guess_language(text: str) -> str:
    """Return the language of a text in Latin letters; empty where the small words do not tell."""
    words = Counter(word.lower() for word in WORD.findall(text))
    hits = Counter(
        {
            language: sum(words[word] for word in words.keys() & small)
            for language, small in SMALL_WORDS.items()
        }
    )
    (best, most), (_, second) = hits.most_common(2)
    return best if most >= FEWEST and most > 2 * second else ""


def foreign_word(text: str, language: str) -> str:
    """Return the first word with a letter that the language does not have; names are let pass."""
    letters = FOREIGN_LETTERS.get(language)
    if not letters or text.isascii():
        return ""
    words = (word for word in WORD.findall(text) if word[0].islower())
    return next((word for word in words if not letters.isdisjoint(word)), "")
