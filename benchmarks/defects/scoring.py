"""Fields of frameworks and assessments that are missing, wrong, or do not fit each other."""

from __future__ import annotations

import re
from random import Random

from benchmarks.defects.frameworks import assessment, framework, rows_like
from benchmarks.defects.site import Mutant, Site, identifier, kind


def required_field_of_a_framework_missing(site: Site, dice: Random) -> Mutant:
    sheet = site.sheet(dice.choice(site.frameworks))
    keys = ["title", "version", "publisher", "licence", "summary", "confidence", "structure"]
    line = sheet.drop(dice.choice(keys))
    return sheet.mutant(1, line)


def wrong_value_of_a_framework(site: Site, dice: Random) -> Mutant:
    sheet = site.sheet(dice.choice(site.frameworks))
    key, value = dice.choice(
        [
            ("confidence", "high"),
            ("confidence", "Verified"),
            ("comparable", "maybe"),
            ("url", "pefa.org"),
            ("not_rated", "[{code: NA, label: not applicable, effect: ignore}]"),
            ("not_rated", "[{code: NA, effect: exclude}]"),
            ("weights_sum", "all"),
            ("scales", "{x: {kind: letters, values: [A, B]}}"),
            ("scales", "{x: {kind: ordered, values: []}}"),
            ("updated", "2026-11-31"),
        ]
    )
    return sheet.mutant(sheet.set(key, value))


def grade_given_twice(site: Site, dice: Random) -> Mutant | None:
    """Two values of a scale have one code."""
    grade = r"\{code: [A-Z0-9+]+, (label|points)"
    sheet, row = framework(site, dice, grade)
    if row + 1 not in rows_like(sheet, grade):
        return None
    code = sheet.lines[row].split("code: ")[1].split(",")[0]
    sheet.lines[row + 1] = re.sub(r"code: [^,}]+", f"code: {code}", sheet.lines[row + 1])
    return sheet.mutant(row + 1, row + 2)


def item_without_title(site: Site, dice: Random) -> Mutant:
    sheet, row = framework(site, dice, r"\s+title: ")
    del sheet.lines[row]
    return sheet.mutant(row, row + 1)


def unknown_key_of_an_item(site: Site, dice: Random) -> Mutant:
    sheet, row = framework(site, dice, r"\s*(weight|scale|terms|question): ")
    key = re.search(r"(weight|scale|terms|question):", sheet.lines[row])[1]  # type: ignore[index]
    wrong = {"weight": "weigth", "scale": "Scale", "terms": "term", "question": "questions"}[key]
    sheet.lines[row] = sheet.lines[row].replace(f"{key}:", f"{wrong}:", 1)
    return sheet.mutant(row + 1)


def weight_is_no_number(site: Site, dice: Random) -> Mutant:
    sheet, row = framework(site, dice, r"weight: \d")
    wrong = dice.choice(["two", "50%", "1,5", '""', "high"])
    sheet.lines[row] = re.sub(r"weight: [\d.]+", f"weight: {wrong}", sheet.lines[row])
    return sheet.mutant(row + 1)


def weight_forgotten(site: Site, dice: Random) -> Mutant:
    """One of several parts has no weight any more; a part alone needs none."""
    sheet = site.sheet("frameworks/lai/framework.yml")
    inner = [row for row in rows_like(sheet, r"weight: \d") if sheet.lines[row][10:].strip()]
    items = site.fields(sheet.path)["structure"]["items"]
    alone = {item["items"][0]["code"] for item in items if len(item["items"]) == 1}
    starts = {row: max(r for r in rows_like(sheet, "- code:") if r < row) for row in inner}
    row = dice.choice([r for r in inner if sheet.lines[starts[r]].split()[-1] not in alone])
    del sheet.lines[row]
    return sheet.mutant(starts[row] + 1, row, sheet.rows("weights_sum")[0] + 1)


def rescaled_to_nothing(site: Site, dice: Random) -> Mutant:
    sheet, row = framework(site, dice, "rescale:")
    sheet.lines[row] = re.sub(r"to: \[0, \d+\]", "to: [0, 0]", sheet.lines[row])
    return sheet.mutant(row + 1)


def score_at_the_wrong_place(site: Site, dice: Random) -> Mutant:
    """A score without the braces that evidence and sources go into, or with a wrong key."""
    sheet, row = assessment(site, dice)
    code, value = re.fullmatch(r"\s*(.*?): \{score: ([^,}]+).*", sheet.lines[row]).groups()  # type: ignore[union-attr]
    wrong = dice.choice([f"{{scored: {value}}}", "{score: }", f"{{Score: {value}}}", "{}"])
    sheet.lines[row] = f"  {code}: {wrong}"
    return sheet.mutant(row + 1)


def wrong_value_of_an_assessment(site: Site, dice: Random) -> Mutant:
    sheet = site.sheet(dice.choice(site.assessments))
    key, value = dice.choice(
        [
            ("status", "final"),
            ("status", "Published"),
            ("iso3166", "UK"),
            ("iso3166", "Kenya"),
            ("place", '""'),
            ("terms_revision", "[fiscal-autonomy]"),
            ("updated", "24 November 2026"),
            ("assesors", "A. Writer"),
            ("sources", "[{ref: lpsa-nowhere}]"),
        ]
    )
    return sheet.mutant(sheet.set(key, value))


def required_field_of_an_assessment_missing(site: Site, dice: Random) -> Mutant:
    sheet = site.sheet(dice.choice(site.assessments))
    line = sheet.drop(dice.choice(["place", "level", "period", "assessors", "status", "scores"]))
    return sheet.mutant(1, line)


