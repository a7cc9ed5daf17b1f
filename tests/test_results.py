"""Pages of results, made from small sites: what they say at every level, and what they mark."""

from __future__ import annotations

import re
from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path

import pytest

from lpsa_build.adapters.publication import render
from lpsa_build.config import read_settings
from lpsa_build.lint.check import review
from lpsa_build.render.page import TOKEN
from lpsa_build.render.page import Page as RenderedPage
from lpsa_build.render.results import MOST_ROWS, step_of
from tests.site_building import term, write_site
from tests.site_reading import Element, Page

HEAD = """\
title: Simple
version: "1"
publisher: Somebody
licence: Ours.
summary: A small framework.
confidence: knowledge
scales:
  letters:
    kind: ordered
    values:
      - {code: A, label: good, points: 2}
      - {code: B, points: 1}
      - {code: C, points: 0}
not_rated:
  - {code: NA, label: not applicable, effect: exclude}
  - {code: IE, label: no evidence, effect: lowest}
"""
FRAMEWORK = f"""{HEAD}\
aggregation: mean
structure:
  levels: [pillar, indicator]
  items:
    - code: I
      title: First
      terms: [grant]
      items:
        - {{code: I.1, title: One, scale: letters}}
        - {{code: I.2, title: Two, scale: letters, weight: 0}}
    - code: II
      title: Second
      items:
        - {{code: II.1, title: Three, scale: letters}}
        - {{code: II.2, title: Four, scale: letters}}
"""
NO_RANKING = FRAMEWORK.replace(
    "aggregation: mean", "aggregation: none\ncomparable: false\ncomparable_reason: Nobody may rank."
)
GRANT = term(
    "grant", "Money that one government gives to another.", revision="2", status="reviewed"
)


def assessment(place: str, scores: str, year: str = "2025", revision: int = 2) -> str:
    """Return an illustrative assessment: ``scores`` are pairs like ``I.1 A``."""
    lines = [f"  {pair.split()[0]}: {{score: {pair.split()[1]}}}\n" for pair in scores.split(", ")]
    return (
        f'place: {place}\nlevel: local\nperiod: "{year}"\nassessors: Nobody\nstatus: illustrative\n'
        f"terms_revision: {{grant: {revision}}}\nscores:\n{''.join(lines)}"
    )


def made(folder: Path, files: Mapping[str, str]) -> dict[str, Page]:
    """Return the pages of a small site by path, without the frame around them."""
    result = review(read_settings(write_site(folder, {"glossary/grant.md": GRANT, **files})))
    return {page.path: Page(whole(page)) for page in render(result).pages}


def whole(page: RenderedPage) -> str:
    """Return a page with its trusted parts in their places."""
    return TOKEN.sub(lambda token: page.parts.get(token[1], ""), page.markdown)


def simple(framework: str = FRAMEWORK, **assessments: str) -> dict[str, str]:
    """Return the files of a framework with its assessments."""
    files = {
        f"frameworks/simple/assessments/{name.replace('_', '-')}.yml": text
        for name, text in assessments.items()
    }
    return {"frameworks/simple/framework.yml": framework, **files}


def texts(page: Page, class_: str) -> list[str]:
    return [element.text for element in page.root.all(class_=class_)]


def row(page: Page, code: str) -> Element:
    return page.root.one("tr", id=f"item-{code}")


def test_results_stand_at_every_level_with_how_much_is_rated(tmp_path: Path) -> None:
    """One of four is not applicable and one is not scored: a result says so beside it."""
    files = simple(valoria_2025=assessment("Valoria", "I.1 A, I.2 NA, II.1 B"))
    page = made(tmp_path, files)["frameworks/simple/valoria-2025.md"]
    said = page.root.text
    assert "Rated 2 of 4 items; 1 left out; 1 not scored" in said
    assert "Overall 1.5 mean 2 of 4 items rated" in said
    assert "Result of this pillar: 2 mean 1 of 2 items rated" in said
    assert "Result of this pillar: 1 mean 1 of 2 items rated" in said
    assert "A good" in row(page, "I.1").text
    assert "NA not applicable weight 0" in row(page, "I.2").text
    assert "– not scored" in row(page, "II.2").text


def test_what_is_partly_rated_is_marked_in_a_chart(tmp_path: Path) -> None:
    files = simple(valoria_2025=assessment("Valoria", "I.1 A, I.2 NA, II.1 B, II.2 C"))
    body = "---\ntitle: About\n---\n[[chart: bars simple/valoria-2025 level=pillar]]\n"
    page = made(tmp_path, {**files, "content/about.md": body})["about.md"]
    labels = [text.text for text in page.root.one("svg").all("text")]
    assert ["†I First", "2", "II Second", "0.5"] == labels[:4]
    assert "†: only some of the items are rated" in page.root.text


