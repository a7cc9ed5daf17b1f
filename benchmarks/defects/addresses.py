"""Links, anchors, images and notes in a text that lead nowhere, in every way of writing them."""

from __future__ import annotations

from random import Random

from benchmarks.defects.links import PIXEL
from benchmarks.defects.reading import typo
from benchmarks.defects.site import Mutant, Site, add_lines, identifier, kind, write_in
from benchmarks.defects.usage import any_page


def page_with_slip(site: Site, dice: Random) -> Mutant | None:
    """A link to a real page, but with a slip in its name, its case or the way to it."""
    page = any_page(site, dice)
    name = identifier(site.any_term(dice))
    up = "../" * page.count("/")
    wrong = typo(name, dice)
    if site.path(wrong) in site.terms:
        return None
    target = dice.choice(
        [
            f"{up}glossary/{wrong}.md",
            f"{up}glossary/{name.title()}.md",
            f"{up}glossary/{name}.html",
            f"{up}glossary/{name}/",
            f"{up}../glossary/{name}.md",
            f"/glossary/{name}.md",
            f"{up}terms/{name}.md",
            f"{up}glossary/{name}.markdown",
        ]
    )
    return write_in(site, dice, page, f"More on it is in [that entry]({target}) of 2019.")


def anchor_with_slip(site: Site, dice: Random) -> Mutant | None:
    page = any_page(site, dice)
    up = "../" * page.count("/")
    target = dice.choice(
        [
            f"{up}primers/fiscal-decentralization.md#four-pilars",
            f"{up}primers/multilevel-governance.md#Levels",
            "#top-of-all",
            f"{up}glossary/devolution.md#definition-of-it",
            f"{up}content/references.yml",
        ]
    )
    return write_in(site, dice, page, f"More on it is in [that part]({target}) of 2019.")


def link_by_a_missing_label(site: Site, dice: Random) -> Mutant | None:
    page = any_page(site, dice)
    text = dice.choice(["[the report][report-2019]", "[the report][]", "[^nowhere]"])
    return write_in(site, dice, page, f"More on it is in {text} of 2019.")


def label_leads_nowhere(site: Site, dice: Random) -> Mutant:
    page = dice.choice(site.pages)
    sheet, line = add_lines(site, page, "See [the report][r].", "", "[r]: missing.md")
    return sheet.mutant(line, line + 2)


def link_in_html(site: Site, dice: Random) -> Mutant:
    block = dice.choice(
        ['See <a href="missing.md">the report</a>.', 'See <img src="missing.png" alt="A map">.']
    )
    sheet, line = add_lines(site, dice.choice(site.pages), block)
    return sheet.mutant(line)


def missing_image(site: Site, dice: Random) -> Mutant:
    target = dice.choice(["map.png", "images/map.svg", "../map.jpg", "/map.png"])
    sheet, line = add_lines(site, dice.choice(site.pages), f"![A map of the levels]({target})")
    return sheet.mutant(line)


def image_in_wrong_case(site: Site, dice: Random) -> Mutant:
    page = dice.choice([path for path in site.pages if path.startswith("content/")])
    up = "../" * (page.count("/") - 1)
    sheet, line = add_lines(site, page, f"![A map of the levels]({up}Levels.PNG)")
    mutant = sheet.mutant(line)
    return Mutant({**mutant.files, "content/levels.png": PIXEL}, mutant.places)


def address_without_scheme(site: Site, dice: Random) -> Mutant | None:
    page = any_page(site, dice)
    target = dice.choice(["www.oecd.org", "oecd.org/report", "htp://oecd.org", "https:/oecd.org"])
    return write_in(site, dice, page, f"More on it is in [that report]({target}) of 2019.")


def mark_with_slip(site: Site, dice: Random) -> Mutant | None:
    """A mark for a term in capitals, with an underscore, with a label that nobody has."""
    page = any_page(site, dice)
    name = identifier(site.any_term(dice, lambda term: " " in term["term"]))
    wrong = dice.choice(
        [
            f"{name}-s",
            name.replace("-", "_"),
            f"{typo(name, dice)}x",
            f"glossary/{name}",
            f"{name}.md",
        ]
    )
    return write_in(site, dice, page, f"Much depends on [[{wrong}]] there.")


def mark_in_a_definition(site: Site, dice: Random) -> Mutant:
    path = site.any_term(dice)
    sheet = site.sheet(path)
    return sheet.mutant(*sheet.define("Arrangement that makes [[a-term-of-nobody]] possible."))


def citation_in_a_definition(site: Site, dice: Random) -> Mutant:
    path = site.any_term(dice)
    sheet = site.sheet(path)
    line = sheet.set("scope_note", "Holds for large states [@nobody-1066].")
    return sheet.mutant(line)


def link_not_closed(site: Site, dice: Random) -> Mutant | None:
    page = any_page(site, dice)
    term = identifier(site.any_term(dice))
    words = dice.choice(
        [f"[[{term}", "[that report](https://www.oecd.org/a", "[that report](../index.md#top"]
    )
    return write_in(site, dice, page, f"More on it is in {words} of 2019.")


def empty_heading(site: Site, dice: Random) -> Mutant:
    sheet, line = add_lines(
        site, dice.choice(site.pages), dice.choice(["##", "## ", "## []()"]), "", "No."
    )
    return sheet.mutant(line)


def link_in_a_heading(site: Site, dice: Random) -> Mutant:
    page = dice.choice(site.pages)
    term = identifier(site.any_term(dice))
    up = "../" * page.count("/")
    words = dice.choice([f"[[{term}|facts]]", f"[facts]({up}glossary/{term}.md)"])
    row = dice.choice(["## What {} say", "| {} | 2019 |\n| --- | --- |\n| 1 | 2 |"])
    sheet, line = add_lines(
        site,
        page,
        *row.format(words.replace("|", "\\|") if "---" in row else words).split("\n"),
        "",
        "No.",
    )
    return sheet.mutant(line)


KINDS = (
    kind(page_with_slip, 403),
    kind(anchor_with_slip, 403),
    kind(link_by_a_missing_label, 428),
    kind(label_leads_nowhere, 403),
    kind(link_in_html, 403, 425),
    kind(missing_image, 403),
    kind(image_in_wrong_case, 403),
    kind(address_without_scheme, 403, 22, 426),
    kind(mark_with_slip, 401),
    kind(mark_in_a_definition, 401),
    kind(citation_in_a_definition, 404),
    kind(link_not_closed, 429),
    kind(empty_heading, 427),
    kind(link_in_a_heading, 416),
)
