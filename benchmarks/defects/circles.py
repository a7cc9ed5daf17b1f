"""Definitions that go in circles: alone, in twos or in threes."""

from __future__ import annotations

from random import Random

from benchmarks.defects.definitions import definition_of, redefine
from benchmarks.defects.labels import countable, plural
from benchmarks.defects.site import Mutant, Site, both, is_name, kind


def with_words(site: Site, dice: Random, path: str, words: str) -> Mutant:
    """Return the mutant whose definition holds words more, in one of several dresses."""
    text = definition_of(site, path)
    dresses = [
        f"{text}, which makes {words} possible.",
        f"{text} in the course of {words}.",
        f"Feature of {words} by which powers are shared among bodies.",
        f"Arrangement that results from {words} and lasts for several years.",
        f"{text}, as is usual in {words}, at all levels.",
    ]
    return redefine(site, path, dice.choice(dresses), words)


def own_label(site: Site, dice: Random) -> Mutant:
    path = site.any_term(dice)
    return with_words(site, dice, path, site.terms[path]["term"])


def own_label_in_plural(site: Site, dice: Random) -> Mutant:
    path = countable(site, dice)
    return with_words(site, dice, path, plural(site.terms[path]["term"]))


def own_label_spelled_otherwise(site: Site, dice: Random) -> Mutant | None:
    path = site.any_term(dice)
    label = site.terms[path]["term"]
    changed = dice.choice(
        [
            label.replace("ization", "isation"),
            label.replace("-", " "),
            label.replace("multilevel", "multi-level").replace("subnational", "sub-national"),
            label.upper() if not is_name(label) else label,
        ]
    )
    return None if changed == label else with_words(site, dice, path, changed)


def own_alias(site: Site, dice: Random) -> Mutant:
    path = site.any_term(dice, lambda term: term.get("aliases"))
    return with_words(site, dice, path, dice.choice(site.terms[path]["aliases"]))


def own_abbreviation(site: Site, dice: Random) -> Mutant:
    path = site.any_term(dice, lambda term: term.get("abbreviation"))
    return with_words(site, dice, path, site.terms[path]["abbreviation"])


def own_label_as_verb(site: Site, dice: Random) -> Mutant:
    path = site.any_term(
        dice, lambda term: term["term"].endswith("ization") and " " not in term["term"]
    )
    verb = site.terms[path]["term"].removesuffix("ation") + "ed"
    return redefine(site, path, f"Process in which the tasks of a state are {verb}.", verb)


def sought_after(site: Site) -> list[str]:
    """Return terms that a definition means when it says their label: no everyday words."""
    return [
        path
        for path, term in site.terms.items()
        if not is_name(term["term"]) and not term.get("common_word")
    ]


def mutual_definitions(site: Site, dice: Random) -> Mutant | None:
    one, two = dice.sample(sought_after(site), 2)
    first, second = site.terms[one]["term"], site.terms[two]["term"]
    if first in second or second in first:
        return None
    return both(
        redefine(site, one, f"Arrangement that leads to {second} in the long run.", second),
        redefine(site, two, f"Effect that is brought about by {first}.", first),
    )


def three_definitions_in_a_circle(site: Site, dice: Random) -> Mutant | None:
    ring = dice.sample(sought_after(site), 3)
    labels = [site.terms[path]["term"] for path in ring]
    if any(a in b for a in labels for b in labels if a != b):
        return None
    return both(
        redefine(site, ring[0], f"Arrangement that leads to {labels[1]} after years.", labels[1]),
        redefine(site, ring[1], f"Effect that is brought about by {labels[2]}.", labels[2]),
        redefine(site, ring[2], f"Condition that is owed to {labels[0]}.", labels[0]),
    )


KINDS = (
    kind(own_label, 301),
    kind(own_label_in_plural, 301),
    kind(own_label_spelled_otherwise, 301),
    kind(own_alias, 301),
    kind(own_abbreviation, 301),
    kind(own_label_as_verb, 301),
    kind(mutual_definitions, 302),
    kind(three_definitions_in_a_circle, 311),
)