def test_only_the_codes_that_were_used_are_explained(tmp_path: Path) -> None:
    files = simple(valoria_2025=assessment("Valoria", "I.1 A, I.2 NA"))
    page = made(tmp_path, files)["frameworks/simple/valoria-2025.md"]
    assert "Codes that are no score NA not applicable (left out of the result)" in page.root.text
    assert "no evidence" not in page.root.text


def test_scores_by_a_changed_definition_are_in_doubt(tmp_path: Path) -> None:
    """The first pillar relies on the term, the second does not."""
    files = simple(
        valoria_2025=assessment("Valoria", "I.1 A, II.1 B", revision=1),
        lumora_2025=assessment("Lumora", "I.1 A, II.1 B", revision=2),
    )
    pages = made(tmp_path, files)
    page = pages["frameworks/simple/valoria-2025.md"]
    assert "grant: scored under revision 1, now 2; items: I.1" in page.root.text
    assert "In doubt: the meaning of grant has changed." in row(page, "I.1").text
    assert "In doubt" not in row(page, "II.1").text
    assert "doubt" not in pages["frameworks/simple/lumora-2025.md"].root.text


@pytest.mark.parametrize(("status", "marked"), [("draft", True), ("reviewed", False)])
def test_draft_terms_behind_items_are_marked(tmp_path: Path, status: str, marked: bool) -> None:
    files = {**simple(), "glossary/grant.md": GRANT.replace("reviewed", status)}
    page = made(tmp_path, files)["frameworks/simple/index.md"]
    terms = [element.text for element in page.root.all("ul", class_="lpsa-terms")]
    assert [f"grant{' Draft' if marked else ''}"] == terms


def test_assessments_stand_side_by_side_by_pillar(tmp_path: Path) -> None:
    files = simple(
        lumora_2025=assessment("Lumora", "I.1 A, I.2 A, II.1 B, II.2 B"),
        valoria_2020=assessment("Valoria", "I.1 C, I.2 C, II.1 C", "2020"),
        valoria_2025=assessment("Valoria", "I.1 B, I.2 B, II.1 A, II.2 C", "2025"),
    )
    page = made(tmp_path, files)["frameworks/simple/compare.md"]
    table = page.root.one("table", class_="lpsa-table--side")
    assert "Illustrative scores, Simple by pillar: Lumora, 2025" in table.one("caption").text
    rows = [[cell.text for cell in line.all("td")] for line in table.all("tr")[1:]]
    assert [["2", "0", "1"], ["1", "0 1 of 2 items rated", "1"]] == rows[:2]
    assert ["1.5", "0 3 of 4 items rated", "1"] == rows[2]
    captions = [caption.text for caption in page.root.all("figcaption")]
    assert "Valoria, 2020; Valoria, 2025" in captions[-1]
    assert "made up" in page.root.one(class_="lpsa-notice--illustrative").text


def test_where_nobody_may_rank_there_is_no_total_and_the_reason_is_said(tmp_path: Path) -> None:
    files = simple(
        NO_RANKING,
        lumora_2025=assessment("Lumora", "I.1 A, I.2 A"),
        valoria_2025=assessment("Valoria", "I.1 B, I.2 C"),
    )
    pages = made(tmp_path, files)
    page = pages["frameworks/simple/compare.md"]
    table = page.root.one("table", class_="lpsa-table--side")
    assert "No ranking and no average across places. Nobody may rank." in page.root.text
    assert [] == table.all("tfoot")
    assert "data-lpsa-sort" not in table.attributes
    heads = [line.one("th").text for line in table.all("tr")[1:]]
    assert ["I First", "I.1 One", "I.2 Two"] == heads[:3]
    overall = pages["frameworks/simple/valoria-2025.md"].root.text
    assert "Nothing is added up to a whole. Nobody may rank." in overall


def test_one_assessment_is_compared_with_nothing(tmp_path: Path) -> None:
    files = simple(valoria_2025=assessment("Valoria", "I.1 A"))
    assert "frameworks/simple/compare.md" not in made(tmp_path, files)


DIRECTIVES = {
    "[[definition: grant]]": "Money that one government gives to another.",
    "[[terms: domain=fiscal]]": "Money that one government gives to another.",
    "[[framework: simple item=I]]": "From Simple",
    "[[assessment: simple/valoria-2025 item=II]]": "Illustrative scores, II Second: Valoria, 2025",
    "[[chart: radar simple/valoria-2025 level=indicator]]": "Values of this chart",
    "[[comparison: simple valoria-2025 lumora-2025]]": "Valoria, 2025; Lumora, 2025",
}


