"""Relations that lead nowhere, in circles, or to what is withdrawn."""

from __future__ import annotations

from random import Random

from benchmarks.defects.reading import typo
from benchmarks.defects.site import Mutant, Site, both, identifier, kind

RELATIONS = ("broader", "part_of", "related", "contrast")


def unknown_relation(site: Site, dice: Random) -> Mutant | None:
    path = site.any_term(dice)
    sheet = site.sheet(path)
    other = site.any_term(dice)
    wrong = dice.choice([typo(identifier(other), dice), identifier(other) + "s", "fiscal autonomy"])
    if site.path(wrong) in site.terms:
        return None
    return sheet.mutant(sheet.set(dice.choice(RELATIONS), f"[{wrong}]"))


def unknown_entry_of_a_page(site: Site, dice: Random) -> Mutant:
    folder, key, value = dice.choice(
        [
            ("primers/", "prerequisites", "[what-is-federalism]"),
            ("primers/", "no_link", "[councils]"),
            ("primers/", "senses", "{localization: aid-localization}"),
            ("content/projects/", "working_groups", "[africa]"),
            ("content/projects/", "frameworks", "[pefa]"),
            ("glossary/", "sources", "[{ref: oecd-1066}]"),
            ("primers/", "sources", "[{ref: lpsa-primer}]"),
        ]
    )
    path = dice.choice([path for path in (*site.pages, *site.terms) if path.startswith(folder)])
    sheet = site.sheet(path)
    return sheet.mutant(sheet.set(key, value))


def self_relation(site: Site, dice: Random) -> Mutant:
    path = site.any_term(dice)
    sheet = site.sheet(path)
    return sheet.mutant(sheet.set(dice.choice(RELATIONS), f"[{identifier(path)}]"))


def circle(site: Site, dice: Random, length: int) -> Mutant:
    """Return the mutant in which random terms stand in a circle, by one relation."""
    ring = dice.sample(sorted(site.terms), length)
    relation = dice.choice(["broader", "part_of"])
    mutants = []
    for path, upper in zip(ring, [*ring[1:], ring[0]], strict=True):
        sheet = site.sheet(path)
        mutants.append(sheet.mutant(sheet.set(relation, f"[{identifier(upper)}]")))
    return both(*mutants)


def circle_of_two(site: Site, dice: Random) -> Mutant:
    return circle(site, dice, 2)


def circle_of_three(site: Site, dice: Random) -> Mutant:
    return circle(site, dice, 3)


def term_above_its_ancestor(site: Site, dice: Random) -> Mutant:
    """The broadest of a real line of terms is put under the narrowest."""
    path = site.any_term(dice, lambda term: term.get("broader"))
    line = [identifier(path), *site.above(identifier(path))]
    sheet = site.sheet(site.path(line[-1]))
    mutant = sheet.mutant(sheet.set("broader", f"[{line[0]}]"))
    on_the_way = {
        (site.path(term), row + 1)
        for term in line[:-1]
        for row in site.sheet(site.path(term)).rows("broader")
    }
    return Mutant(mutant.files, mutant.places | on_the_way)


def related_to_its_ancestor(site: Site, dice: Random) -> Mutant:
    path = site.any_term(dice, lambda term: term.get("broader"))
    upper = dice.choice(site.above(identifier(path)))
    low, high = site.sheet(path), site.sheet(site.path(upper))
    if dice.random() < 0.5:
        mutant = low.mutant(low.set("related", f"[{upper}]"))
    else:
        mutant = high.mutant(high.set("related", f"[{identifier(path)}]"))
    row = low.rows("broader")[0] + 1
    return Mutant(mutant.files, mutant.places | {(path, row)})


def redundant_ancestor(site: Site, dice: Random) -> Mutant:
    paths = [path for path in site.terms if len(set(site.above(identifier(path)))) > 1]
    path = dice.choice(paths)
    above = site.above(identifier(path))
    sheet = site.sheet(path)
    return sheet.mutant(sheet.set("broader", f"[{above[0]}, {above[-1]}]"))


def repeated_relation(site: Site, dice: Random) -> Mutant:
    path = site.any_term(dice, lambda term: term.get("related"))
    sheet = site.sheet(path)
    related = site.terms[path]["related"]
    return sheet.mutant(sheet.set("related", f"[{', '.join([*related, dice.choice(related)])}]"))


