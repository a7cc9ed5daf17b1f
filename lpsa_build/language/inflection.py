"""One label in place of another: in its number, with its capitals, after the right article.

English only, where it comes to number and articles.
"""

from __future__ import annotations

import re

from lpsa_build.language.english import PREPOSITIONS, number, singulars

NO_PLURALS = frozenset(
    {"economics", "ethics", "logistics", "mathematics", "news", "politics", "series", "species"}
    | {"statistics", "means", "headquarters", "census", "progress", "access", "process"}
)
"""Words that end like a plural, and are none (or are the same in both numbers)."""
HEAD = re.compile(rf"[\w’'-]+(?=\s+(?:{PREPOSITIONS})\b)|[\w’'-]+$")
ARTICLE = re.compile(r"\b(?P<article>[Aa]n?)\s+$")
SOUNDS_LIKE_CONSONANT = re.compile(
    r"(?:eu|ew|one|once|ouija|u(?:[bcfgkmnpqrst][aeiou]|ni))", re.IGNORECASE
)
SILENT_H = re.compile(r"(?:heir|hono|hour|honest)", re.IGNORECASE)
VOWEL_LETTERS = frozenset("AEFHILMNORSX")
"""Letters whose names begin with a vowel: an FAO report, an MP."""


def is_plural(words: str) -> bool:
    """Tell whether the head noun of an English noun phrase stands in the plural."""
    head = HEAD.search(words)
    noun = head.group().lower() if head else ""
    return noun.rpartition("-")[2] not in NO_PLURALS and bool(singulars(noun))


def in_number_of(words: str, label: str) -> str:
    """Return ``label`` in the number in which ``words`` stand."""
    if is_plural(words) == is_plural(label):
        return label
    return next(iter(number(label)), label)


def with_capital_of(words: str, label: str) -> str:
    """Return ``label`` with a capital at its beginning if ``words`` have one; others are kept."""
    return label[:1].upper() + label[1:] if words[:1].isupper() else label


def article_for(word: str) -> str:
    """Return ``a`` or ``an``, by the sound that an English word or acronym begins with."""
    if word[:2].isupper():
        return "an" if word[0] in VOWEL_LETTERS else "a"
    vowel = word[:1].lower() in "aeiou" and not SOUNDS_LIKE_CONSONANT.match(word)
    return "an" if vowel or SILENT_H.match(word) else "a"
