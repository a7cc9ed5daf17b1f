"""Where a text names its own term: a label in any form, or a word of the label's family."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from lpsa_build.language.folding import WORD, accents_agree, folded_words, readings
from lpsa_build.language.forms import derived_forms, surface_forms

ACTION = re.compile(r"[a-z]{3,}(?:tion|sion|ment)")
"""An English noun made from a verb."""
OwnForms = dict[str, list[tuple[tuple[str, ...], str]]]
"""First folded word → all folded words of a form that begins with it, and the label it is of."""


class OwnWords(NamedTuple):
    """Offsets of the words in the text, and the label that they are a form of."""

    start: int
    end: int
    label: str


def own_forms(
    labels: Iterable[str], language: str, *, plurale_tantum: bool = False, derived: bool = False
) -> OwnForms:
    """Return the forms of some labels; ``derived`` adds words of the same family.

    They are those of a label of one word, and the verb behind the last word of a longer one
    (software distribution, distribute), whose last word itself may be used.
    """
    forms: OwnForms = {}
    for label in labels:
        root = _root(label, language) if derived else ""
        forms_of = surface_forms(label, language, plurale_tantum=plurale_tantum)
        for form in (*forms_of, *(derived_forms(root, language) if root else ())):
            if words := folded_words(form):
                forms.setdefault(words[0], []).append((words, label))
    return forms


def find_own_words(
    text: str, forms: OwnForms, start: int, end: int, *, first: bool = False
) -> list[OwnWords]:
    """Return the places between two offsets that hold one of the forms, the longest at each.

    ``first`` asks for a form that the stretch begins with.
    """
    words = [(readings(m.group()), m.start(), m.end()) for m in WORD.finditer(text, start, end)]
    found: list[OwnWords] = []
    for at, (shapes, begin, _) in enumerate(words[:1] if first else words):
        if found and begin < found[-1].end:
            continue
        fitting = [
            OwnWords(begin, words[at + len(form) - 1][2], label)
            for word in shapes
            for form, label in forms.get(word, ())
            if len(form) <= len(words) - at
            and all(part in words[at + n][0] for n, part in enumerate(form))
        ]
        fitting = [
            o
            for o in fitting
            if _same_case(o, text) and accents_agree(o.label, text[o.start : o.end])
        ]
        if fitting:
            found.append(max(fitting, key=lambda own: own.end))
    return found


def _root(label: str, language: str) -> str:
    """Return the word of a label whose family explains nothing about it; empty if there is none."""
    words = label.split()
    if _is_acronym(label) or not words:
        return ""
    if len(folded_words(label)) == 1:
        return label
    return words[-1] if language == "en" and ACTION.fullmatch(words[-1]) else ""


def _is_acronym(label: str) -> bool:
    return sum(letter.isupper() for letter in label) > 1


def _same_case(own: OwnWords, text: str) -> bool:
    """Tell whether an acronym stands in capitals: IT is not it."""
    return not own.label.isupper() or text[own.start : own.end].rstrip("s").isupper()
