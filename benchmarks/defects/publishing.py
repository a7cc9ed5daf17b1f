"""Addresses that are lost, histories that are broken, references and images that nobody needs."""

from __future__ import annotations

import re
from random import Random

from benchmarks.defects.labels import countable
from benchmarks.defects.links import PIXEL
from benchmarks.defects.site import Mutant, Site, identifier, kind

REFERENCES = "content/references.yml"
PERMALINKS = "content/permalinks.yml"


def listed(site: Site, address: str) -> set[tuple[str, int]]:
    """Return the place of an address in the list of those that were published."""
    rows = enumerate(site.sheet(PERMALINKS).lines, 1)
    return {(PERMALINKS, line) for line, text in rows if re.match(rf"\s*{address}:", text)}


def deleted_term(site: Site, dice: Random) -> Mutant:
    path = site.any_term(dice)
    places = listed(site, path.replace(".md", "/"))
    return Mutant({path: None}, frozenset(places))


def deleted_page(site: Site, dice: Random) -> Mutant:
    folders = ("primers/", "content/projects/", "content/working-groups/", "content/about/m")
    path = dice.choice([path for path in site.pages if path.startswith(folders)])
    places = listed(site, path.removeprefix("content/").replace(".md", "/"))
    return Mutant({path: None}, frozenset(places))


def renamed_term(site: Site, dice: Random) -> Mutant:
    path = site.any_term(dice)
    moved = path.replace(".md", "-in-general.md")
    files = {path: None, moved: site.texts[path].encode()}
    return Mutant(files, frozenset(listed(site, path.replace(".md", "/"))))


def label_replaced(site: Site, dice: Random) -> Mutant:
    """An entry gets another label, and its old one is not kept as an alias."""
    path = countable(site, dice)
    sheet = site.sheet(path)
    line = sheet.set("term", dice.choice(["coastal council", "island court", "river board"]))
    mutant = sheet.mutant(line)
    return Mutant(mutant.files, mutant.places | listed(site, path.replace(".md", "/")))


def new_page_not_listed(site: Site, dice: Random) -> Mutant:
    path = dice.choice(["content/about/history.md", "content/news.md", "primers/money.md"])
    fields = "title: A new page\nsummary: What is new.\n"
    if path.startswith("primers"):
        fields += "order: 9\nlevel: introductory\ndomains: [fiscal]\nauthors: [A]\nstatus: draft\n"
    text = f"---\n{fields}---\nNothing has happened yet.\n"
    return Mutant({path: text.encode()}, frozenset({(path, 1), *listed(site, "permalinks")}))


def old_name_is_taken(site: Site, dice: Random) -> Mutant:
    path, other = dice.sample(sorted(site.terms), 2)
    sheet = site.sheet(path)
    return sheet.mutant(sheet.set("redirect_from", f"[{identifier(other)}]"))


def two_claim_an_old_name(site: Site, dice: Random) -> Mutant:
    one, two = (site.sheet(path) for path in dice.sample(sorted(site.terms), 2))
    places = {(s.path, s.set("redirect_from", "[old-name]")) for s in (one, two)}
    return Mutant({s.path: s.text.encode() for s in (one, two)}, frozenset(places))


def date_in_the_future(site: Site, dice: Random) -> Mutant:
    path = dice.choice([path for path in site.texts if "\nupdated: " in site.texts[path]])
    sheet = site.sheet(path)
    rows = [r for r, line in enumerate(sheet.lines) if line.startswith("updated: ")]
    sheet.lines[rows[0]] = f"updated: {dice.choice(['2062-11-24', '2099-01-01', '2226-11-20'])}"
    return sheet.mutant(rows[0] + 1)


def end_before_start(site: Site, dice: Random) -> Mutant:
    path = dice.choice([path for path in site.pages if path.startswith("content/projects/")])
    sheet = site.sheet(path)
    line = sheet.put("start", "start: 2024-05-01")
    return sheet.mutant(line, sheet.put("end", "end: 2023-05-01"))


def with_history(site: Site, path: str, revision: int, *earlier: str) -> Mutant:
    """Return the mutant in which a term has these earlier wordings."""
    sheet = site.sheet(path)
    sheet.drop("translations")
    line = sheet.set("revision", str(revision))
    first = sheet.put("history", "history:", *(f"  - {{{wording}}}" for wording in earlier))
    return sheet.mutant(line, *range(first, first + 1 + len(earlier)))


def wording(revision: int, date: str) -> str:
    """Return an earlier wording as a line of YAML."""
    return f'revision: {revision}, date: {date}, note: "Reworded.", definition: "Words {revision}."'


def history_in_disorder(site: Site, dice: Random) -> Mutant:
    one, two = wording(1, "2026-03-01"), wording(2, "2026-05-01")
    late = wording(2, "2026-01-01")
    earlier = dice.choice([(one, two), (late, one), (two, two, one)])
    return with_history(site, site.any_term(dice), 3, *earlier)


def history_ahead_of_the_revision(site: Site, dice: Random) -> Mutant:
    return with_history(site, site.any_term(dice), 1, wording(dice.randint(1, 4), "2026-03-01"))


def revision_raised_without_history(site: Site, dice: Random) -> Mutant:
    sheet = site.sheet(site.any_term(dice))
    sheet.drop("translations")
    return sheet.mutant(sheet.set("revision", "2"))


def gap_in_history(site: Site, dice: Random) -> Mutant:
    return with_history(site, site.any_term(dice), 4, wording(3, "2026-05-01"))


