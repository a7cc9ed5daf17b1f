"""Prose that uses words otherwise than the glossary, or words that leave a reader out."""

from __future__ import annotations

import re
from random import Random

from benchmarks.defects.site import (
    Mutant,
    Site,
    add_lines,
    both,
    is_name,
    kind,
    write_in,
)

SENTENCES = (
    "The reform of 2019 changed {} in three provinces.",
    "Nobody has counted what {} costs.",
    "Reports of that year describe {} at length.",
    "People ask for {} and wait.",
    "There is a debate about {}, too.",
)


def any_page(site: Site, dice: Random, *but: str) -> str:
    """Return a random page or term, but not those."""
    folder = dice.choice(["glossary/", "primers/", "content/", "frameworks/"])
    paths = [p for p in (*site.terms, *site.pages) if p.startswith(folder) and p not in but]
    return dice.choice(paths)


def say(site: Site, dice: Random, words: str, *but: str) -> Mutant | None:
    """Return the mutant with one more sentence with these words, on a random page."""
    return write_in(site, dice, any_page(site, dice, *but), dice.choice(SENTENCES).format(words))


def avoided(site: Site, dice: Random) -> tuple[str, str]:
    """Return a random avoided label, and the path of its term."""
    path = site.any_term(dice, lambda term: term.get("avoid"))
    return dice.choice(site.terms[path]["avoid"]), path


def avoided_label(site: Site, dice: Random) -> Mutant | None:
    """On the page of the term itself one may say that the label is avoided."""
    label, path = avoided(site, dice)
    return say(site, dice, label, path)


def avoided_label_made_plural(site: Site, dice: Random) -> Mutant | None:
    label, path = avoided(site, dice)
    # Mass nouns and “women's budget” would need more than an s.
    countable = label.endswith(("agency", "subsidy", "budget", "government"))
    plural = label[:-1] + "ies" if label.endswith("y") else label + "s"
    return say(site, dice, plural, path) if countable else None


def avoided_label_in_a_list(site: Site, dice: Random) -> Mutant:
    label, _ = avoided(site, dice)
    path = dice.choice(site.pages)
    sheet, line = add_lines(site, path, "- roads and bridges,", f"- {label},", "- schools.")
    return sheet.mutant(line + 1)


def avoided_label_in_a_table(site: Site, dice: Random) -> Mutant:
    label, _ = avoided(site, dice)
    rows = ["| Word | Note |", "| --- | --- |", f"| 2019 | {label} grew |"]
    sheet, line = add_lines(site, dice.choice(site.pages), *rows)
    return sheet.mutant(line + 2)


def avoided_label_in_a_field(site: Site, dice: Random) -> Mutant:
    label, path = avoided(site, dice)
    other = site.any_term(dice, lambda term: term is not site.terms[path])
    sheet = site.sheet(other)
    # Not in a house rule: that is where words to avoid are spoken of.
    return sheet.mutant(sheet.set("scope_note", f"Holds for {label} in large countries only."))


def avoided_label_in_a_summary(site: Site, dice: Random) -> Mutant:
    label, _ = avoided(site, dice)
    path = dice.choice([path for path in site.pages if "summary" in site.fields(path)])
    sheet = site.sheet(path)
    return sheet.mutant(sheet.set("summary", f"What to know of {label} in large countries."))


def avoided_label_in_an_item(site: Site, dice: Random) -> Mutant:
    label, _ = avoided(site, dice)
    sheet = site.sheet(dice.choice(site.frameworks))
    rows = [
        row
        for row, line in enumerate(sheet.lines)
        if re.match(r"\s+scale: \w", line) and sheet.lines[row - 1].strip().startswith("title:")
    ]
    row = dice.choice(rows or [sheet.rows("summary")[-1]])
    if not rows:
        sheet.lines[row] += f" It looks at {label}, too."
        return sheet.mutant(row + 1)
    indent = re.match(r"\s+", sheet.lines[row])[0]  # type: ignore[index]  # it matched above
    sheet.lines.insert(
        row, f"{indent}{dice.choice(['question', 'guidance'])}: How far does {label} go?"
    )
    return sheet.mutant(row + 1)


def avoided_label_in_a_criterion(site: Site, dice: Random) -> Mutant:
    label, _ = avoided(site, dice)
    paths = [path for path in site.frameworks if "criteria:" in site.texts[path]]
    sheet = site.sheet(dice.choice(paths))
    rows = [row + 1 for row, line in enumerate(sheet.lines) if line.strip() == "criteria:"]
    row = dice.choice(rows)
    key = sheet.lines[row].split(":")[0]
    block = row + 1
    indent = len(key) - len(key.lstrip())
    while len(sheet.lines[block]) - len(sheet.lines[block].lstrip()) > indent:
        block += 1
    sheet.lines[row:block] = [f"{key}: The law provides for {label} everywhere."]
    return sheet.mutant(row + 1)


def avoided_label_in_a_definition(site: Site, dice: Random) -> Mutant:
    label, path = avoided(site, dice)
    other = site.any_term(dice, lambda term: term is not site.terms[path])
    sheet = site.sheet(other)
    lines = sheet.define(f"Arrangement in which {label} is shared among levels.")
    return sheet.mutant(*lines)


def british_spelling(site: Site, dice: Random) -> Mutant | None:
    path = site.any_term(dice, lambda t: "ization" in t["term"] and not is_name(t["term"]))
    label = site.terms[path]["term"].replace("ization", "isation")
    return say(site, dice, label)


