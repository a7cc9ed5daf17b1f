# ruff: noqa: F811  # fixtures of another file are arguments here
"""Workbooks that come back filled in: what is read, what is written, and what is refused."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from lpsa_build.exchange import workbook, workbook_cells
from lpsa_build.exchange.assessment_file import check_filled, render_file
from lpsa_build.exchange.workbook_reading import read_workbook
from lpsa_build.lint.check import Review
from lpsa_build.model.framework import Assessment
from lpsa_build.model.knowledge import Entry, KnowledgeBase
from lpsa_build.model.validate import validate
from lpsa_build.source.text import HIDDEN
from lpsa_build.source.yaml_tree import parse_yaml
from tests.test_score_command import ASSESSMENT, FRAMEWORK, PATH, Run, lpsa, site  # noqa: F401

Edit = Callable[[Workbook], None]


@pytest.fixture
def book(site: Path, lpsa: Run) -> Callable[[Edit], str]:
    """Return a function that edits the workbook of the assessment and saves it in the site."""
    from lpsa_build.config import read_settings
    from lpsa_build.lint.check import review

    knowledge = review(read_settings(site / "mkdocs.yml")).knowledge
    framework = knowledge.frameworks["index"]
    data = workbook.assessment(knowledge, framework, knowledge.assessments["index/valoria-2025"])

    def save(edit: Edit) -> str:
        book = load_workbook(BytesIO(data))
        edit(book)
        book.save(site / "filled.xlsx")
        return "filled.xlsx"

    return save


def field(book: Workbook, name: str, value: object) -> None:
    """Write a field of the first sheet."""
    sheet = book["Assessment"]
    row = next(row for row in sheet.iter_rows() if row[0].value == name)
    row[1].value = value  # type: ignore[assignment]  # no merged cell


def cell(book: Workbook, code: str, column: str, value: object, form: str = "@") -> None:
    """Write a cell in the row of an item."""
    sheet = book["Scores"]
    heads = [str(head.value).partition(" (")[0] for head in sheet[1]]
    row = next(row for row in sheet.iter_rows() if row[0].value == code)
    row[heads.index(column)].value = value  # type: ignore[assignment]
    row[heads.index(column)].number_format = form


def misspelt(book: Workbook) -> None:
    """Add a field that there is not."""
    book["Assessment"].cell(30, 1, "sumary")
    book["Assessment"].cell(30, 2, "x")


def again(knowledge: KnowledgeBase, entry: Entry[Assessment]) -> Entry[Assessment]:
    """Return an assessment after its way through a workbook."""
    framework = knowledge.frameworks[entry.id.split("/")[0]]
    filled, findings = read_workbook("x.xlsx", workbook.assessment(knowledge, framework, entry))
    assert [] == findings
    assert filled
    found, more = check_filled(knowledge, "x.xlsx", filled)
    assert found, more
    return found


def test_every_assessment_comes_back_as_it_was(content: Review) -> None:
    """To the same fields, to the same file, and to a new file that says the same."""
    assert content.knowledge.assessments
    for entry in content.knowledge.assessments.values():
        found = again(content.knowledge, entry)
        assert (entry.id, entry.fields) == (found.id, found.fields)
        assert entry.source == render_file(found.fields, entry)
        tree, faults = parse_yaml("new.yml", render_file(found.fields, None))
        assert [] == faults
        assert entry.fields == validate(Assessment, "new.yml", tree)[0]


@given(
    st.text().map(lambda text: HIDDEN.sub("", text).strip()).filter(bool),
    st.sampled_from(
        ["=1+1", "_x0041_", "'=x", "+", "yes", "1_000", "0x1", "#", "- a", "a: b", "null"]
    ),
)
def test_any_evidence_survives(text: str, tricky: str) -> None:
    """Through the workbook and through the file; what looks like a formula stays a text."""
    knowledge, entry = evidence_of(text, tricky)
    found = again(knowledge, entry)
    assert entry.fields.scores == found.fields.scores
    for old in (None, entry):
        changed = found.fields.model_copy(update={"assessors": tricky})
        written = render_file(changed, old)
        read = validate(Assessment, "new.yml", parse_yaml("new.yml", written)[0])[0]
        assert read, written
        assert (changed.scores, tricky) == (read.scores, read.assessors)


def evidence_of(text: str, other: str) -> tuple[KnowledgeBase, Entry[Assessment]]:
    """Return the small site with this evidence in its assessment."""
    from lpsa_build.config import Settings
    from lpsa_build.model.load import build
    from lpsa_build.source.files import SourceFile

    settings = Settings(Path())
    files = {"frameworks/index/framework.yml": FRAMEWORK, PATH: ASSESSMENT}
    knowledge, _ = build(settings, [SourceFile(p, t, t.encode()) for p, t in files.items()])
    entry = knowledge.assessments["index/valoria-2025"]
    scores = dict(entry.fields.scores)
    scores["I.1"] = scores["I.1"].model_copy(update={"evidence": text})
    scores["I.2"] = scores["I.2"].model_copy(update={"evidence": other})
    from dataclasses import replace

    fields = entry.fields.model_copy(update={"scores": scores})
    return knowledge, replace(entry, fields=fields, source=render_file(fields, entry))


def test_only_what_is_different_is_edited(
    lpsa: Run,
    site: Path,
    book: Callable[[Edit], str],
) -> None:
    """Comments, order and notation of all other lines stay."""
    text = ASSESSMENT.replace("scores:\n", "# by two people\nscores:\n").replace(
        "{score: C}", "{score: C}  # disputed"
    )
    (site / PATH).write_text(text, encoding="utf-8")

    def edit(book: Workbook) -> None:
        cell(book, "I.1", "score", "B")
        cell(book, "II.2", "evidence", "Asked the mayor.")
        field(book, "place", "Valoria City")

    assert 0 == lpsa("import", "xlsx", book(edit))[0]
    expected = (
        text.replace("place: Valoria", 'place: "Valoria City"')
        .replace("I.1: {score: A}", "I.1: {score: B}", 1)
        .replace("{score: NA}", '{score: NA, evidence: "Asked the mayor."}')
    )
    assert expected == (site / PATH).read_text(encoding="utf-8")


def test_a_new_file_gets_the_name_of_place_and_year_and_passes_the_check(
    lpsa: Run,
    site: Path,
    book: Callable[[Edit], str],
) -> None:
    def edit(book: Workbook) -> None:
        field(book, "id", None)
        field(book, "place", "São Lumora")
        field(book, "period", "2025-2026")
        cell(book, "I.1", "score", None)

    status, out, err = lpsa("import", "xlsx", book(edit), "--dry-run")
    new = site / "frameworks/index/assessments/sao-lumora-2026.yml"
    assert (0, False) == (status, new.exists())
    assert "advice LPSA614" in err
    assert 0 == lpsa("import", "xlsx", "filled.xlsx")[0]
    assert out == new.read_text(encoding="utf-8")
    assert 0 == lpsa("check", str(new))[0]
    assert "  I.2: {score: C}\n" in out
    assert "  I.1" not in out


def test_a_number_typed_into_a_cell_is_the_score_that_it_shows(content: Review) -> None:
    """Spreadsheet programs keep 3 as a number, however the cell is formatted."""
    knowledge = content.knowledge
    data = workbook.framework(knowledge, knowledge.frameworks["lai"])
    book = load_workbook(BytesIO(data))
    for name in ("place", "level", "assessors"):
        field(book, name, "X")
    field(book, "period", 2026)
    cell(book, "LP", "score", 3)
    cell(book, "EPD", "score", 0.5)
    out = BytesIO()
    book.save(out)
    filled, findings = read_workbook("x.xlsx", out.getvalue())
    assert [] == findings
    assert filled
    entry, _ = check_filled(knowledge, "x.xlsx", filled)
    assert entry
    assert {"LP": "3", "EPD": "0.5"} == entry.fields.given
    assert "2026" == entry.fields.period


def formatted_far_and_wide(book: Workbook) -> None:
    """Format empty cells to the end of both sheets, as some programs do."""
    for sheet in (book["Assessment"], book["Scores"]):
        sheet.cell(1, 1024).number_format = "0.00"
        sheet.cell(1_048_576, 3).number_format = "0.00"
    cell(book, "I.1", "score", "B ")


def test_empty_cells_do_not_make_a_workbook_too_large(
    lpsa: Run, book: Callable[[Edit], str]
) -> None:
    status, out, _ = lpsa("import", "xlsx", book(formatted_far_and_wide), "--dry-run")
    assert 0 == status
    assert "I.1: {score: B}" in out


@pytest.mark.parametrize(
    ("edit", "code", "words"),
    [
        (lambda b: cell(b, "I.1", "score", "E"), "LPSA603", "Scores!E3: The score “E”"),
        (lambda b: cell(b, "I", "score", "A"), "LPSA602", "Scores!A2: “I” has no scale"),
        (lambda b: cell(b, "I.1", "code", "I.9"), "LPSA602", "Scores!A3: “I.9” is not a code"),
        (lambda b: cell(b, "I.1", "code", "I.2"), "LPSA011", "Scores!A4: “I.2” is given twice"),
        (lambda b: cell(b, "I.1", "code", None), "LPSA013", "Scores!A3: there is no code"),
        (lambda b: cell(b, "I.1", "score", "=1+1"), "LPSA014", "Scores!E3: the cell holds a form"),
        (lambda b: cell(b, "I.1", "sources", "nowhere"), "LPSA201", "Scores!G3: "),
        (lambda b: cell(b, "I.1", "evidence", "a\u202eb"), "LPSA004", "Scores!F3: "),
        (lambda b: field(b, "iso3166", "Kenya"), "LPSA015", "Assessment!B5: “iso3166”: “Kenya”"),
        (lambda b: field(b, "status", "fine"), "LPSA015", "Assessment!B9: “status” may not be"),
        (lambda b: field(b, "place", None), "LPSA013", "“place” is required"),
        (lambda b: field(b, "framework", "other"), "LPSA201", "Assessment!B2: there is no frame"),
        (lambda b: field(b, "id", "../x"), "LPSA101", "“../x” cannot be the name"),
        (lambda b: field(b, "level", "=A1"), "LPSA014", "Assessment!B6: the cell holds a formula"),
        (lambda b: misspelt(b), "LPSA012", "Assessment!A30: “sumary” is given"),
        (lambda b: cell(b, "I.1", "score", 0.5, "0%"), "LPSA014", "Scores!E3: the cell holds a pe"),
        (lambda b: b["Scores"].cell(1, 11, "remarks"), "LPSA012", "Scores!K1: “remarks” is no col"),
        (lambda b: b["Scores"].cell(1, 11, "score"), "LPSA012", "Scores!K1: “score” is given tw"),
        (lambda b: b["Scores"].cell(4, 12, "hm"), "LPSA012", "Scores!L4: “hm” stands where"),
        (lambda b: b["Assessment"].cell(3, 4, "hm"), "LPSA012", "Assessment!D3: “hm” stands"),
        (lambda b: b.create_sheet("Notes"), "LPSA020", "The sheet “Notes” is not read"),
        (lambda b: b.remove(b["Scores"]), "LPSA013", "There is no sheet “Scores”"),
        (lambda b: b["Scores"].cell(13_000, 1, "x"), "LPSA019", "more than 12000 rows"),
        (lambda b: b["Scores"].cell(1, 60, "x"), "LPSA019", "more than 40 columns"),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_told_with_its_cell_and_nothing_is_written(
    lpsa: Run,
    site: Path,
    book: Callable[[Edit], str],
    edit: Edit,
    code: str,
    words: str,
) -> None:
    before = (site / PATH).read_bytes()
    status, out, err = lpsa("import", "xlsx", book(edit))
    assert (1, "") == (status, out)
    assert f"error {code}" in err
    assert words in err
    assert "Nothing was written." in err
    assert before == (site / PATH).read_bytes()
    assert [PATH] == [p.relative_to(site).as_posix() for p in site.glob("**/assessments/*")]


def part(name: str, content: bytes) -> Callable[[bytes], bytes]:
    """Return what adds a part to a zip."""

    def add(data: bytes) -> bytes:
        out = BytesIO(data)
        with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr(name, content)
        return out.getvalue()

    return add


def bomb(data: bytes) -> bytes:
    """A part that declares less than it holds: no more is read than it declares."""
    made = part("xl/bomb.xml", b" " * 1_000_000)(data)
    at = made.rindex(b"PK\x01\x02")
    return made[: at + 24] + (10).to_bytes(4, "little") + made[at + 28 :]


@pytest.mark.parametrize(
    ("harm", "words"),
    [
        (part("xl/media/x.bin", b"\0" * 50_000_000), "Unpacked, the file is larger"),
        (bomb, "damaged"),
        (part("xl/externalLinks/externalLink1.xml", b"<a/>"), "leads out of it"),
        (part("xl/vbaProject.bin", b"x"), "leads out of it, or runs"),
        (part("xl/x.xml", b'<!DOCTYPE a [<!ENTITY b "c">]><a/>'), "xl/x.xml holds declarations"),
        (part("xl/y.xml", '<!DOCTYPE a []><a/>'.encode("utf-16")), "xl/y.xml holds declarations"),
        (lambda data: data[: len(data) // 2], "damaged or locked"),
        (lambda _: b"place,score\r\n", "no Excel workbook"),
        (lambda _: b"", "is no Excel workbook (.xlsx)"),
        (lambda data: data + b"\0" * 6_000_000, "larger than 5 MB"),
    ],
)  # fmt: skip
def test_what_could_harm_is_refused(
    harm: Callable[[bytes], bytes], words: str, content: Review
) -> None:
    knowledge = content.knowledge
    data = workbook.framework(knowledge, knowledge.frameworks["lai"])
    filled, findings = read_workbook("x.xlsx", harm(data))
    assert filled is None
    assert [words] == [words for finding in findings if words in finding.message], findings


def test_a_damaged_part_is_told_and_not_thrown(content: Review) -> None:
    """Each part of a workbook in turn holds something else."""
    knowledge = content.knowledge
    data = workbook.framework(knowledge, knowledge.frameworks["lai"])
    with zipfile.ZipFile(BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    for name in parts:
        for wrong in (b"", b"<a/>", parts[name][: len(parts[name]) // 2]):
            out = BytesIO()
            with zipfile.ZipFile(out, "w") as archive:
                for other, whole in parts.items():
                    archive.writestr(other, wrong if other == name else whole)
            _, findings = read_workbook("x.xlsx", out.getvalue())
            assert all(finding.message and finding.cure for finding in findings), name


@pytest.mark.usefixtures("site")
def test_a_file_that_is_not_there_is_wrong_usage(lpsa: Run) -> None:
    assert 2 == lpsa("import", "xlsx", "no.xlsx")[0]


def test_the_workbook_offers_choices_and_runs_nothing(content: Review) -> None:
    """Frozen heads, lists for every scored cell of an ordered scale, criteria beside, only text."""
    knowledge = content.knowledge
    for entry in knowledge.frameworks.values():
        data = workbook.framework(knowledge, entry)
        assert data == workbook.framework(knowledge, entry)
        book = load_workbook(BytesIO(data))
        assert list(workbook.SHEETS) == book.sheetnames
        cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
        assert {"s", "n"} >= {cell.data_type for cell in cells}
        assert all(isinstance(cell.value, str | None) for cell in cells)
        assert "D2" == book["Scores"].freeze_panes
        assert offered(book["Scores"], book["Scales"]) == {
            item.code: [
                *(grade.code for grade in scale.values),
                *(special.code for special in entry.fields.not_rated),
            ]
            for _, item in entry.fields.walk()
            if (scale := entry.fields.scale_of(item)) and scale.kind == "ordered"
        }


def offered(scores: Worksheet, scales: Worksheet) -> dict[str, list[str]]:
    """Return the choices for each item."""
    found = {}
    for rule in scores.data_validations.dataValidation:
        places = str(rule.formula1).partition("!")[2].replace("$", "")
        choices = [str(row[0].value) for row in scales[places]]
        for area in rule.sqref.ranges:
            assert "E" == area.coord[0]
            for row in range(area.min_row, area.max_row + 1):
                found[str(scores.cell(row, 1).value)] = choices
    return found


def test_limits_leave_room_for_what_the_site_publishes(content: Review) -> None:
    longest = max(len(list(f.fields.walk())) for f in content.knowledge.frameworks.values())
    assert 10 * longest < workbook_cells.MOST_ROWS