def unused_image(site: Site, dice: Random) -> Mutant:
    path = dice.choice(["content/levels.png", "primers/old-map.png", "content/about/team.png"])
    return Mutant({path: PIXEL}, frozenset({(path, 1)}))


def reference_rows(site: Site) -> list[int]:
    """Return the indices of the lines that begin a reference."""
    lines = site.sheet(REFERENCES).lines
    return [row for row, line in enumerate(lines) if line.startswith("  - id: ")]


def reference_given_twice(site: Site, dice: Random) -> Mutant:
    sheet = site.sheet(REFERENCES)
    rows = reference_rows(site)
    at = dice.randrange(len(rows) - 1)
    block = sheet.lines[rows[at] : rows[at + 1]]
    sheet.lines[rows[at + 1] : rows[at + 1]] = block
    return sheet.mutant(rows[at] + 1, rows[at + 1] + 1)


def reference_under_two_ids(site: Site, dice: Random) -> Mutant:
    sheet = site.sheet(REFERENCES)
    rows = reference_rows(site)
    at = dice.choice(
        [n for n in range(len(rows) - 1) if "URL:" in "".join(sheet.lines[rows[n] : rows[n + 1]])]
    )
    block = sheet.lines[rows[at] : rows[at + 1]]
    sheet.lines[rows[at + 1] : rows[at + 1]] = [block[0] + "-b", *block[1:]]
    first = range(rows[at], rows[at + 1] + len(block))
    return sheet.mutant(*(row + 1 for row in first))


def uncited_reference(site: Site, dice: Random) -> Mutant:
    sheet = site.sheet(REFERENCES)
    row = dice.choice(reference_rows(site))
    new = [
        "  - id: zzz-nobody-2001",
        "    type: book",
        "    title: A book that nobody cites",
        "    author: [{family: Nobody, given: N.}]",
        "    issued: {date-parts: [[2001]]}",
        "    publisher: No House",
        "    URL: https://www.oecd.org/nobody.html",
    ]
    sheet.lines[row:row] = new
    return sheet.mutant(row + 1)


def reference_without_title(site: Site, dice: Random) -> Mutant:
    sheet = site.sheet(REFERENCES)
    row = dice.choice(reference_rows(site))
    end = row + 1
    while not sheet.lines[end].strip().startswith("title:"):
        end += 1
    last = end + 1
    while sheet.lines[last].startswith("      ") and "- {" not in sheet.lines[last]:
        last += 1
    del sheet.lines[end:last]
    return sheet.mutant(row + 1)


def reference_without_address(site: Site, dice: Random) -> Mutant:
    """A web page that nobody can find."""
    sheet = site.sheet(REFERENCES)
    starts = reference_rows(site)
    pages = [r for r in starts if sheet.lines[r + 1].strip() == "type: webpage"]
    row = dice.choice(pages)
    end = next((r for r in starts if r > row), len(sheet.lines))
    kept = [
        line
        for line in sheet.lines[row:end]
        if not re.match(r"    (URL|DOI|publisher|container-title):", line)
    ]
    sheet.lines[row:end] = kept
    return sheet.mutant(row + 1)


def references_out_of_order(site: Site, dice: Random) -> Mutant:
    sheet = site.sheet(REFERENCES)
    rows = [*reference_rows(site), len(sheet.lines)]
    at = dice.randrange(len(rows) - 2)
    one, two = sheet.lines[rows[at] : rows[at + 1]], sheet.lines[rows[at + 1] : rows[at + 2]]
    sheet.lines[rows[at] : rows[at + 2]] = [*two, *one]
    return sheet.mutant(rows[at] + 1, rows[at] + 1 + len(two))


def dates_of_a_project_do_not_fit(site: Site, dice: Random) -> Mutant:
    """What is completed has begun and ended, and dates name a year."""
    sheet = site.sheet(dice.choice([p for p in site.pages if p.startswith("content/projects/")]))
    if dice.random() < 0.5:
        field, value = dice.choice([("start", '"2061"'), ("end", "2061-05-01")])
        sheet.set("status", "completed")
    else:
        field, value = dice.choice(["start", "end"]), dice.choice(["soon", "2026-13-01", "May 26"])
    line = sheet.set(field, value)
    return sheet.mutant(line)


def revision_zero(site: Site, dice: Random) -> Mutant:
    sheet = site.sheet(site.any_term(dice))
    return sheet.mutant(sheet.set("revision", "0"))


KINDS = (
    kind(deleted_term, 702),
    kind(deleted_page, 702),
    kind(renamed_term, 702),
    kind(label_replaced, 704),
    kind(new_page_not_listed, 703),
    kind(old_name_is_taken, 701, 102),
    kind(two_claim_an_old_name, 701, 102),
    kind(date_in_the_future, 705),
    kind(end_before_start, 715),
    kind(history_in_disorder, 706),
    kind(history_ahead_of_the_revision, 706),
    kind(revision_raised_without_history, 707),
    kind(gap_in_history, 706, 707),
    kind(unused_image, 711),
    kind(reference_given_twice, 11, 102),
    kind(reference_under_two_ids, 713),
    kind(uncited_reference, 710),
    kind(reference_without_title, 13),
    kind(reference_without_address, 712),
    kind(references_out_of_order, 714),
    kind(dates_of_a_project_do_not_fit, 705, 717),
    kind(revision_zero, 15),
)
