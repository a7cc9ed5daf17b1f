"""Frameworks and assessments whose codes, scales, scores, weights or terms do not fit together."""

from __future__ import annotations

import re
from random import Random

from benchmarks.defects.reading import typo
from benchmarks.defects.site import Mutant, Sheet, Site, identifier, kind


def rows_like(sheet: Sheet, pattern: str) -> list[int]:
    """Return the indices of the lines that begin with a pattern, after blanks and bullet."""
    return [r for r, line in enumerate(sheet.lines) if re.match(rf"[\s{{-]*{pattern}", line)]


def framework(site: Site, dice: Random, pattern: str) -> tuple[Sheet, int]:
    """Return a random framework that has such a line, and the index of a random one of them."""
    paths = [p for p in site.frameworks if rows_like(site.sheet(p), pattern)]
    sheet = site.sheet(dice.choice(paths))
    return sheet, dice.choice(rows_like(sheet, pattern))


def assessment(
    site: Site, dice: Random, pattern: str = r"\"?[\w.-]+\"?: \{score:"
) -> tuple[Sheet, int]:
    """Return a random assessment that has such a line, and the index of a random one of them."""
    sheet = site.sheet(
        dice.choice([p for p in site.assessments if rows_like(site.sheet(p), pattern)])
    )
    return sheet, dice.choice(rows_like(sheet, pattern))


def duplicate_code(site: Site, dice: Random) -> Mutant:
    sheet, _ = framework(site, dice, "code: .*")
    rows = [r for r in rows_like(sheet, "code: ") if r > sheet.rows("structure")[0]]
    one, two = sorted(dice.sample(rows, 2))
    code = sheet.lines[one].split("code: ")[1].split(",")[0].rstrip("}")
    sheet.lines[two] = re.sub(r"code: [^,}]+", f"code: {code}", sheet.lines[two])
    return sheet.mutant(one + 1, two + 1)


def look_alike_code(site: Site, dice: Random) -> Mutant | None:
    """A code that differs by capitals, a blank or leading zero only."""
    sheet, _ = framework(site, dice, "code: [A-Z]{2,}")
    rows = [r for r in rows_like(sheet, "code: [A-Z]{2,}") if r > sheet.rows("structure")[0]]
    if len(rows) < 2:
        return None
    one, two = sorted(dice.sample(rows, 2))
    code = sheet.lines[one].split("code: ")[1].split(",")[0].rstrip("}")
    sheet.lines[two] = re.sub(r"code: [^,}]+", f"code: {code.lower()}", sheet.lines[two])
    return sheet.mutant(one + 1, two + 1)


def score_off_scale(site: Site, dice: Random) -> Mutant:
    sheet, row = assessment(site, dice)
    wrong = dice.choice(["Z", "A++", "-1", "999", "very good", "5.75"])
    sheet.lines[row] = re.sub(r"score: [^,}]+", f"score: {wrong}", sheet.lines[row])
    return sheet.mutant(row + 1)


def grade_in_wrong_case(site: Site, dice: Random) -> Mutant:
    graded = r"\"PI-[\d.]+\": \{score: [A-D]\}"
    paths = [path for path in site.assessments if rows_like(site.sheet(path), graded)]
    sheet = site.sheet(dice.choice(paths))
    row = dice.choice(rows_like(sheet, graded))
    sheet.lines[row] = re.sub(
        r"score: ([A-D])", lambda m: f"score: {m[1].lower()}", sheet.lines[row]
    )
    return sheet.mutant(row + 1)


def score_of_unknown_item(site: Site, dice: Random) -> Mutant:
    sheet, row = assessment(site, dice)
    code, rest = re.fullmatch(r'\s*"?([\w.-]+)"?(:.*)', sheet.lines[row]).groups()  # type: ignore[union-attr]  # a score
    wrong = dice.choice([code + ".9", f"X{code}", code.lower()])
    sheet.lines[row] = f'  "{wrong}"{rest}'
    return sheet.mutant(row + 1)


def score_of_a_group(site: Site, dice: Random) -> Mutant:
    path = dice.choice([path for path in site.assessments if "pefa" in path])
    sheet = site.sheet(path)
    end = sheet.rows("scores").stop
    sheet.lines.insert(end, f'  "{dice.choice(["I", "PI-1", "PI-3"])}": {{score: A}}')
    return sheet.mutant(end + 1)


