"""How alike two words are, for “did you mean”."""

from __future__ import annotations

from collections.abc import Iterable

from rapidfuzz import fuzz, process

NEAR = 70.0
"""Percent of likeness (Indel ratio) from which a suggestion helps more than it misleads."""


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the one of ``known`` that is most like ``word`` (whatever its case), or None."""
    best = process.extractOne(
        word, sorted(known), scorer=fuzz.ratio, score_cutoff=NEAR, processor=str.casefold
    )
    return None if best is None else str(best[0])


def alike(one: str, other: str) -> float:
    """Return the likeness of two texts in percent (Indel ratio, 100 for the same text)."""
    return float(fuzz.ratio(one, other))
