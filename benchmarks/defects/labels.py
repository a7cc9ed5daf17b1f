"""Labels that are taken, unclean, or not written as labels are."""

from __future__ import annotations

import re
from random import Random

from benchmarks.defects.site import Mutant, Site, identifier, is_name, kind

COUNTABLE = re.compile(
    r"agency|association|authority|council|county|district|election|framework|function|"
    r"government|grant|index|indicator|institution|mandate|mayor|ministry|municipality|office|"
    r"prefect|review|rule|"
    r"state|structure|tax|tier|transfer|unit|commune|federation|charge"
)
"""Words that have a plural, at the end of a label."""


def plural(label: str) -> str:
    """Return a regular plural."""
    if re.search(r"[^aeiou]y$", label):
        return label[:-1] + "ies"
    return label + ("es" if label.endswith(("s", "x", "ch")) else "s")


def countable(site: Site, dice: Random) -> str:
    """Return a random term whose label has a regular plural and is no name."""
    return site.any_term(
        dice,
        lambda term: (
            COUNTABLE.fullmatch(term["term"].rsplit(" ", 1)[-1])
            and not is_name(term["term"])
            and not term.get("plurale_tantum")
        ),
    )


def claim(site: Site, path: str, other: str, label: str) -> Mutant:
    """Return the mutant in which a term claims a label of another one."""
    sheet = site.sheet(path)
    own = site.terms[path].get("aliases", [])
    line = sheet.set("aliases", f"[{', '.join([*own, label])}]")
    rows = [*site.sheet(other).rows("term"), *site.sheet(other).rows("abbreviation")]
    rows += site.sheet(other).rows("aliases")
    mutant = sheet.mutant(line)
    places = mutant.places | {(other, row + 1) for row in rows}
    return Mutant(mutant.files, places)


def pair(site: Site, dice: Random, *, same_domain: bool) -> tuple[str, str]:
    """Return two random terms of one domain, or of two."""
    while True:
        one, two = dice.sample(sorted(site.terms), 2)
        if (site.terms[one]["domain"] == site.terms[two]["domain"]) == same_domain:
            return one, two


def label_of_another_in_the_domain(site: Site, dice: Random) -> Mutant:
    path, other = pair(site, dice, same_domain=True)
    return claim(site, path, other, site.terms[other]["term"])


def label_of_another_domain(site: Site, dice: Random) -> Mutant:
    path, other = pair(site, dice, same_domain=False)
    return claim(site, path, other, site.terms[other]["term"])


def preferred_label_of_another(site: Site, dice: Random) -> Mutant:
    path, other = pair(site, dice, same_domain=True)
    sheet = site.sheet(path)
    mutant = sheet.mutant(sheet.set("term", site.terms[other]["term"]))
    line = site.sheet(other).rows("term")[0] + 1
    return Mutant(mutant.files, mutant.places | {(other, line)})


def plural_of_another(site: Site, dice: Random) -> Mutant | None:
    other = countable(site, dice)
    path, _ = pair(site, dice, same_domain=True)
    if path == other:
        return None
    return claim(site, path, other, plural(site.terms[other]["term"]))


def other_spelling_of_another(site: Site, dice: Random) -> Mutant | None:
    path, other = dice.sample(sorted(site.terms), 2)
    label = site.terms[other]["term"]
    changed = label.replace("ization", "isation").replace("multilevel", "multi-level")
    changed = re.sub(r"(?<=\w)-(?=\w)", " ", changed) if changed == label else changed
    return None if changed == label else claim(site, path, other, changed)


def abbreviation_of_another(site: Site, dice: Random) -> Mutant | None:
    other = site.any_term(dice, lambda term: term.get("abbreviation"))
    short = site.terms[other]["abbreviation"]
    path = site.any_term(dice, lambda term: not term.get("abbreviation"))
    sheet = site.sheet(path)
    line = sheet.set("abbreviation", short)
    rows = [*site.sheet(other).rows("abbreviation")]
    mutant = sheet.mutant(line)
    return Mutant(mutant.files, mutant.places | {(other, row + 1) for row in rows})


def impossible_abbreviation(site: Site, dice: Random) -> Mutant:
    sheet = site.sheet(site.any_term(dice, lambda term: not is_name(term["term"])))
    return sheet.mutant(sheet.set("abbreviation", dice.choice(["XQZ", "JKW", "ZZQ"])))


def invisible_in_label(site: Site, dice: Random) -> Mutant:
    path = site.any_term(dice, lambda term: len(term["term"]) > 5)
    sheet = site.sheet(path)
    label = site.terms[path]["term"]
    at = dice.randrange(1, len(label) - 1)
    bad = dice.choice("\u200b\u200c\u00ad\u2060\ufeff\u00a0")
    return sheet.mutant(sheet.set("term", label[:at] + bad + label[at:]))