def other_hyphen(site: Site, dice: Random) -> Mutant | None:
    path = site.any_term(dice, lambda term: not is_name(term["term"]))
    label = site.terms[path]["term"]
    changes = (("multilevel", "multi-level"), ("subnational", "sub-national"), ("inter", "inter-"))
    changed = label.replace("-", " ")
    for word, split in changes:
        changed = re.sub(rf"\b{word}(?=\w)" if word == "inter" else word, split, changed)
    return None if changed == label else say(site, dice, changed)


def other_capitals(site: Site, dice: Random) -> Mutant | None:
    path = site.any_term(dice, lambda term: " " in term["term"] and not is_name(term["term"]))
    label = site.terms[path]["term"]
    return say(site, dice, dice.choice([label.title(), label.capitalize()]))


def name_in_small_letters(site: Site, dice: Random) -> Mutant | None:
    path = site.any_term(dice, lambda term: is_name(term["term"]) and " " in term["term"])
    return say(site, dice, site.terms[path]["term"].lower())


def unexplained_abbreviation(site: Site, dice: Random) -> Mutant | None:
    return say(site, dice, "the " + dice.choice(["FDRL", "NTGP", "CPWB", "GTZX", "RBMF"]))


def abbreviation_written_out_again(site: Site, dice: Random) -> Mutant:
    path = dice.choice([path for path in site.pages if path.startswith("primers/")])
    sheet, line = add_lines(
        site,
        path,
        "The National Road Maintenance Fund (NRMF) pays for roads.",
        "The rules of the National Road Maintenance Fund are strict.",
    )
    return sheet.mutant(line, line + 1)


def abbreviation_introduced_twice(site: Site, dice: Random) -> Mutant:
    path = dice.choice([path for path in site.pages if path.startswith("primers/")])
    sheet, line = add_lines(
        site,
        path,
        "The National Road Maintenance Fund (NRMF) pays for roads.",
        "Most of the money of the National Road Maintenance Fund (NRMF) goes to highways.",
    )
    return sheet.mutant(line, line + 1)


def conflicting_redefinition(site: Site, dice: Random) -> Mutant | None:
    path = site.any_term(dice, lambda t: not is_name(t["term"]) and not t.get("plurale_tantum"))
    label = site.terms[path]["term"]
    verb = dice.choice(["is", "means", "refers to", "is defined as"])
    wrong = dice.choice(
        [
            "a vessel of clay in which grain is kept over the winter",
            "a piece of music for two violins and a drum",
            "the custom of eating together after a harvest",
        ]
    )
    page = dice.choice([path for path in site.pages if path.startswith(("primers/", "content/"))])
    return write_in(site, dice, page, f"{label[0].upper()}{label[1:]} {verb} {wrong}.")


def exclusive_wording(site: Site, dice: Random) -> Mutant | None:
    words = ["the disabled", "mankind", "manpower", "the chairman", "wheelchair-bound people"]
    return say(site, dice, dice.choice(words))


def loose_wording(site: Site, dice: Random) -> Mutant | None:
    path = any_page(site, dice)
    loose = ["This is a success!", "It doesn't work.", "The result is truly amazing."]
    return write_in(site, dice, path, dice.choice(loose))


def withdrawn_term_in_prose(site: Site, dice: Random) -> Mutant | None:
    """A term that nothing points to is withdrawn, and another text still uses it."""
    path = site.any_term(dice, lambda term: " " in term["term"] and not is_name(term["term"]))
    label = site.terms[path]["term"]
    sheet = site.sheet(path)
    sheet.set("status", "deprecated")
    sheet.set("reason", "nobody uses it")
    said = say(site, dice, label, path)
    gone = Mutant({path: sheet.text.encode()}, frozenset())
    return both(gone, said) if said else None


def withdrawn_term_in_definition(site: Site, dice: Random) -> Mutant | None:
    path, other = dice.sample([p for p, t in site.terms.items() if not is_name(t["term"])], 2)
    label = site.terms[path]["term"]
    if site.terms[other]["term"] in label:
        return None
    sheet = site.sheet(path)
    sheet.set("status", "deprecated")
    sheet.set("reason", "nobody uses it")
    gone = Mutant({path: sheet.text.encode()}, frozenset())
    user = site.sheet(other)
    lines = user.define(f"Arrangement that leads to {label} in the long run.")
    return both(gone, user.mutant(*lines))


KINDS = (
    kind(avoided_label, 406),
    kind(avoided_label_made_plural, 406),
    kind(avoided_label_in_a_list, 406),
    kind(avoided_label_in_a_table, 406),
    kind(avoided_label_in_a_field, 406),
    kind(avoided_label_in_a_summary, 406),
    kind(avoided_label_in_an_item, 406),
    kind(avoided_label_in_a_criterion, 406),
    kind(avoided_label_in_a_definition, 406),
    kind(british_spelling, 407),
    kind(other_hyphen, 406, 407),
    kind(other_capitals, 408),
    kind(name_in_small_letters, 408),
    kind(unexplained_abbreviation, 411),
    kind(abbreviation_written_out_again, 412),
    kind(abbreviation_introduced_twice, 412),
    kind(conflicting_redefinition, 413),
    kind(exclusive_wording, 421),
    kind(loose_wording, 420),
    kind(withdrawn_term_in_prose, 410),
    kind(withdrawn_term_in_definition, 409),
)
