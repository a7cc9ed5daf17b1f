"""Markdown that does not do what its author meant: tables, boxes, blocks, notes."""

from __future__ import annotations

import re
from random import Random

from benchmarks.defects.site import Mutant, Site, add_lines, kind, write_in
from benchmarks.defects.usage import any_page

TABLE = ["| Level | Who decides |", "| --- | --- |", "| One | The council |", "| Two | The mayor |"]


def row_of_another_length(site: Site, dice: Random) -> Mutant | None:
    """A cell too many or too few in a table of the content."""
    sheet = site.sheet(dice.choice(site.pages))
    rows = [n for n, line in enumerate(sheet.lines) if re.match(r"\| [^-]", line)]
    if not rows:
        return None
    row = dice.choice(rows)
    line = sheet.lines[row]
    sheet.lines[row] = f"{line} More |" if dice.random() < 0.5 else re.sub(r"^\| [^|]*", "", line)
    # The length of a table is that of its head: damage there is seen in the rows below.
    return sheet.mutant(*range(row + 1, row + 4))


def table_without_dashes(site: Site, dice: Random) -> Mutant:
    rows = [TABLE[0], *TABLE[2:]]
    sheet, line = add_lines(site, dice.choice(site.pages), *rows)
    return sheet.mutant(line)


def table_under_a_sentence(site: Site, dice: Random) -> Mutant:
    sheet, line = add_lines(site, dice.choice(site.pages), "These are the levels:", *TABLE)
    return sheet.mutant(line + 1)


def bar_of_a_mark_in_a_table(site: Site, dice: Random) -> Mutant:
    term = site.any_term(dice).split("/")[1].removesuffix(".md")
    rows = [*TABLE[:3], f"| Two | [[{term}|Somebody]] |"]
    sheet, line = add_lines(site, dice.choice(site.pages), *rows)
    return sheet.mutant(line + 3)


def block_not_closed(site: Site, dice: Random) -> Mutant:
    first = dice.choice(["```text", "~~~", "<!-- A remark", "<div>", '<details class="more">'])
    sheet, line = add_lines(site, dice.choice(site.pages), first, "The council decides.")
    return sheet.mutant(line)


def comment_not_closed(site: Site, dice: Random) -> Mutant | None:
    return write_in(site, dice, any_page(site, dice), "It was so in 2019. <!-- ask again")


def bold_words_not_closed(site: Site, dice: Random) -> Mutant | None:
    sentence = dice.choice(["The **council decides on it.", "In **2019, much was new.*"])
    return write_in(site, dice, any_page(site, dice), sentence)


def box_without_text(site: Site, dice: Random) -> Mutant:
    first = dice.choice(['!!! note "Levels"', "??? tip", "!!! warning"])
    sheet, line = add_lines(site, dice.choice(site.pages), first, "The council decides.")
    return sheet.mutant(line)


def box_misspelled(site: Site, dice: Random) -> Mutant:
    first = dice.choice(['!! note "Levels"', '!!! "Levels"', '??? "Levels"'])
    sheet, line = add_lines(site, dice.choice(site.pages), first, "    The council decides.")
    return sheet.mutant(line)


def note_that_nothing_calls(site: Site, dice: Random) -> Mutant:
    sheet, line = add_lines(site, dice.choice(site.pages), "[^levels]: There are three.")
    return sheet.mutant(line)


def note_given_twice(site: Site, dice: Random) -> Mutant:
    lines = ["It is so.[^levels]", "", "[^levels]: There are three.", "[^levels]: Or four."]
    sheet, line = add_lines(site, dice.choice(site.pages), *lines)
    return sheet.mutant(line + 3)


def bracket_forgotten(site: Site, dice: Random) -> Mutant | None:
    words = dice.choice(
        ["[[devolution|this]", "[@oecd-mdw-2019", "[that report(https://www.oecd.org/a)"]
    )
    return write_in(site, dice, any_page(site, dice), f"More on it is in {words} of 2019.")


KINDS = (
    kind(row_of_another_length, 430),
    kind(table_without_dashes, 430),
    kind(table_under_a_sentence, 430),
    kind(bar_of_a_mark_in_a_table, 430),
    kind(block_not_closed, 431),
    kind(comment_not_closed, 431),
    kind(bold_words_not_closed, 432),
    kind(box_without_text, 432),
    kind(box_misspelled, 432),
    kind(note_that_nothing_calls, 433),
    kind(note_given_twice, 433),
    kind(bracket_forgotten, 429),
)