@pytest.mark.parametrize(("directive", "expected"), DIRECTIVES.items())
def test_a_directive_puts_its_part_into_a_page(
    tmp_path: Path, directive: str, expected: str
) -> None:
    """Twice on one page, so that no id may stand there twice; made-up scores say so."""
    body = f"---\ntitle: About\n---\nBefore.\n\n{directive}\n\n{directive}\n\nAfter.\n"
    files = simple(
        lumora_2025=assessment("Lumora", "I.1 A, I.2 B, II.1 C, II.2 A"),
        valoria_2025=assessment("Valoria", "I.1 B, I.2 C, II.1 C, II.2 A"),
    )
    page = made(tmp_path, {**files, "content/about.md": body})["about.md"]
    parts = page.root.all("div", class_="lpsa-inserted")
    assert 2 == len(parts)
    assert all(expected in part.text for part in parts)
    assert "[[" not in page.root.text
    assert [] == [id for id, times in page.ids.items() if times > 1]
    assert ("Illustrative" in parts[0].text) == ("valoria" in directive)
    for link in parts[0].all("a"):
        assert re.match(r"\.\./(glossary|frameworks)/", link["href"]), link["href"]


def test_a_framework_of_ten_thousand_items_is_folded(tmp_path: Path) -> None:
    """Whether they hang on pillars or not: no table is long, none is open, every item is there."""
    flat = [f"    - {{code: F{n}, title: Item, scale: letters}}\n" for n in range(10_000)]
    framework = f"{HEAD}structure:\n  levels: [item]\n  items:\n{''.join(flat)}"
    pillars = [
        f"    - code: P{p}\n      title: Pillar\n      items:\n"
        + "".join(
            f"        - {{code: P{p}.{n}, title: Item, scale: letters}}\n" for n in range(2000)
        )
        for p in range(5)
    ]
    deep = f"{HEAD}structure:\n  levels: [pillar, item]\n  items:\n{''.join(pillars)}"
    files = {"frameworks/flat/framework.yml": framework, "frameworks/deep/framework.yml": deep}
    pages = made(tmp_path, files)
    for name in ("flat", "deep"):
        page = pages[f"frameworks/{name}/index.md"]
        tables = [t for t in page.root.all("table") if "data-lpsa-sort" in t.attributes]
        rows = [len(table.one("tbody").all("tr")) for table in tables]
        assert 10_000 == sum(rows)
        assert max(rows) <= MOST_ROWS
        folds = [[e for e in table.ancestors() if e.tag == "details"] for table in tables]
        assert all(len(fold) == 1 and "open" not in fold[0].attributes for fold in folds)
        first = page.root.all("summary")[-1].text
        assert first in {"F9500 to F9999", "P4.1500 to P4.1999"}


def test_too_many_results_are_cut_to_the_highest_level(tmp_path: Path) -> None:
    """The page says so; the pillars stand side by side, and no picture is tried."""
    items = "".join(f"        - {{code: I.{n}, title: Item, scale: letters}}\n" for n in range(500))
    framework = (
        f"{HEAD}comparable: false\naggregation: none\nstructure:\n  levels: [pillar, item]\n"
        f"  items:\n    - code: I\n      title: First\n      items:\n{items}"
    )
    scores = ", ".join(f"I.{n} B" for n in range(500))
    places = {f"place_{n}": assessment(f"Place {n}", scores) for n in range(10)}
    page = made(tmp_path, simple(framework, **places))["frameworks/simple/compare.md"]
    table = page.root.one("table", class_="lpsa-table--side")
    assert ["I First"] == [line.one("th").text for line in table.all("tr")[1:]]
    assert "There are too many scores to show them all" in page.root.text
    assert [] == page.root.all("svg")


def test_only_the_lowest_score_has_the_lowest_step_and_halves_go_up() -> None:
    """As in the two scripts that show scores: a place looks the same wherever it is shown."""
    positions = [Fraction(n, 60) for n in (0, 1, 29, 30, 49, 50, 60)]
    assert [0, 1, 1, 2, 2, 3, 3] == [step_of(position) for position in positions]
    assert step_of(None) is None


def test_a_title_names_four_places_and_counts_the_others(tmp_path: Path) -> None:
    """A caption of sixty names would stand before every table and chart, and be read out."""
    places = {f"place_{n}_2025": assessment(f"Place {n}", "I.1 A, II.1 B") for n in range(6)}
    page = made(tmp_path, simple(**places))["frameworks/simple/compare.md"]
    assert (
        "Place 2, 2025; Place 3, 2025; and 2 more"
        in page.root.one("caption", id="caption-all").text
    )
