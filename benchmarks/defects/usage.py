"""Prose that uses words otherwise than the glossary, and links that lead nowhere or say nothing."""

from __future__ import annotations

import re
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
    own = str(site.fields(path).get("sources", ""))
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


def mark_in_heading_or_quotation(site: Site, dice: Random) -> Mutant:
    term = identifier(site.any_term(dice))
    line = dice.choice([f"## Facts on [[{term}]]", f"> All speak of [[{term}]] today."])
    sheet, number = add_lines(site, dice.choice(site.pages), line, "", "More is not known.")
    return sheet.mutant(number)


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


def term_that_matters_never_links(site: Site, dice: Random) -> Mutant | None:
    """A term becomes `link: explicit`, and a page that speaks of it again and again has no mark."""
    path = dice.choice([path for path in site.pages if path.startswith("primers/")])
    lines = site.sheet(path).lines
    text = "\n".join(lines[site.sheet(path).end_of_front :]).lower()
    often = [
        term
        for term, fields in site.terms.items()
        if text.count(fields["term"].lower()) > 5 and f"[[{identifier(term)}" not in text
    ]
    if not often:
        return None
    term = dice.choice(often)
    sheet = site.sheet(term)
    sheet.set("link", "explicit")
    label = site.terms[term]["term"].lower()
    used = frozenset((path, row) for row, words in enumerate(lines, 1) if label in words.lower())
    return Mutant({term: sheet.text.encode()}, used)


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
    kind(empty_link, 426, 403),
    kind(mark_in_heading_or_quotation, 416),
    kind(exclusive_wording, 421),
    kind(loose_wording, 420),
    kind(withdrawn_term_in_prose, 410),
    kind(withdrawn_term_in_definition, 409),
    kind(term_that_matters_never_links, 415),
)