def related_siblings(site: Site, dice: Random) -> Mutant | None:
    path = site.any_term(dice, lambda term: term.get("broader"))
    parents = set(site.terms[path]["broader"])
    twins = [p for p, t in site.terms.items() if parents & {*t.get("broader", ())} and p != path]
    if not twins:
        return None
    twin = dice.choice(twins)
    related = site.terms[path].get("related", ())
    if identifier(twin) in related or identifier(path) in site.terms[twin].get("related", ()):
        return None
    sheet = site.sheet(path)
    mutant = sheet.mutant(sheet.set("related", f"[{identifier(twin)}]"))
    rows = site.sheet(twin).rows("related")
    return Mutant(mutant.files, mutant.places | {(twin, row + 1) for row in rows})


def deprecated_without_successor(site: Site, dice: Random) -> Mutant:
    sheet = site.sheet(site.any_term(dice))
    return sheet.mutant(sheet.set("status", "deprecated"), 1, 2)


def replaced_but_live(site: Site, dice: Random) -> Mutant:
    path, other = dice.sample(sorted(site.terms), 2)
    sheet = site.sheet(path)
    line = sheet.set("replaced_by", identifier(other))
    return sheet.mutant(line, sheet.rows("status")[0] + 1)


def retire(site: Site, path: str, *lines: str) -> Mutant:
    """Return the mutant in which a term is deprecated, with the lines that say why."""
    sheet = site.sheet(path)
    sheet.set("status", "deprecated")
    for line in lines:
        at = sheet.put(line.split(":")[0], line)
    return sheet.mutant(at)


def replaced_by_the_withdrawn(site: Site, dice: Random) -> Mutant:
    path, other = dice.sample(sorted(site.terms), 2)
    first = retire(site, path, f"replaced_by: {identifier(other)}")
    return both(first, retire(site, other, "reason: nobody uses it"))


def replaced_by_itself(site: Site, dice: Random) -> Mutant:
    path = site.any_term(dice)
    return retire(site, path, f"replaced_by: {identifier(path)}")


def relation_to_the_withdrawn(site: Site, dice: Random) -> Mutant:
    """A term is withdrawn; others still point to it."""
    pointed = {
        name: [
            (path, row + 1)
            for path, term in site.terms.items()
            for key in RELATIONS
            if name in term.get(key, ())
            for row in site.sheet(path).rows(key)
        ]
        for name in map(identifier, site.terms)
    }
    name = dice.choice(sorted(name for name, places in pointed.items() if places))
    mutant = retire(site, site.path(name), "reason: nobody uses it")
    return Mutant(mutant.files, frozenset(pointed[name]))


def mapping_to_ourselves(site: Site, dice: Random) -> Mutant:
    sheet = site.sheet(site.any_term(dice))
    address = "https://local-public-sector-alliance.github.io/knowledge-base/glossary/council/"
    return sheet.mutant(sheet.set("exact_match", f"[{address}]"))


def mapping_shared_by_two(site: Site, dice: Random) -> Mutant:
    mutants = []
    for path in dice.sample(sorted(site.terms), 2):
        sheet = site.sheet(path)
        address = "http://aims.fao.org/aos/agrovoc/c_28753"
        mutants.append(sheet.mutant(sheet.set("exact_match", f"[{address}]")))
    return both(*mutants)


def isolated_term(site: Site, dice: Random) -> Mutant:
    """A new entry without any relation; its label is no part of another one."""
    label = dice.choice(["sunset clause", "poll tax", "gerrymander", "zoning ordinance"])
    path = f"glossary/{label.replace(' ', '-')}.md"
    text = (
        f"---\nterm: {label}\ndefinition: Device of which little was known in old Lumora.\n"
        "domain: legal\nstatus: draft\nupdated: 2026-11-24\n---\nMore is not known.\n"
    )
    return Mutant({path: text.encode()}, frozenset((path, line) for line in (1, 2)))


KINDS = (
    kind(unknown_relation, 15, 201),
    kind(unknown_entry_of_a_page, 201, 401, 404),
    kind(self_relation, 202),
    kind(circle_of_two, 203),
    kind(circle_of_three, 203),
    kind(term_above_its_ancestor, 203),
    kind(related_to_its_ancestor, 204),
    kind(redundant_ancestor, 205),
    kind(repeated_relation, 206),
    kind(related_siblings, 207),
    kind(deprecated_without_successor, 13, 215),
    kind(replaced_but_live, 214),
    kind(replaced_by_the_withdrawn, 215),
    kind(replaced_by_itself, 202, 215),
    kind(relation_to_the_withdrawn, 213),
    kind(mapping_to_ourselves, 216),
    kind(mapping_shared_by_two, 217),
    kind(isolated_term, 210),
)