def stray_space_in_label(site: Site, dice: Random) -> Mutant:
    path = site.any_term(dice, lambda term: " " in term["term"])
    sheet = site.sheet(path)
    label = site.terms[path]["term"]
    wrong = dice.choice([f'" {label}"', f'"{label} "', f'"{label.replace(" ", "  ", 1)}"'])
    return sheet.mutant(sheet.set("term", wrong))


def alias_is_the_term(site: Site, dice: Random) -> Mutant:
    path = site.any_term(dice)
    sheet = site.sheet(path)
    label = site.terms[path]["term"]
    line = sheet.set("aliases", f"[{label}]")
    return sheet.mutant(line, sheet.rows("term")[0] + 1)


def alias_listed_twice(site: Site, dice: Random) -> Mutant:
    path = site.any_term(dice, lambda term: term.get("aliases"))
    sheet = site.sheet(path)
    labels = [*site.terms[path]["aliases"], site.terms[path]["aliases"][0]]
    return sheet.mutant(sheet.set("aliases", f"[{', '.join(labels)}]"))


def alias_also_avoided(site: Site, dice: Random) -> Mutant:
    path = site.any_term(dice, lambda term: term.get("aliases"))
    sheet = site.sheet(path)
    line = sheet.set("avoid", f"[{site.terms[path]['aliases'][0]}]")
    return sheet.mutant(line, sheet.rows("aliases")[0] + 1)


def alias_is_a_plural(site: Site, dice: Random) -> Mutant:
    path = countable(site, dice)
    sheet = site.sheet(path)
    own = site.terms[path].get("aliases", [])
    label = plural(site.terms[path]["term"])
    return sheet.mutant(sheet.set("aliases", f"[{', '.join([*own, label])}]"))


def qualifier_in_label(site: Site, dice: Random) -> Mutant:
    path = site.any_term(dice)
    sheet = site.sheet(path)
    label = site.terms[path]["term"]
    return sheet.mutant(sheet.set("term", f"{label} ({site.terms[path]['domain']})"))


def label_says_deprecated(site: Site, dice: Random) -> Mutant:
    path = site.any_term(dice)
    sheet = site.sheet(path)
    label = site.terms[path]["term"]
    # Not “obsolete {}”: that may be a thing, as an obsolete asset is.
    form = dice.choice(["{} (deprecated)", "obsolete - {}", "{} (obsolete)", "{} [retired]"])
    return sheet.mutant(sheet.set("term", f'"{form.format(label)}"'))


def plural_label(site: Site, dice: Random) -> Mutant:
    path = countable(site, dice)
    sheet = site.sheet(path)
    return sheet.mutant(sheet.set("term", plural(site.terms[path]["term"])))


def capital_label(site: Site, dice: Random) -> Mutant:
    path = site.any_term(dice, lambda term: not is_name(term["term"]))
    sheet = site.sheet(path)
    label = site.terms[path]["term"]
    wrong = dice.choice([label.capitalize(), label.title(), label.upper()])
    return sheet.mutant(sheet.set("term", wrong))


def article_in_label(site: Site, dice: Random) -> Mutant:
    path = site.any_term(dice, lambda term: not is_name(term["term"]))
    sheet = site.sheet(path)
    label = site.terms[path]["term"]
    if dice.random() < 0.5:
        article = dice.choice(["the", "an" if label[0] in "aeiou" else "a"])
        return sheet.mutant(sheet.set("term", f"{article} {label}"))
    return sheet.mutant(sheet.set("aliases", f"[the {label} of a country]"))


def bad_file_name(site: Site, dice: Random) -> Mutant:
    path = site.any_term(dice, lambda term: " " in term["term"])
    name = identifier(path)
    wrong = dice.choice([name.replace("-", "_"), name.title(), f"{name}-", name.replace("-", "--")])
    data = site.texts[path].encode()
    moved = f"glossary/{wrong}.md"
    return Mutant({path: None, moved: data}, frozenset({(moved, 1)}))


# No kind lists the label of another term under `avoid`: that is right where people mix them up.
KINDS = (
    kind(label_of_another_in_the_domain, 103),
    kind(label_of_another_domain, 103, 104),
    kind(preferred_label_of_another, 103),
    kind(plural_of_another, 103, 104),
    kind(other_spelling_of_another, 103, 104),
    kind(abbreviation_of_another, 103, 104),
    kind(impossible_abbreviation, 109),
    kind(invisible_in_label, 4, 105),
    kind(stray_space_in_label, 105),
    kind(alias_is_the_term, 106),
    kind(alias_listed_twice, 106),
    kind(alias_also_avoided, 106),
    kind(alias_is_a_plural, 107),
    kind(qualifier_in_label, 108),
    kind(label_says_deprecated, 110),
    kind(plural_label, 130),
    kind(capital_label, 132),
    kind(article_in_label, 131),
    kind(bad_file_name, 101),
)