def assessment_of_no_framework(site: Site, dice: Random) -> Mutant:
    path = dice.choice(site.assessments)
    wrong = re.sub(r"frameworks/[\w-]+", "frameworks/pefa-2015", path)
    files = {wrong: site.texts[path].encode()}
    return Mutant(files, frozenset({(wrong, 1)}))


def assessment_named_badly(site: Site, dice: Random) -> Mutant:
    path = dice.choice(site.assessments)
    stem = path.rsplit("/", 1)[1].removesuffix(".yml")
    wrong = dice.choice([stem.replace("-", "_"), stem.title(), stem + "-"])
    moved = path.replace(stem + ".yml", wrong + ".yml")
    return Mutant({path: None, moved: site.texts[path].encode()}, frozenset({(moved, 1)}))


def period_is_not_that_of_the_file(site: Site, dice: Random) -> Mutant:
    path = dice.choice(site.assessments)
    sheet = site.sheet(path)
    return sheet.mutant(sheet.set("period", '"1999"'))


def made_up_scores_are_published(site: Site, dice: Random) -> Mutant:
    unsourced = [path for path in site.assessments if "sources:" not in site.texts[path]]
    sheet = site.sheet(dice.choice(unsourced))
    return sheet.mutant(sheet.set("status", "published"))


def framework_names_the_withdrawn(site: Site, dice: Random) -> Mutant:
    """An item relies on a term that is withdrawn."""
    sheet, row = framework(site, dice, r"terms: \[")
    used = re.search(r"\[([\w-]+)", sheet.lines[row])[1]  # type: ignore[index]  # a list
    term = site.sheet(site.path(used))
    term.set("status", "deprecated")
    term.set("reason", "nobody uses it")
    return Mutant({term.path: term.text.encode()}, frozenset({(sheet.path, row + 1)}))


def term_twice_in_an_item(site: Site, dice: Random) -> Mutant:
    sheet, row = framework(site, dice, r"terms: \[")
    sheet.lines[row] = re.sub(r"\[([\w-]+)", r"[\1, \1", sheet.lines[row])
    return sheet.mutant(row + 1)


def framework_without_a_page(site: Site, dice: Random) -> Mutant:
    """An item is renamed to a label of a term: an id must be an id."""
    sheet, row = framework(site, dice, r"terms: \[")
    term = site.any_term(dice, lambda term: " " in term["term"])
    wrong = dice.choice([site.terms[term]["term"], identifier(term).upper()])
    sheet.lines[row] = re.sub(r"\[.*\]", f"[{wrong}]", sheet.lines[row])
    return sheet.mutant(row + 1)


def average_of_letters_without_points(site: Site, dice: Random) -> Mutant:
    sheet, row = framework(site, dice, r"\{code: \w\+?, .*points")
    sheet.lines[row] = re.sub(r", points: [\d.]+", "", sheet.lines[row])
    return sheet.mutant(row + 1)


def points_of_two_grades_exchanged(site: Site, dice: Random) -> Mutant:
    sheet, row = framework(site, dice, r"\{code: .*points")
    grades = [n for n, line in enumerate(sheet.lines) if re.search(r"\{code: .*points", line)]
    points = re.compile(r"points: [\d.]+")
    other = dice.choice([n for n in grades if abs(n - row) == 1])
    one, two = (points.search(sheet.lines[n])[0] for n in (row, other))  # type: ignore[index]
    sheet.lines[row] = points.sub(two, sheet.lines[row])
    sheet.lines[other] = points.sub(one if dice.random() < 0.5 else two, sheet.lines[other])
    # The line after the two is where the points turn back.
    return sheet.mutant(*range(min(row, other) + 1, max(row, other) + 3))


def compared_with_a_reason_against(site: Site, dice: Random) -> Mutant:
    sheet, row = framework(site, dice, r"comparable: false")
    sheet.lines[row] = "comparable: true"
    return sheet.mutant(row + 1, row + 2)


def code_of_a_grade_for_not_rated(site: Site, dice: Random) -> Mutant | None:
    sheet, row = framework(site, dice, r"\{code: .*effect:")
    if "{code: D, label" not in sheet.text:
        return None
    sheet.lines[row] = re.sub(r'code: [\w"*]+', "code: D", sheet.lines[row])
    return sheet.mutant(row + 1)


KINDS = (
    kind(required_field_of_a_framework_missing, 13),
    kind(wrong_value_of_a_framework, 13, 14, 15),
    kind(grade_given_twice, 601, 11),
    kind(item_without_title, 13, 9),
    kind(unknown_key_of_an_item, 12),
    kind(weight_is_no_number, 13, 14, 15),
    kind(weight_forgotten, 604, 624),
    kind(rescaled_to_nothing, 610),
    kind(score_at_the_wrong_place, 12, 13, 14),
    kind(wrong_value_of_an_assessment, 12, 13, 14, 15, 201),
    kind(required_field_of_an_assessment_missing, 13),
    kind(assessment_of_no_framework, 201, 20),
    kind(assessment_named_badly, 101),
    kind(period_is_not_that_of_the_file, 623),
    kind(made_up_scores_are_published, 627),
    kind(framework_names_the_withdrawn, 213),
    kind(term_twice_in_an_item, 206),
    kind(framework_without_a_page, 15, 201),
    kind(average_of_letters_without_points, 13),
    kind(points_of_two_grades_exchanged, 626),
    kind(compared_with_a_reason_against, 606),
    kind(code_of_a_grade_for_not_rated, 601),
)
