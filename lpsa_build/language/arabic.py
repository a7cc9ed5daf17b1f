"""Arabic: letters that are written in several ways, the article and other prefixes, number.

A label is kept without its article; a word of the text is read in every way in which prefixes can
be taken off it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lpsa_build.language.broken_plurals import PLURALS, SINGULARS

LETTER = "\u0620-\u063f\u0641-\u064a\u0671-\u06d5\u06fa-\u06fc"
LETTERS = str.maketrans({"ٱ": "ا", "ى": "ي", "ة": "ه"})
"""Letters that differ by hamza or madda alone are one when their signs are taken off."""
ARTICLE = "ال"
CONJUNCTIONS = ("و", "ف")
PREPOSITIONS = ("ب", "ك", "ل")
PRONOUNS = ("هما", "ها", "هم", "هن", "نا", "كم", "ه")
NEGATION = "لا"
UNLESS = "غير"
PARTICLES = frozenset(["من", "في", "على", "إلى", "عن", "بين", "مع", "دون", "تحت", "عبر", "حسب"])
GLUED = re.compile(r"(?<!\w)[وفبكل]{1,2}(?:ال)?\u0640?$")
"""Prefixes whose word is set off from them by markup: ``و**البلدية**``."""
SHORTEST = 3
"""Letters that must be left when a prefix is taken off; one more for what follows a word."""


def is_arabic(word: str) -> bool:
    """Tell whether a word is written in Arabic letters."""
    return "\u0621" <= word[:1] <= "\u064a"


def one_seat(word: str) -> str:
    """Return a word with one of the two seats that hamza may have: ``مسئول`` as ``مسؤول``."""
    return word.replace("ئو", "ؤو")


def without_article(word: str) -> str:
    """Return a folded word without the article."""
    rest = word.removeprefix(ARTICLE)
    return rest if len(rest) >= SHORTEST else word


def readings(word: str, *, feminine: bool = False) -> tuple[str, ...]:
    """Return every way to read a folded word of a text as prefixes, a word and a pronoun.

    ``feminine`` tells that its last letter was ``ة``, which is no pronoun.
    """
    found = {word: None, without_article(word): None}
    stems = [word, *(word[1:] for prefix in CONJUNCTIONS if word.startswith(prefix))]
    for stem in stems:
        found[stem] = None
        found[without_article(stem)] = None
        if stem.startswith("لل"):
            found[stem[2:]] = None
            found[stem[1:]] = None
        for prefix in PREPOSITIONS:
            if stem.startswith(prefix):
                found[without_article(stem[1:])] = None
                found[stem[1:]] = None
    if not feminine:
        found |= {bare: None for stem in tuple(found) for bare in _without_ending(stem)}
    return tuple(stem for stem in found if len(stem) >= SHORTEST or stem == word)


def _without_ending(word: str) -> Iterator[str]:
    """Yield a folded word without the ending of the accusative, or without a pronoun."""
    if word.endswith("ا") and len(word) > SHORTEST:
        yield word[:-1]
    for pronoun in PRONOUNS:
        if word.endswith(pronoun) and len(stem := word.removesuffix(pronoun)) > SHORTEST:
            yield stem
            if stem.endswith("ت"):
                yield stem[:-1] + "ه"


def number(label: str) -> Iterator[str]:
    """Yield the label with its first word in the plural or the dual, adjectives with it.

    A plural of things takes an adjective in the feminine singular, and the first of two nouns
    (``مجلس المدينة``) loses the ``ن`` of its dual and sound plural.
    """
    first, *rest = label.split(" ")
    if len(first) < SHORTEST or not is_arabic(first):
        return
    agreeing = _agreeing(first, rest)
    yield from broken(label)
    if first.endswith("ات"):
        yield " ".join([first[:-2], *_inflected(rest, agreeing, "")])
        yield " ".join([first[:-2] + "ة", *rest])
        return
    stem = first.removesuffix("ة")
    duals = ("تان", "تين") if stem != first else ("ان", "ين", "ون")
    yield " ".join([stem + "ات", *rest])
    yield " ".join([stem + "ات", *_inflected(rest, agreeing, "ة")])
    for ending in duals:
        yield " ".join([stem + ending, *_inflected(rest, agreeing, ending)])
        if rest and not agreeing:
            yield " ".join([stem + ending[:-1], *rest])


def broken(label: str) -> Iterator[str]:
    """Yield the label with its first word in its broken plural, or in the singular of one.

    Of two nouns both may be in the plural (``رؤساء البلديات``).
    """
    first, *rest = label.split(" ")
    agreeing = _agreeing(first, rest)
    article = ARTICLE if first.startswith(ARTICLE) else ""
    noun = first.removeprefix(article)
    for plural in PLURALS.get(noun, ()):
        yield " ".join([article + plural, *rest])
        yield " ".join([article + plural, *_inflected(rest, agreeing, "ة")])
        if rest and not agreeing:
            yield from (" ".join([article + plural, *words]) for words in _plural_second(rest))
    if one := SINGULARS.get(noun):
        ending = "ة" if one.endswith("ة") else ""
        yield " ".join([article + one, *_inflected(rest, agreeing, ending)])


def _plural_second(rest: list[str]) -> Iterator[list[str]]:
    """Yield the words after a noun with the second noun in the plural."""
    second, *others = rest
    article = ARTICLE if second.startswith(ARTICLE) else ""
    noun = second.removeprefix(article)
    if noun.endswith("ة"):
        yield [f"{article}{noun[:-1]}ات", *others]
    for plural in PLURALS.get(noun, ()):
        yield [article + plural, *others]


def set_apart(label: str) -> Iterator[str]:
    """Yield a label that begins with ``لا`` with a space after it: ``لا مركزية``."""
    if label.startswith(NEGATION) and len(label.split(" ")[0]) > len(NEGATION) + SHORTEST:
        for prefix in (NEGATION, ARTICLE + NEGATION):
            yield f"{prefix} {label.removeprefix(NEGATION)}"


def _agreeing(first: str, rest: list[str]) -> int:
    """Return how many words after the first are adjectives: those up to a second noun."""
    definite = first.startswith(ARTICLE)
    for at, word in enumerate(rest):
        if word in PARTICLES or not is_arabic(word) or word.startswith(ARTICLE) != definite:
            return at
    return len(rest)


def _inflected(rest: list[str], agreeing: int, ending: str) -> Iterator[str]:
    for at, word in enumerate(rest):
        changes = at < agreeing and word != UNLESS
        yield word.removesuffix("ة") + ending if changes else word
