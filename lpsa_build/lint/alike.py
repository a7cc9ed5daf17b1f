"""Definitions that are nearly the same, found without comparing each with every other.

Two texts that differ in a word or two share at least one of the rarest words of either. So only
definitions that share one of their rarest words are compared.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from lpsa_build.language.folding import folded_words
from lpsa_build.language.likeness import alike
from lpsa_build.language.opposites import differ_by_opposite
from lpsa_build.language.stems import content_stems
from lpsa_build.lint.defining import Definition

RAREST = 4
"""Rare words of each definition under which it is looked up."""
CROWD = 60
"""Definitions that may share a word before it is too common to tell anything."""
SHORTEST = 6
"""Words below which two definitions are alike by chance."""


def find_alike(
    definitions: Sequence[Definition], least: float = 85.0
) -> Iterator[tuple[Definition, Definition, float]]:
    """Yield pairs of definitions of one language that are alike, with the percentage.

    Pairs of the very same words are left out: they are another fault.
    """
    words = [(d.language, *folded_words(d.plain)) for d in definitions]
    stems = [sorted(set(content_stems(d.plain, d.language))) for d in definitions]
    frequency = Counter(stem for found in stems for stem in found)
    shelves: dict[str, list[int]] = {}
    for at, found in enumerate(stems):
        if len(words[at]) <= SHORTEST or definitions[at].points_elsewhere:
            continue
        telling = [stem for stem in found if frequency[stem] <= CROWD]
        rarest = sorted(telling, key=lambda stem: (frequency[stem], stem))[:RAREST]
        near = {other for stem in rarest for other in shelves.get(stem, ())}
        for stem in rarest:
            shelves.setdefault(stem, []).append(at)
        for other in sorted(near):
            percent = _percent(words[at], words[other])
            if percent >= least:
                yield definitions[other], definitions[at], percent


def _percent(one: tuple[str, ...], other: tuple[str, ...]) -> float:
    if one[0] != other[0] or one == other:
        return 0.0
    return alike(" ".join(one[1:]), " ".join(other[1:]))


def are_opposites(one: str, other: str) -> bool:
    """Tell whether two labels differ by a pair of opposites, or by a prefix that denies."""
    return differ_by_opposite(folded_words(one), folded_words(other))
