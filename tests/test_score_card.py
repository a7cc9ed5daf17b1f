"""The score card in a real browser: filled in, kept, taken away, read back, forgotten."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from openpyxl import load_workbook
from playwright.sync_api import Browser, Page, expect, sync_playwright

from lpsa_build.config import read_settings
from lpsa_build.exchange.assessment_file import check_filled
from lpsa_build.exchange.workbook_reading import read_workbook
from lpsa_build.lint.check import Review, review_files
from lpsa_build.model.framework import Assessment
from lpsa_build.model.validate import validate
from lpsa_build.source.files import SourceFile
from lpsa_build.source.finding import Severity
from lpsa_build.source.yaml_tree import parse_yaml
from tests.browsing import PHONE, WIDTHS, Visitor, served, start_browser
from tests.site_building import ROOT, build_here
from tests.site_reading import BuiltSite
from tests.test_browser import WCAG, barriers, faults_at, fits, tab_to

PEFA, LAI, RAI = (f"frameworks/{name}/score-card/" for name in ("pefa-2016", "lai", "rai"))
ENDINGS = ("xlsx", "csv", "json", "yml")
TRICKY = "=1+1; \"quoted\", 'single' #5 — a: b\n- line two\\n  {x: [y]} _x0041_"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = start_browser(playwright)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def reader(browser: Browser, site: BuiltSite) -> Iterator[Visitor]:
    with served(site) as address:
        yield Visitor(browser, address)


def ready(page: Page) -> Page:
    """Wait until the form has its scripts."""
    expect(page.locator(".lpsa-fill__results")).to_be_visible()
    return page


def kept(page: Page, framework: str) -> Any:
    """Return what the browser keeps for a framework; None if nothing."""
    return json.loads(
        page.evaluate(f"localStorage.getItem('lpsa-score-card:{framework}')") or "null"
    )


def item(page: Page, code: str) -> Any:
    """Return the part of the form that is for one item."""
    return page.locator(f'[data-code="{code}"]')


def read(page: Page, path: Path | dict[str, Any]) -> None:
    """Give the form a file, and wait until it says what it made of it."""
    said = page.locator(".lpsa-fill__said")
    page.evaluate("document.querySelector('.lpsa-fill__said').replaceChildren()")
    page.locator("input[type=file]").set_input_files(path)  # type: ignore[arg-type]
    expect(said).not_to_be_empty()


def text_file(name: str, text: str) -> dict[str, Any]:
    return {"name": name, "mimeType": "text/plain", "buffer": text.encode()}


def save(page: Page, folder: Path, ending: str) -> Path:
    """Save what is entered, and return the file."""
    with page.expect_download() as started:
        page.locator(f"[data-save={'yaml' if ending == 'yml' else ending}]").click()
    assert started.value.suggested_filename.endswith(f".{ending}")
    path = folder / started.value.suggested_filename
    started.value.save_as(path)
    return path


def test_a_framework_is_filled_in_by_keyboard_and_added_up(reader: Visitor) -> None:
    """By the keys of radio buttons and fields alone; results and picture follow."""
    with reader.reading(RAI) as page:
        ready(page)
        tab_to(page, "[data-field=place]", most=40)
        page.keyboard.type("Austria")
        page.locator('[data-code="ID"] input:checked').focus()
        for _ in range(4):
            page.keyboard.press("ArrowDown")
        assert {"score": "3", "evidence": ""} == kept(page, "rai")["scores"]["ID"]
        page.keyboard.press("Tab")
        page.keyboard.type("The constitution.")
        expect(page.locator("[data-at=progress]")).to_have_text(
            "1 of 10 items have a score or a code"
        )
        expect(page.locator("[data-of]").first).to_contain_text("– 1 of 5 rated")
        expect(page.locator("[data-at=results] tr").first).to_contain_text("3")
        assert "The constitution." == kept(page, "rai")["scores"]["ID"]["evidence"]


def test_results_are_those_of_the_build(reader: Visitor, content: Review) -> None:
    """For every assessment that the site publishes, as it is read from its YAML and its JSON."""
    for framework in ("pefa-2016", "lai", "rai"):
        with reader.reading(f"frameworks/{framework}/score-card/") as page:
            ready(page)
            for entry in content.knowledge.assessments_of(framework):
                address = f"data/assessments/{entry.id}.json"
                data = json.loads(page.request.get(reader.address + address).text())
                read(page, ROOT / entry.path)
                entered = kept(page, framework)["scores"]
                assert entry.fields.given == {c: s["score"] for c, s in entered.items()}
                for part in data["result"]["items"]:
                    shown = page.locator(f'[data-of="{part["code"]}"]')
                    if part["aggregation"] not in {None, "none"}:
                        expect(shown).to_contain_text(part["score"] or "–")
                    if part["aggregation"] and part["rated"] < part["of"]:
                        expect(shown).to_contain_text(f"{part['rated']} of {part['of']} rated")


def test_what_is_entered_is_kept_and_deleted_and_nothing_is_sent(reader: Visitor) -> None:
    """A reload keeps it, the button forgets it; the visitor fails if another host is asked."""
    with reader.reading(LAI, width=PHONE) as page:
        ready(page)
        item(page, "LP").locator("input").fill("1/3")
        item(page, "LP").locator("textarea").fill("A note")
        page.locator("[data-field=period]").fill("2026")
        page.reload()
        ready(page)
        expect(item(page, "LP").locator("input")).to_have_value("1/3")
        expect(item(page, "LP").locator("textarea")).to_have_value("A note")
        expect(page.locator("[data-field=period]")).to_have_value("2026")
        sent: list[str] = []
        page.on("request", lambda request: sent.append(request.url))
        item(page, "ID").locator("input").fill("2")
        page.locator(".lpsa-fill__files summary").click()
        page.locator("[data-delete]").click()
        expect(page.locator(".lpsa-fill__said")).to_have_text(
            "Everything is deleted from this device."
        )
        assert kept(page, "lai") is None
        assert [] == sent
        page.reload()
        ready(page)
        expect(item(page, "LP").locator("input")).to_have_value("")
        assert kept(page, "lai") is None


def test_a_value_off_the_scale_is_marked(reader: Visitor) -> None:
    """It is kept as it was typed, counts for nothing, and is told where it stands and below."""
    with reader.reading(LAI) as page:
        ready(page)
        field = item(page, "LP").locator("input")
        field.fill("99")
        expect(field).to_have_attribute("aria-invalid", "true")
        expect(field).to_have_accessible_description(re.compile("“99” is not on the scale"))
        expect(page.locator("[data-at=missing]")).to_contain_text("Not on their scale: LP")
        expect(page.locator("[data-at=progress]")).to_contain_text("0 of 11")
        field.fill("1/3")
        expect(field).not_to_have_attribute("aria-invalid", "true")
        expect(page.locator("[data-at=progress]")).to_contain_text("1 of 11")


@pytest.mark.parametrize(
    "name", ["pefa-2016/valoria-2025", "rai/austria-2018", "lai/example-country-c-2020"]
)
def test_every_file_reads_back_to_the_same(
    reader: Visitor, content: Review, name: str, tmp_path: Path
) -> None:
    """Also tricky evidence, and notes on an item without a score; the build reads them as well."""
    knowledge = content.knowledge
    framework = name.split("/")[0]
    with reader.reading(f"frameworks/{framework}/score-card/") as page:
        ready(page)
        read(page, ROOT / knowledge.assessments[name].path)
        page.locator("[data-field=id]").fill("tricky-2026")
        codes = list(kept(page, framework)["scores"])
        item(page, codes[0]).locator("textarea").fill(TRICKY)
        if (free := page.locator(".lpsa-fill__item:has(input[value='']:checked)")).count():
            free.first.locator("textarea").fill("to be scored")
        before = kept(page, framework)
        for ending in ENDINGS:
            path = save(page, tmp_path, ending)
            page.locator("[data-field=place]").fill("Elsewhere")
            read(page, path)
            after = kept(page, framework)
            assert before == after, ending
    entered = {c: s for c, s in before["scores"].items() if s["score"]}
    for fields in (of_yaml(tmp_path / "tricky-2026.yml"), of_workbook(tmp_path, content)):
        assert {c: (s["score"], s["evidence"]) for c, s in entered.items()} == {
            c: (s.score, s.evidence or "") for c, s in fields.scores.items()
        }
        assert knowledge.assessments[name].fields.sources == fields.sources
        assert knowledge.assessments[name].fields.terms_revision == fields.terms_revision


def of_yaml(path: Path) -> Assessment:
    tree, faults = parse_yaml("x.yml", path.read_text(encoding="utf-8"))
    fields, more = validate(Assessment, "x.yml", tree)
    assert [] == [*faults, *more]
    assert fields
    return fields


def of_workbook(folder: Path, content: Review) -> Assessment:
    """Return what ``lpsa import xlsx`` reads; a note without a score is told there."""
    data = (folder / "tricky-2026.xlsx").read_bytes()
    filled, findings = read_workbook("x.xlsx", data)
    assert [] == findings
    assert filled
    value: Any = filled.tree.value
    for code in [code for code, score in value["scores"].items() if "score" not in score]:
        del value["scores"][code]
    entry, _ = check_filled(content.knowledge, "x.xlsx", filled)
    assert entry
    return entry.fields


def test_the_yaml_of_a_new_assessment_passes_the_check(
    reader: Visitor, content: Review, tmp_path: Path
) -> None:
    """Among all other content, at the place for which it is made."""
    with reader.reading(RAI) as page:
        ready(page)
        for name, value in (
            ("place", "Österreich"),
            ("level", "regional"),
            ("period", "2024-2026"),
        ):
            page.locator(f"[data-field={name}]").fill(value)
        expect(page.locator("[data-at=missing]")).to_contain_text("Assessors")
        page.locator("[data-field=assessors]").fill("Us")
        page.locator("[data-field=status]").select_option("illustrative")
        expect(page.locator("[data-at=made-up]")).to_be_visible()
        for box in page.locator(".lpsa-fill__item").all():
            box.locator("label").nth(1).click()
        path = save(page, tmp_path, "yml")
    assert "osterreich-2026.yml" == path.name
    address = f"frameworks/rai/assessments/{path.name}"
    text = path.read_text(encoding="utf-8")
    settings = read_settings(ROOT / "mkdocs.yml")
    files = [SourceFile(p, t, t.encode()) for p, t in {**content.texts, address: text}.items()]
    found = review_files(settings, files, ()).findings
    assert [] == [f for f in found if f.path == address and f.severity is not Severity.ADVICE]


def test_the_workbook_of_the_build_is_read(
    reader: Visitor, content: Review, tmp_path: Path
) -> None:
    """Each that the site offers for an assessment; the empty one leaves nothing but the form."""
    with reader.reading(PEFA) as page:
        ready(page)
        for entry in content.knowledge.assessments_of("pefa-2016"):
            path = tmp_path / "x.xlsx"
            answer = page.request.get(f"{reader.address}data/assessments/{entry.id}.xlsx")
            path.write_bytes(answer.body())
            read(page, path)
            found = kept(page, "pefa-2016")
            assert entry.fields.given == {c: s["score"] for c, s in found["scores"].items()}
            assert entry.fields.place == found["place"]
            assert entry.fields.terms_revision == found["terms_revision"]
        page.locator("[data-undo]").click()
        assert found != kept(page, "pefa-2016")
        path.write_bytes(page.request.get(f"{reader.address}data/frameworks/pefa-2016.xlsx").body())
        read(page, path)
        assert {} == kept(page, "pefa-2016")["scores"]


def test_the_csv_of_the_site_is_read_without_its_results(reader: Visitor) -> None:
    with reader.reading(LAI) as page:
        ready(page)
        name = "data/assessments/lai/example-country-a-2015.csv"
        read(page, text_file("a.csv", page.request.get(reader.address + name).text()))
        expect(page.locator(".lpsa-fill__said")).to_contain_text("11 scores were read from a.csv")
        expect(page.locator(".lpsa-fill__said")).to_contain_text("8 lines with computed results")
        read(page, text_file("b.csv", "code;score\nLP;3\nID;2\n"))
        assert ["3", "2"] == [s["score"] for s in kept(page, "lai")["scores"].values()]


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("a.yml", "scores:\n  LP: {score: 99}\n  XX: {score: 1}\nplaec: X\n",
         ["LP: “99” is not on the scale", "“XX” is no code", "“plaec” is no field"]),
        ("a.yml", "place: [x\n", ["line 1"]),
        ("a.yml", "place: X\nplace: Y\n", ["line 2: “place” twice"]),
        ("a.yml", "place: &x X\n", ["line 1: an anchor"]),
        ("a.yml", "scores: {LP: 3}\n", ["“LP” is not as it should be"]),
        ("a.yml", "scores:\n\tLP: {score: 3}\n", ["a tab"]),
        ("a.json", "{", ["cannot be read as JSON"]),
        ("a.json", '{"framework": "rai"}', ["for the framework “rai”"]),
        ("a.json", '{"status": "fine", "sources": "x"}', ["may not be “fine”", "“sources” is not"]),
        ("a.json", '{"scores": {"__proto__": {"score": "1"}}}', ["“__proto__” is no code"]),
        ("a.csv", "code,score\nLP,3\nLP,2\n", ["“LP” is given twice"]),
        ("a.csv", 'code,score\nLP,"3\n', ["cannot be read as CSV"]),
        ("a.csv", "name,value\n", ["“name, value” is not as it should be"]),
        ("a.csv", "code,score,colour\nLP,3,red\n", ["“colour” is no field"]),
        ("a.xlsx", "PK", ["cannot be read as XLSX"]),
    ],
    ids=str,
)  # fmt: skip
def test_what_does_not_fit_is_refused_with_a_list_and_changes_nothing(
    reader: Visitor, name: str, text: str, words: list[str]
) -> None:
    with reader.reading(LAI) as page:
        ready(page)
        item(page, "LP").locator("input").fill("2")
        before = kept(page, "lai")
        read(page, text_file(name, text))
        said = page.locator(".lpsa-fill__said")
        expect(said).to_contain_text(f"{name} does not fit, and nothing was changed")
        for word in words:
            expect(said).to_contain_text(word)
        assert before == kept(page, "lai")
        expect(item(page, "LP").locator("input")).to_have_value("2")


@pytest.mark.parametrize(
    ("cell", "value", "form", "words"),
    [
        ("E3", 0.5, "0%", "Scores!E3 holds a formula, a date or a percentage"),
        ("E3", 0.5, '"%"0.0', "1 scores were read"),
        ("E3", 2, "[Red]General", "1 scores were read"),
        ("E3", datetime(2026, 3, 1), "d-mmm", "Scores!E3 holds a formula, a date"),
        ("E3", datetime(2026, 3, 1), "yyyy-mm-dd", "Scores!E3 holds a formula, a date"),
        ("E3", "=1+1", "@", "Scores!E3 holds a formula"),
        ("E3", True, "General", "LP: “true” is not on the scale"),
        ("L4", "a note", "@", "“a note” is no field"),
        ("J1", "score", "@", "“score” is given twice"),
    ],
    ids=str,
)
def test_a_workbook_is_read_as_it_is_shown_or_not_at_all(
    reader: Visitor, tmp_path: Path, cell: str, value: object, form: str, words: str
) -> None:
    with reader.reading(LAI) as page:
        ready(page)
        book = load_workbook(
            BytesIO(page.request.get(f"{reader.address}data/frameworks/lai.xlsx").body())
        )
        book["Scores"][cell].value = value
        book["Scores"][cell].number_format = form
        book.save(tmp_path / "filled.xlsx")
        read(page, tmp_path / "filled.xlsx")
        expect(page.locator(".lpsa-fill__said")).to_contain_text(words)


def test_a_file_that_is_too_large_is_not_read(reader: Visitor, tmp_path: Path) -> None:
    path = tmp_path / "large.csv"
    path.write_text("code,score\n" + "x" * 5_000_000, encoding="utf-8")
    with reader.reading(LAI) as page:
        ready(page)
        read(page, path)
        expect(page.locator(".lpsa-fill__said")).to_contain_text("the file is too large")


def test_the_yaml_that_people_write_is_read_as_the_build_reads_it(reader: Visitor) -> None:
    """Every notation of texts, lists and mappings that contributors use."""
    text = """\