def score_given_twice(site: Site, dice: Random) -> Mutant:
    sheet, row = assessment(site, dice)
    end = sheet.rows("scores").stop
    sheet.lines.insert(end, sheet.lines[row])
    return sheet.mutant(row + 1, end + 1)


def weights_do_not_add_up(site: Site, dice: Random) -> Mutant:
    sheet = site.sheet("frameworks/lai/framework.yml")
    rows = [r for r, line in enumerate(sheet.lines) if re.match(r"      weight: \d", line)]
    row = dice.choice(rows)
    sheet.lines[row] = re.sub(r"\d+", lambda m: str(int(m[0]) + 1), sheet.lines[row])
    return sheet.mutant(row + 1, sheet.rows("weights_sum")[0] + 1)


def declared_sum_is_wrong(site: Site, dice: Random) -> Mutant:
    sheet = site.sheet("frameworks/lai/framework.yml")
    return sheet.mutant(sheet.set("weights_sum", dice.choice(["1", "12", "100", "13.5"])))


def negative_weight(site: Site, dice: Random) -> Mutant:
    sheet, row = framework(site, dice, r"weight: \d")
    sheet.lines[row] = sheet.lines[row].replace("weight: ", "weight: -")
    return sheet.mutant(row + 1)


def unknown_term_of_an_item(site: Site, dice: Random) -> Mutant:
    sheet, row = framework(site, dice, r"terms: \[")
    known = identifier(site.any_term(dice))
    wrong = dice.choice([known + "s", typo(known, dice) + "x", "fiscal autonomy"])
    sheet.lines[row] = re.sub(r"\[.*\]", f"[{wrong}]", sheet.lines[row])
    return sheet.mutant(row + 1)


def unknown_scale(site: Site, dice: Random) -> Mutant:
    sheet, row = framework(site, dice, r"scale: \w")
    sheet.lines[row] = re.sub(r"scale: \w+", "scale: letterz", sheet.lines[row])
    return sheet.mutant(row + 1)


def scale_on_a_group(site: Site, dice: Random) -> Mutant | None:
    sheet, row = framework(site, dice, r"   \s*items:$")
    if not (scales := site.fields(sheet.path).get("scales")):
        return None
    scale = next(iter(scales))
    indent = re.match(r"\s*", sheet.lines[row])[0]  # type: ignore[index]  # it always matches
    sheet.lines.insert(row, f"{indent}scale: {scale}")
    start = max(r for r in rows_like(sheet, "(- )?code:") if r < row)
    return sheet.mutant(row + 1, start + 1)


def levels_disagree(site: Site, dice: Random) -> Mutant:
    sheet, row = framework(site, dice, r"levels: \[")
    names = re.search(r"\[(.*)\]", sheet.lines[row])[1].split(", ")  # type: ignore[index]  # a list
    wrong = [*names, "detail"] if dice.random() < 0.5 else names[:-1]
    sheet.lines[row] = f"  levels: [{', '.join(wrong)}]"
    items = range(row, len(sheet.lines))
    return sheet.mutant(row + 1, *(r + 1 for r in items if "code:" in sheet.lines[r]))


def criterion_of_unknown_grade(site: Site, dice: Random) -> Mutant:
    sheet, row = framework(site, dice, "criteria:$")
    row += 1
    sheet.lines[row] = re.sub(r'"\w+"', f'"{dice.choice(["9", "E", "A"])}"', sheet.lines[row])
    return sheet.mutant(row + 1)


def unknown_revision(site: Site, dice: Random) -> Mutant:
    sheet, row = assessment(site, dice, r"[a-z-]+: \d$")
    sheet.lines[row] = sheet.lines[row][:-1] + dice.choice(["2", "7", "0"])
    return sheet.mutant(row + 1)


def revision_of_unknown_term(site: Site, dice: Random) -> Mutant:
    sheet, row = assessment(site, dice, r"[a-z-]+: \d$")
    sheet.lines[row] = sheet.lines[row].replace(":", "s:")
    return sheet.mutant(row + 1)


