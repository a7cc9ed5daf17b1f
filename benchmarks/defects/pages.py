"""Fields of primers, projects and working groups, and directives in their texts."""

from __future__ import annotations

from random import Random

from benchmarks.defects.reading import typo
from benchmarks.defects.site import Mutant, Site, add_lines, both, identifier, kind

PRIMERS, PROJECTS, GROUPS = "primers/", "content/projects/", "content/working-groups/"


def page_in(site: Site, dice: Random, folder: str) -> str:
    """Return the path of a random page of a kind."""
    return dice.choice([path for path in site.pages if path.startswith(folder)])


def required_field_of_a_page_missing(site: Site, dice: Random) -> Mutant:
    folder, keys = dice.choice(
        [
            (PRIMERS, ["title", "summary", "order", "level", "domains", "authors", "status"]),
            (PROJECTS, ["title", "summary", "status"]),
            (GROUPS, ["title", "summary", "kind"]),
        ]
    )
    sheet = site.sheet(page_in(site, dice, folder))
    line = sheet.drop(dice.choice(keys))
    return sheet.mutant(1, 2, line)


def wrong_value_of_a_page(site: Site, dice: Random) -> Mutant:
    folder, key, value = dice.choice(
        [
            (PRIMERS, "order", "first"),
            (PRIMERS, "revision", "1.0"),
            (PRIMERS, "level", "Introductory"),
            (PRIMERS, "authors", "{name: A. Writer}"),
            (PRIMERS, "domains", "fiscal"),
            (PRIMERS, "status", "published"),
            (PROJECTS, "status", "Ongoing"),
            (PROJECTS, "url", "www.oecd.org"),
            (PROJECTS, "countries", "[KE, UK]"),
            (PROJECTS, "countries", "[ke]"),
            (PROJECTS, "themes", "[fiscall]"),
            (PROJECTS, "regions", "[Africa]"),
            (PROJECTS, "outputs", "[{name: A report}]"),
            (GROUPS, "kind", "Regional"),
            (GROUPS, "region", "asia"),
            (GROUPS, "theme", "finance"),
        ]
    )
    sheet = site.sheet(page_in(site, dice, folder))
    return sheet.mutant(sheet.set(key, value))


def primers_presuppose_each_other(site: Site, dice: Random) -> Mutant:
    one, two = dice.sample([path for path in site.pages if path.startswith(PRIMERS)], 2)
    parts = []
    for path, other in ((one, two), (two, one)):
        sheet = site.sheet(path)
        name = other.removeprefix(PRIMERS).removesuffix(".md")
        parts.append(sheet.mutant(sheet.set("prerequisites", f"[{name}]")))
    return both(*parts)


def primer_presupposes_itself(site: Site, dice: Random) -> Mutant:
    path = page_in(site, dice, PRIMERS)
    sheet = site.sheet(path)
    name = path.removeprefix(PRIMERS).removesuffix(".md")
    return sheet.mutant(sheet.set("prerequisites", f"[{name}]"))


def primers_with_one_order(site: Site, dice: Random) -> Mutant:
    one, two = dice.sample([path for path in site.pages if path.startswith(PRIMERS)], 2)
    first, second = site.sheet(one), site.sheet(two)
    line = first.set("order", str(site.fields(two)["order"]))
    mutant = first.mutant(line)
    row = second.rows("order")[0]
    return Mutant(mutant.files, mutant.places | {(two, row + 1)})


def aimless_group(site: Site, dice: Random) -> Mutant:
    path = page_in(site, dice, GROUPS)
    sheet = site.sheet(path)
    regional = site.fields(path)["kind"] == "regional"
    if dice.random() < 0.5:
        sheet.drop("region" if regional else "theme")
    else:
        sheet.set("kind", "thematic" if regional else "regional")
    return sheet.mutant(
        *(row + 1 for key in ("kind", "region", "theme") for row in sheet.rows(key))
    )


def same_value_twice(site: Site, dice: Random) -> Mutant:
    folder, key, value = dice.choice(
        [
            (PRIMERS, "domains", "[fiscal, fiscal]"),
            (PRIMERS, "prerequisites", "[multilevel-governance, multilevel-governance]"),
            (PROJECTS, "countries", "[KE, KE]"),
            (PROJECTS, "working_groups", "[subnational-finance, subnational-finance]"),
            (PROJECTS, "frameworks", "[pefa-2016, pefa-2016]"),
            (PROJECTS, "themes", "[fiscal, fiscal]"),
        ]
    )
    path = page_in(site, dice, folder)
    if key == "prerequisites" and "multilevel-governance" in path:
        path = "primers/fiscal-decentralization.md"
    sheet = site.sheet(path)
    return sheet.mutant(sheet.set(key, value))


def unknown_directive(site: Site, dice: Random) -> Mutant:
    term = identifier(site.any_term(dice))
    words = dice.choice(
        [
            "[[frameworks: pefa-2016]]",
            "[[framework: pefa-2015]]",
            "[[framework: pefa-2016 item=PI-99]]",
            "[[framework: pefa-2016 items=PI-7]]",
            "[[definition: " + typo(term, dice) + "x]]",
            "[[definition:]]",
            "[[chart: pie pefa-2016]]",
            "[[chart: radar pefa-2016 level=section]]",
            "[[assessment: pefa-2016/valoria-2099]]",
            "[[comparison: pefa-2016 valoria-2022 nowhere-2025]]",
            "[[terms: domain=fiscall]]",
            "[[terms: not-a-term]]",
            "[[Framework: pefa-2016]]",
        ]
    )
    sheet, line = add_lines(site, dice.choice(site.pages), words)
    return sheet.mutant(line)


def withdrawn_term_marked(site: Site, dice: Random) -> Mutant:
    """A page marks a term as a link, or puts its definition in; the term is withdrawn."""
    path = site.any_term(dice)
    term = site.sheet(path)
    term.set("status", "deprecated")
    term.set("reason", "nobody uses it")
    name = identifier(path)
    words = dice.choice([f"Much depends on [[{name}]].", f"Much depends on [[{name}|this]]."])
    sheet, line = add_lines(site, dice.choice(site.pages), words)
    gone = Mutant({path: term.text.encode()}, frozenset())
    return both(gone, sheet.mutant(line))


KINDS = (
    kind(required_field_of_a_page_missing, 13),
    kind(wrong_value_of_a_page, 14, 15, 201),
    kind(primers_presuppose_each_other, 203),
    kind(primer_presupposes_itself, 202),
    kind(primers_with_one_order, 220),
    kind(aimless_group, 219),
    kind(same_value_twice, 206),
    kind(unknown_directive, 201, 401),
    kind(withdrawn_term_marked, 410, 213),
)
