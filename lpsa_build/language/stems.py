"""Words of a text cut down to their stems, to compare what two texts say.

A stem joins words that mean different things (localization and local, governance and government),
so it serves to compare, and never to link.
"""

from __future__ import annotations

from collections.abc import Container
from functools import lru_cache

import snowballstemmer

from lpsa_build.language.folding import WORD, fold
from lpsa_build.language.small_words import STOP_WORDS

ALGORITHMS = {
    "en": "english",
    "fr": "french",
    "es": "spanish",
    "pt": "portuguese",
    "ar": "arabic",
}


@lru_cache(maxsize=1 << 15)
def stem(word: str, language: str) -> str:
    """Return the stem of one word; a word of a language without stemmer is only folded."""
    if language not in ALGORITHMS:
        return fold(word)
    return str(_stemmer(language).stemWord(fold(word)))


@lru_cache(maxsize=1 << 4)
def _stemmer(language: str) -> snowballstemmer.stemmer:
    return snowballstemmer.stemmer(ALGORITHMS[language])


def content_stems(text: str, language: str, initials: Container[str] | None = None) -> list[str]:
    """Return the stems of the words of a text that carry meaning, in the order of the text.

    ``initials`` leaves out the words that do not begin with one of these letters, which a stem
    keeps: to cut a word down takes a while.
    """
    stops = STOP_WORDS.get(language, frozenset())
    return [
        stem(word, language)
        for word in WORD.findall(text)
        if (folded := fold(word)) not in stops
        and word != "&"
        and (initials is None or folded[:1] in initials)
    ]