def revision_not_recorded(site: Site, dice: Random) -> Mutant:
    sheet, row = assessment(site, dice, r"[a-z-]+: \d$")
    del sheet.lines[row]
    # The finding may stand at the list, or at each score that relies on the term.
    rows = [*sheet.rows("terms_revision"), *sheet.rows("scores")]
    return sheet.mutant(*(r + 1 for r in rows))


def term_changed_since_the_scoring(site: Site, dice: Random) -> Mutant:
    sheet, row = assessment(site, dice, r"[a-z-]+: \d$")
    term = site.sheet(site.path(sheet.lines[row].strip().split(":")[0]))
    term.set("revision", "2")
    wording = 'revision: 1, date: 2026-11-20, note: "Reworded.", definition: "Older words."'
    term.put("history", "history:", f"  - {{{wording}}}")
    scores = {(sheet.path, r + 1) for r in sheet.rows("scores")}
    return Mutant({term.path: term.text.encode()}, frozenset({(sheet.path, row + 1), *scores}))


def missing_score(site: Site, dice: Random) -> Mutant:
    sheet, row = assessment(site, dice)
    del sheet.lines[row]
    return sheet.mutant(*(r + 1 for r in sheet.rows("scores")))


def range_of_no_length(site: Site, dice: Random) -> Mutant:
    sheet, row = framework(site, dice, "rescale:")
    sheet.lines[row] = re.sub(r"from: \[0, \d+\]", "from: [0, 0]", sheet.lines[row])
    return sheet.mutant(row + 1)


def scale_upside_down(site: Site, dice: Random) -> Mutant:
    sheet, row = framework(site, dice, r"\w+: \{kind: number")
    sheet.lines[row] = re.sub(r"min: 0, max: (\d+)", r"min: \1, max: 0", sheet.lines[row])
    return sheet.mutant(row + 1)


def unknown_aggregation(site: Site, dice: Random) -> Mutant:
    sheet, row = framework(site, dice, r"aggregation: \w")
    sheet.lines[row] = re.sub(r"aggregation: \w+", "aggregation: average", sheet.lines[row])
    return sheet.mutant(row + 1)


def weight_that_does_nothing(site: Site, dice: Random) -> Mutant:
    sheet = site.sheet("frameworks/rai/framework.yml")
    row = dice.choice(rows_like(sheet, r"scale: \w"))
    indent = re.match(r"\s*", sheet.lines[row])[0]  # type: ignore[index]  # it always matches
    sheet.lines.insert(row, f"{indent}weight: 3")
    return sheet.mutant(row + 1)


def draft_in_an_item(site: Site, dice: Random) -> Mutant | None:
    sheet, row = framework(site, dice, r"terms: \[")
    used = re.search(r"\[([\w-]+)", sheet.lines[row])[1]  # type: ignore[index]  # a list
    if site.terms[site.path(used)]["status"] == "draft":
        return None
    term = site.sheet(site.path(used))
    term.set("status", "draft")
    return Mutant({term.path: term.text.encode()}, frozenset({(sheet.path, row + 1)}))


KINDS = (
    kind(duplicate_code, 601),
    kind(look_alike_code, 621),
    kind(score_off_scale, 603),
    kind(grade_in_wrong_case, 603),
    kind(score_of_unknown_item, 602),
    kind(score_of_a_group, 602),
    kind(score_given_twice, 11),
    kind(weights_do_not_add_up, 604),
    kind(declared_sum_is_wrong, 604),
    kind(negative_weight, 605, 15),
    kind(unknown_term_of_an_item, 15, 201),
    kind(unknown_scale, 15, 201),
    kind(scale_on_a_group, 608),
    kind(levels_disagree, 607),
    kind(criterion_of_unknown_grade, 615),
    kind(unknown_revision, 612, 15),
    kind(revision_of_unknown_term, 201),
    kind(revision_not_recorded, 613),
    kind(term_changed_since_the_scoring, 611),
    kind(missing_score, 614),
    kind(range_of_no_length, 610),
    kind(scale_upside_down, 15),
    kind(unknown_aggregation, 15),
    kind(weight_that_does_nothing, 606),
    kind(draft_in_an_item, 620),
)
