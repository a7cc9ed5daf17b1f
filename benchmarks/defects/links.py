"""Links and headings that lead nowhere, say nothing, or stand where none should."""

from __future__ import annotations

import re
from pathlib import Path
from random import Random

from benchmarks.defects.reading import typo
from benchmarks.defects.site import (
    Mutant,
    Site,
    add_lines,
    both,
    identifier,
    is_name,
    kind,
    write_in,
)
from benchmarks.defects.usage import SENTENCES, any_page, say

CONFIGURATION = Path(__file__).parents[2] / "mkdocs.yml"
OWN_SITE = re.findall(
    r"^site_url: .*?(https://[^\s\"]+)", CONFIGURATION.read_text("utf-8"), re.MULTILINE
)[0]


def unknown_mark(site: Site, dice: Random) -> Mutant | None:
    known = identifier(site.any_term(dice))
    wrong = dice.choice([typo(known, dice), known + "s", known.replace("-", "_") + "_"])
    if site.path(wrong) in site.terms or wrong.replace("-", " ") in site.labels:
        return None
    return say(site, dice, dice.choice([f"[[{wrong}]]", f"[[{wrong}|other words]]"]))


def broken_link(site: Site, dice: Random) -> Mutant | None:
    target = dice.choice(["missing.md", "../missing.md", "missing/", "index.html", "a b.md"])
    return say(site, dice, f"the [annual report]({target.replace(' ', '%20')})")


def broken_anchor(site: Site, dice: Random) -> Mutant | None:
    path = any_page(site, dice)
    up = "../" * path.count("/")
    target = dice.choice(["#no-such-heading", f"{up}primers/multilevel-governance.md#nowhere"])
    return write_in(site, dice, path, f"More on it is in the [annual report]({target}) of 2019.")


def unknown_citation(site: Site, dice: Random) -> Mutant | None:
    return say(site, dice, dice.choice(["roads [@oecd-1066]", "taxes [@lpsa_brief, p. 3]"]))


def citation_not_among_the_sources(site: Site, dice: Random) -> Mutant | None:
    path = any_page(site, dice)
    lister = path.replace("index.md", "framework.yml") if path.startswith("frameworks") else path
    own = str(site.fields(lister).get("sources", ""))
    known = [r["id"] for r in site.fields("content/references.yml")["references"]]
    other = dice.choice([ref for ref in known if ref not in own])
    return write_in(site, dice, path, f"Reports of that year agree [@{other}].")


def vague_link(site: Site, dice: Random) -> Mutant | None:
    words = dice.choice(["here", "click here", "this page", "link", "read more", "this", "Here"])
    return say(site, dice, f"it all [{words}](https://www.oecd.org/en/topics.html)")


def image_without_words(site: Site, dice: Random) -> Mutant:
    path = dice.choice([path for path in site.pages if path.startswith("content/")])
    up = "../" * (path.count("/") - 1)
    alt = dice.choice(["", " "])
    sheet, line = add_lines(site, path, f"![{alt}]({up}levels.png)")
    mutant = sheet.mutant(line)
    return Mutant({**mutant.files, "content/levels.png": PIXEL}, mutant.places)


PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c"
    "49444154789c63f8ffff3f0005fe02fe0def46b80000000049454e44ae426082"
)
"""A picture of one pixel."""


def skipped_heading_level(site: Site, dice: Random) -> Mutant | None:
    path = dice.choice([*site.terms, *site.pages])
    sheet = site.sheet(path)
    levels = [len(line) - len(line.lstrip("#")) for line in sheet.lines if line.startswith("##")]
    level = (levels[-1] if levels else 1) + 2
    sheet, line = add_lines(site, path, "#" * level + " A remark", "", "More is not known.")
    return sheet.mutant(line)


def heading_of_the_first_level(site: Site, dice: Random) -> Mutant:
    path = dice.choice([*site.terms, *site.pages])
    sheet, line = add_lines(site, path, "# A remark", "", "More is not known.")
    return sheet.mutant(line)


def repeated_heading_id(site: Site, dice: Random) -> Mutant:
    """Headings with the same words are no fault: the second gets an id of its own."""
    path = dice.choice(site.pages)
    sheet, line = add_lines(
        site, path, "## A remark {#a}", "", "Yes.", "", "## More {#a}", "", "No."
    )
    return sheet.mutant(line, line + 4)


def insecure_link(site: Site, dice: Random) -> Mutant | None:
    return say(site, dice, "the [annual report](http://www.oecd.org/report.html)")


def empty_link(site: Site, dice: Random) -> Mutant | None:
    words = dice.choice(["[](https://www.oecd.org/)", "the [annual report]()", "[ ](#x)"])
    return say(site, dice, words)


def page_by_its_web_address(site: Site, dice: Random) -> Mutant | None:
    term = identifier(site.any_term(dice))
    address = f"{OWN_SITE}glossary/{dice.choice([term, 'no-such-term'])}/"
    return say(site, dice, f"the [entry]({address})")


def mark_in_heading_or_quotation(site: Site, dice: Random) -> Mutant:
    term = identifier(site.any_term(dice))
    line = dice.choice([f"## Facts on [[{term}]]", f"> All speak of [[{term}]] today."])
    sheet, number = add_lines(site, dice.choice(site.pages), line, "", "More is not known.")
    return sheet.mutant(number)


def term_that_matters_never_links(site: Site, dice: Random) -> Mutant | None:
    """A term becomes `link: explicit`, and a page that speaks of it again and again has no mark.

    Not an everyday word: such a word links where it is marked only, and that is as it should be.
    """
    path = dice.choice([path for path in site.pages if path.startswith("primers/")])
    term = site.any_term(dice, lambda t: not t.get("common_word") and not is_name(t["term"]))
    label = site.terms[term]["term"]
    if f"[[{identifier(term)}" in site.texts[path] or sum(label in x for x in site.labels) > 1:
        return None
    texts = [text.format(label) for text in SENTENCES[:4]]
    sheet, first = add_lines(site, path, *texts)
    explicit = site.sheet(term)
    explicit.set("link", "explicit")
    spoken = {row for row, line in enumerate(sheet.lines, 1) if label in line.lower()}
    return both(
        Mutant({term: explicit.text.encode()}, frozenset()),
        sheet.mutant(first, *spoken),
    )


KINDS = (
    kind(unknown_mark, 401),
    kind(broken_link, 403),
    kind(broken_anchor, 403),
    kind(unknown_citation, 404),
    kind(citation_not_among_the_sources, 404),
    kind(vague_link, 424),
    kind(image_without_words, 425),
    kind(skipped_heading_level, 427),
    kind(heading_of_the_first_level, 427),
    kind(repeated_heading_id, 440),
    kind(insecure_link, 423),
    kind(page_by_its_web_address, 434),
    kind(empty_link, 426, 403),
    kind(mark_in_heading_or_quotation, 416),
    kind(term_that_matters_never_links, 415),
)