# a comment
place: "São \\"Lumora\\""   # another
level: local
period: '2025'
assessors: Us and
  them: never
"""
    good = """\
---
# a comment
place: "S\\u00e3o \\"Lumora\\" \\
  City"   # another
level: local # here
period: '2025''s end'
assessors: Us
  and them
status: draft
summary: >-
  One line
  and more.

  Another.
sources:
- {ref: a-b, at: "p. 1, 2"}
- ref: c
  at: |
    on two
    lines
terms_revision: {x: 1, "y": 2}
scores:
  "LP": {score: 3, evidence: 'it''s # so'}
  ID:
    score: 1/3
    evidence: >
      Folded
      text: here.
    sources: [{ref: d}, {ref: e,
      at: f}]
  EPD: {score: "2"}
updated: 2026-01-01
"""
    tree, findings = parse_yaml("x.yml", good)
    assert [] == findings
    fields, more = validate(Assessment, "x.yml", tree)
    assert [] == more
    assert fields
    with reader.reading(LAI) as page:
        ready(page)
        read(page, text_file("x.yml", good))
        found = kept(page, "lai")
        plain = fields.as_data()
        assert {c: s["score"] for c, s in plain["scores"].items()} == {
            c: s["score"] for c, s in found["scores"].items()
        }
        for name in ("place", "level", "period", "assessors", "summary", "sources", "updated"):
            assert plain[name] == found[name], name
        assert plain["scores"]["ID"] == found["scores"]["ID"]
        assert plain["scores"]["LP"] == found["scores"]["LP"]
        read(page, text_file("y.yml", text))
        expect(page.locator(".lpsa-fill__said")).to_contain_text("does not fit")


@pytest.mark.parametrize("framework", ["pefa-2016", "lai"])
def test_without_scripts_a_form_can_be_printed(reader: Visitor, framework: str) -> None:
    """Every item has its choices and room for evidence; nothing that needs a script is shown."""
    with reader.reading(f"frameworks/{framework}/score-card/", scripts=False, width=PHONE) as page:
        for media in ("screen", "print"):
            page.emulate_media(media=media)
            count = {"pefa-2016": 94, "lai": 11}[framework]
            expect(page.locator(".lpsa-fill__item:visible")).to_have_count(count)
            expect(page.locator(".lpsa-fill__item textarea:visible")).to_have_count(count)
            expect(page.locator("article button:visible, input[type=file]:visible")).to_have_count(
                0
            )
            first = page.locator(".lpsa-fill__item").first.locator("input:visible")
            assert {"pefa-2016": 8, "lai": 1}[framework] - (
                media == "print" and framework == "pefa-2016"
            ) == first.count()
        page.emulate_media(media="screen")
        expect(page.get_by_text("form to print")).to_be_visible()
        assert fits(page)


@pytest.mark.parametrize("path", [PEFA, LAI])
def test_the_form_fits_and_keeps_nobody_out(reader: Visitor, path: str) -> None:
    """Filled in, with a picture, a value that is marked, and a list of what did not fit."""
    with reader.reading(path) as page:
        ready(page)
        framework = path.split("/")[1]
        name = {"pefa-2016": "valoria-2025", "lai": "example-country-a-2015"}[framework]
        read(page, ROOT / f"frameworks/{framework}/assessments/{name}.yml")
        read(page, text_file("a.json", '{"x": 1}'))
        if framework == "lai":
            item(page, "LP").locator("input").fill("99")
            expect(page.locator("[data-at=chart] svg")).to_be_visible()
        page.evaluate(Axe().axe_script)
        assert [] == [fault for width in WIDTHS for fault in faults_at(page, width)]


def test_in_arabic_the_form_fits_and_keeps_nobody_out(
    browser: Browser, tmp_path_factory: pytest.TempPathFactory
) -> None:
    config_file = ROOT / "tests" / "sites" / "arabic" / "mkdocs.yml"
    folder = build_here(config_file, tmp_path_factory.mktemp("arabic") / "site")
    arabic = BuiltSite(folder, "https://example.org/ar/")
    with (
        served(arabic) as address,
        Visitor(browser, address).reading("frameworks/simple/score-card/") as page,
    ):
        ready(page)
        page.locator(".lpsa-fill__item label").nth(1).click()
        expect(page.locator("[data-at=progress]")).to_contain_text("1 من")
        page.evaluate(Axe().axe_script)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            assert fits(page)
            assert [] == barriers(page, WCAG)
