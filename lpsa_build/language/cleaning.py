"""A label without what nobody meant to type: invisible characters, stray spaces and signs."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200e\u200f\ufe00-\ufe0f]"
)
"""Soft hyphens, marks of direction, variation selectors: what shows nothing of itself."""
JOINERS = re.compile("(?<=[\u0000-\u024f])[\u200c\u200d]|[\u200c\u200d](?=[\u0000-\u024f]|$)")
"""They shape letters where a script joins them; beside Latin ones they are stray."""
DRAWN = re.compile("(?<=[\u0621-\u064a])\u0640+(?=[\u0621-\u064a])")
"""The Arabic tatweel between two letters: it fills a line and belongs to no word."""
LIGATURES = {code: unicodedata.normalize("NFKC", chr(code)) for code in range(0xFB00, 0xFB07)}
"""``ﬁ`` and its kin, which come with text copied from a PDF."""
QUOTED = re.compile('["“”«»](?P<inside>[^"“”«»]*)["“”«»]|‘(?P<single>[^‘’]*)’')
SIGNS = re.compile(r"(?<=[^\W\d_]{3})\s*[,;:،؛]+$|(?<=[^\W\d_]{6})\.$")
"""What ends a sentence ends no label; a full stop after a short word may be an abbreviation."""
SHORT = re.compile(
    r"(?:[^A-Z]*\s)?(?!(?:assn|assoc|corp|dept|etc|govt?|inc|intl|ltd|univ)\.)[a-z]{3,5}\."
)
"""A label without capitals whose last word is short and is none of the usual abbreviations."""
BULLET = re.compile(r"^(?:[-*•·–—+]\s+|[.,;:،؛]\s*)(?=[^\W\d_])")
"""What begins an item of a list, or ends the words before, begins no label."""
MARKUP = re.compile(
    r"\[(?P<words>[^\[\]]+)\]\([^()]*\)|(?P<mark>\*\*?|__?|`)(?P<inside>.+)(?P=mark)"
)


def _bare(label: str) -> str:
    match = QUOTED.fullmatch(label)
    return match["inside"] or match["single"] if match else label


def _unmarked(label: str) -> str:
    match = MARKUP.fullmatch(label)
    return match["words"] or match["inside"] if match else label


def _unended(label: str) -> str:
    return label[:-1] if SHORT.fullmatch(label) else SIGNS.sub("", label)


STEPS: tuple[tuple[str, Callable[[str], str]], ...] = (
    ("an invisible character", lambda label: JOINERS.sub("", INVISIBLE.sub("", label))),
    ("a letter that is drawn out", lambda label: DRAWN.sub("", label)),
    ("letters that are joined to one sign", lambda label: label.translate(LIGATURES)),
    ("letters and accents apart", lambda label: unicodedata.normalize("NFC", label)),
    ("a space at its beginning or end", str.strip),
    ("a double or unusual space", lambda label: " ".join(label.split())),
    ("quotation marks of its own", _bare),
    ("markup, which is shown as it is typed", _unmarked),
    ("a sign at its end", _unended),
    ("a sign before it", lambda label: BULLET.sub("", label)),
)
"""What may be wrong with a label, and what takes it out."""


def clean(label: str) -> tuple[str, tuple[str, ...]]:
    """Return a label without what is not meant to be in it, and words for what was."""
    found = []
    for words, step in STEPS:
        if (cleaned := step(label)) and cleaned != label:
            found.append(words)
            label = cleaned
    return label, tuple(found)
