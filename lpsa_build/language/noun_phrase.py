"""The noun phrase that an English definition begins with, and the noun at its head.

A guess by closed lists of words, without a dictionary: the phrase runs up to the first preposition,
relative word, participle with a complement, or mark of punctuation; its last word is the head.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from lpsa_build.language.small_words import DETERMINERS, MODALS, PREPOSITIONS, RELATIVES, words

KINDS = frozenset(
    [
        "category",
        "class",
        "example",
        "form",
        "instance",
        "kind",
        "kinds",
        "sort",
        "type",
        "types",
        "variety",
    ]
)
"""Nouns that say nothing themselves before ``of``: a type of tax is a tax."""
_WORD = re.compile(r"[^\W_]+(?:[-'’\u2010\u2011][^\W_]+)*\.?(?<!\.)")
_GAP = re.compile(r"[\s*_\"“”]*")
_PARTICIPLE = re.compile(
    r"\w{2,}ed|paid|set|made|led|held|given|taken|built|kept|put|run|drawn|chosen|shown|known|"
    r"owed|sent|spent|lent|left|met|brought|written|raised|\w{2,}ing"
)
_ALWAYS = words(
    "allowing being called composed consisting containing describing designed enabling having "
    "including intended involving known made named providing referring requiring showing used using"
)
_ADJECTIVE = re.compile(r"\w+(?:al|ic|ive|ous|ary|ful|less|able|ible|ed|ing|-\w+)")


@dataclass(frozen=True, slots=True)
class NounPhrase:
    """Offsets of the phrase in its text, and its last word in small letters."""

    start: int
    end: int
    head: str


def noun_phrase(text: str, start: int = 0, end: int | None = None) -> NounPhrase | None:
    """Return the noun phrase that begins at ``start``; None if none begins there."""
    found = _phrase(text, start, len(text) if end is None else end)
    while found and found[0].group().lower() in DETERMINERS:
        found = found[1:]
    if not found:
        return None
    last = found[-1]
    head = last.group().lower()
    if head in KINDS and (of := re.compile(r"\s+of\s+").match(text, last.end())):
        return noun_phrase(text, of.end(), end)
    return NounPhrase(found[0].start(), last.end(), head)


def _phrase(text: str, start: int, end: int) -> list[re.Match[str]]:
    found: list[re.Match[str]] = []
    at = _GAP.match(text, start, end)
    while at and (word := _WORD.match(text, at.end(), end)):
        low = word.group().lower()
        if low in PREPOSITIONS or low in RELATIVES or low in MODALS:
            break
        if found and (low in DETERMINERS or low in _ALWAYS or _takes_more(text, word, end)):
            break
        found.append(word)
        at = _GAP.match(text, word.end(), end)
        if text[word.end() : word.end() + 1] == "," and _ADJECTIVE.fullmatch(low):
            at = _GAP.match(text, word.end() + 1, end)
    while found and found[-1].group().lower() in {"and", "or"}:
        found.pop()
    return found


def _takes_more(text: str, word: re.Match[str], end: int) -> bool:
    """Tell a participle after its noun (``tax assigned to``) from an adjective before it."""
    low = word.group().lower()
    if not _PARTICIPLE.fullmatch(low):
        return False
    after = _WORD.search(text, word.end(), end)
    if after is None or text[word.end() : after.start()].strip():
        return not low.endswith("ing")
    follower = after.group().lower()
    if low.endswith("ing"):
        return follower in DETERMINERS or (follower in PREPOSITIONS and follower != "of")
    return follower != "of" and (
        follower in PREPOSITIONS or follower in DETERMINERS or follower.endswith("ly")
    )
