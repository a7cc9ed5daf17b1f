"""Pages that define a term, or use its labels, otherwise than the glossary: in other words."""

from __future__ import annotations

import re
from random import Random

from benchmarks.defects.labels import countable, plural
from benchmarks.defects.site import Mutant, Site, add_lines, is_name, kind, write_in
from benchmarks.defects.usage import any_page, avoided, say

WRONG = (
    "a vessel of clay in which grain is kept over the winter",
    "a piece of music for two violins and a drum",
    "the custom of eating together after a harvest",
    "a wooden bridge that leads over a small river",
)


def redefined(site: Site, dice: Random, *frames: str) -> Mutant | None:
    """Return the mutant in which a page defines a term in one of these shapes."""
    path = site.any_term(dice, lambda t: not is_name(t["term"]) and not t.get("plurale_tantum"))
    label = site.terms[path]["term"]
    text = dice.choice(frames).format(label, dice.choice(WRONG), label[0].upper() + label[1:])
    folders = ("primers/", "content/")
    page = dice.choice([path for path in site.pages if path.startswith(folders)])
    return write_in(site, dice, page, text)


def redefined_by_the_authors(site: Site, dice: Random) -> Mutant | None:
    return redefined(
        site,
        dice,
        "By {} we mean {}.",
        "We define {} as {}.",
        "We use {} to mean {}.",
        "In this primer, {} means {}.",
        "Here, {} refers to {}.",
        "This page understands {} as {}.",
        "For our purposes, {} is {}.",
    )


def redefined_formally(site: Site, dice: Random) -> Mutant | None:
    return redefined(
        site,
        dice,
        "The term {} denotes {}.",
        "{2} can be defined as {1}.",
        "{2} may be understood as {1}.",
        "The term “{}” refers to {}.",
        "The word {} stands for {}.",
        "{2} signifies {1}.",
        "*{2}* is {1}.",
        "**{2}**: {1}.",
        "**{2}** – {1}.",
        "“{2}” means {1}.",
    )


def redefined_at_the_end(site: Site, dice: Random) -> Mutant | None:
    wrong = dice.choice(WRONG)
    return redefined(
        site,
        dice,
        f"{wrong[0].upper()}{wrong[1:]} is called {{}}.",
        f"{wrong[0].upper()}{wrong[1:]} is known as {{}}.",
        f"{wrong[0].upper()}{wrong[1:]} is called **{{}}**.",
    )


def redefined_in_the_plural(site: Site, dice: Random) -> Mutant | None:
    label = plural(site.terms[countable(site, dice)]["term"])
    said = label[0].upper() + label[1:]
    wrong = "vessels of clay in which grain is kept over the winter"
    page = dice.choice([path for path in site.pages if path.startswith("primers/")])
    verb = dice.choice(["are", "means", "refers to", "denote"])
    return write_in(site, dice, page, f"{said} {verb} {wrong}.")


def redefined_in_a_list(site: Site, dice: Random) -> Mutant | None:
    path = site.any_term(dice, lambda t: not is_name(t["term"]) and not t.get("plurale_tantum"))
    label = site.terms[path]["term"]
    said = label[0].upper() + label[1:]
    page = dice.choice([path for path in site.pages if path.startswith(("primers/", "content/"))])
    row = dice.choice(["- **{}**: {}.", "- {} is {}.", "- **{}** means {}.", "- *{}* – {}."])
    sheet, line = add_lines(site, page, row.format(said, dice.choice(WRONG)))
    return sheet.mutant(line)


def avoided_label_dressed(site: Site, dice: Random) -> Mutant | None:
    """In bold, with a link, with a capital, with a hyphen, or at the start of a sentence."""
    label, path = avoided(site, dice)
    page = any_page(site, dice, path)
    said = label[0].upper() + label[1:]
    return write_in(
        site,
        dice,
        page,
        dice.choice(
            [
                f"{said} is a matter of debate.",
                f"Some prefer *{label}* to the rest.",
                f"Much depends on **{label}**, though.",
                f"A footnote on it says that {label} matters.",
                f"Much depends on {label}'s future.",
                f"Much depends on {label}-related spending.",
            ]
        ),
    )


def avoided_label_in_a_heading(site: Site, dice: Random) -> Mutant:
    label, path = avoided(site, dice)
    page = dice.choice([page for page in (*site.pages, *site.terms) if page != path])
    said = label[0].upper() + label[1:]
    sheet, line = add_lines(site, page, f"## {said} in brief", "", "More is not known.")
    return sheet.mutant(line)


def avoided_label_in_a_title(site: Site, dice: Random) -> Mutant:
    label, _ = avoided(site, dice)
    # Projects, groups and frameworks have names, which are what they are.
    pages = [path for path in site.pages if path.startswith(("primers/", "content/about/"))]
    page = dice.choice(pages)
    sheet = site.sheet(page)
    return sheet.mutant(sheet.set("title", f"What {label} costs"))


def spelling_of_a_label_inside(site: Site, dice: Random) -> Mutant | None:
    """One of several words of a label is spelled in another way."""
    path = site.any_term(
        dice,
        lambda t: (
            re.search(r"ization|subnational|multilevel|center|program\b|labor", t["term"])
            and not is_name(t["term"])
        ),
    )
    changes = (
        *(("ization", "isation"), ("subnational", "sub-national"), ("multilevel", "multi-level")),
        *(("center", "centre"), ("program", "programme"), ("labor", "labour")),
    )
    label = site.terms[path]["term"]
    for word, other in changes:
        label = label.replace(word, other)
    if path in site.labels.values() and label.casefold() in site.labels:
        return None
    return say(site, dice, plural(label) if dice.random() < 0.3 else label)


def abbreviation_before_its_introduction(site: Site, dice: Random) -> Mutant:
    page = dice.choice([path for path in site.pages if path.startswith("primers/")])
    sheet, line = add_lines(
        site,
        page,
        "The NRMF pays for roads.",
        "The National Road Maintenance Fund (NRMF) was set up in 2001.",
    )
    return sheet.mutant(line, line + 1)


def capitals_in_the_middle(site: Site, dice: Random) -> Mutant | None:
    path = countable(site, dice)
    label = plural(site.terms[path]["term"]).title()
    return say(site, dice, label) if " " in label else None


KINDS = (
    kind(redefined_by_the_authors, 413),
    kind(redefined_formally, 413),
    kind(redefined_at_the_end, 413),
    kind(redefined_in_the_plural, 413),
    kind(redefined_in_a_list, 413),
    kind(avoided_label_dressed, 406),
    kind(avoided_label_in_a_heading, 406),
    kind(avoided_label_in_a_title, 406),
    kind(spelling_of_a_label_inside, 407),
    kind(abbreviation_before_its_introduction, 411),
    kind(capitals_in_the_middle, 408),
)
