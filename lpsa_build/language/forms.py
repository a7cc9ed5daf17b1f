"""A label → the forms in which it appears in running text of its language.

Case, accents, British spelling, hyphen against space, and Arabic prefixes are no forms of their
own: they are folded (:mod:`lpsa_build.language.folding`). Nor is the possessive: an apostrophe ends
a word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from lpsa_build.language import arabic, english, romance, verbs
from lpsa_build.language.compounds import respellings
from lpsa_build.language.derivations import derivations

_BRACKETS = re.compile(r"^(?P<before>.*\S)\s*\((?P<inside>[^()]+)\)$", re.DOTALL)

MOST_FORMS = 64
"""Forms that are made of one label, the nearest first: compound words multiply them."""


class Parts(NamedTuple):
    """A label and, where it ends in one in brackets, its short form (or its long one)."""

    label: str
    short: str = ""


def parts(label: str) -> Parts:
    """Split a label that ends in brackets: ``virtual machine (VM)``, ``DNS (domain name system)``.

    What is in brackets and abbreviates nothing tells homographs apart, ``variable (data)``: nobody
    writes it in running text, so it is left out.
    """
    if not (match := _BRACKETS.match(label)):
        return Parts(label)
    before, inside = match["before"], match["inside"]
    if abbreviates(inside, before) or _counts_words(inside, before):
        return Parts(before, inside)
    return Parts(inside, before) if abbreviates(before, inside) else Parts(before)


def abbreviates(short: str, long: str) -> bool:
    """Tell whether the letters of ``short`` stand in ``long`` in their order, the first one first.

    Source: Schwartz and Hearst, "A simple algorithm for identifying abbreviation definitions in
    biomedical text", 2003.
    """
    wanted = [letter for letter in short.lower().removesuffix("s") if letter.isalnum()]
    left = iter(long.lower())
    first = wanted[:1] == [long[:1].lower()]
    return first and len(short) < len(long) and all(letter in left for letter in wanted)


def _counts_words(short: str, long: str) -> bool:
    """Tell whether ``short`` is in capitals, one for each word: it may be of another language."""
    words = [word for word in re.split(r"[\s-]+", long) if len(word) > len("with")]
    return short.isupper() and len(short) == len(words) > 1


def surface_forms(
    label: str,
    language: str,
    *,
    plurale_tantum: bool = False,
    verb: bool = False,
) -> tuple[str, ...]:
    """Return ``label`` and its inflected forms in ``language``, the label itself first.

    ``plurale_tantum`` keeps its number as it is; ``verb`` tells that its first word is a verb
    (English only).
    """
    return _inflected(label, language, plurale_tantum, verb and language == "en")


@lru_cache(maxsize=1 << 16)
def _inflected(label: str, language: str, plurale_tantum: bool, verb: bool) -> tuple[str, ...]:
    forms = [label]
    if verb:
        forms.extend(verbs.conjugated(label))
    elif not plurale_tantum:
        forms.extend(_number(label, language))
    return _spellings(forms, language)


def derived_forms(label: str, language: str) -> tuple[str, ...]:
    """Return the words derived from ``label`` (decentralization → decentralized)."""
    return _spellings(list(derivations(label, language)), language)


def _spellings(forms: list[str], language: str) -> tuple[str, ...]:
    """Return forms with those that differ in the writing of their words only."""
    if language == "en":
        forms.extend([other for form in forms for other in english.clipped(form)])
        forms.extend([other for form in forms for other in english.closed_up(form)])
    respell = arabic.set_apart if language == "ar" else respellings
    each = max(1, MOST_FORMS // max(1, len(forms)))
    forms.extend([other for form in forms for other in islice(respell(form), each)])
    return tuple(dict.fromkeys(forms))[:MOST_FORMS]


def _number(label: str, language: str) -> Iterator[str]:
    if language == "en":
        return english.number(label)
    if language in romance.PLURALS:
        return romance.number(label, language)
    if language == "ar":
        return arabic.number(label)
    return iter(())


def abbreviation_forms(abbreviation: str) -> tuple[str, ...]:
    """Return an abbreviation in both numbers (SNG, SNGs)."""
    if re.search(r"[A-Z]s$", abbreviation):
        return (abbreviation, abbreviation[:-1])
    if abbreviation.endswith("s"):
        return (abbreviation,)
    return (abbreviation, abbreviation + "s")
