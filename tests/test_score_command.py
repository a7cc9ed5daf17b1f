"""``lpsa score``, and the results beside the site: what is computed is the same everywhere."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from lpsa_build.cli import main
from lpsa_build.config import read_settings
from lpsa_build.exchange.files import data_files
from lpsa_build.lint.check import Review, review
from lpsa_build.model.revisions import find_changes
from tests.case_files import MKDOCS, read_cases

HEAD = 'title: Index\nversion: "1"\npublisher: P\nlicence: L\nsummary: S\nconfidence: verified\n'
FRAMEWORK = f"""\
{HEAD}scales:
  grades:
    kind: ordered
    values: [{{code: A, points: 3}}, {{code: B, points: 2}}, {{code: C, points: 1}}]
not_rated:
  - {{code: NA, label: not applicable, effect: exclude}}
aggregation: mean
structure:
  levels: [pillar, indicator]
  items:
    - code: I
      title: Money
      items:
        - {{code: I.1, title: Taxes, scale: grades}}
        - {{code: I.2, title: Fees, scale: grades}}
        - {{code: I.3, title: Debt, scale: grades}}
    - code: II
      title: Staff
      aggregation: sum
      items:
        - {{code: II.1, title: Pay, scale: grades}}
        - {{code: II.2, title: Hiring, scale: grades}}
"""
ASSESSMENT = """\
place: Valoria
level: local
period: "2025"
assessors: Two people
status: illustrative
scores:
  I.1: {score: A}
  I.2: {score: C}
  I.3: {score: B}
  II.1: {score: A}
  II.2: {score: NA}
"""
PATH = "frameworks/index/assessments/valoria-2025.yml"

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def lpsa(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """The command as a function of its arguments: status, output, what it says beside."""

    def run(*arguments: str) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["lpsa", *arguments])
        with pytest.raises(SystemExit) as end:
            main()
        out, err = capsys.readouterr()
        return int(end.value.code or 0), out, err

    return run


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A site with one framework and one assessment, in whose folder we stand."""
    (tmp_path / PATH).parent.mkdir(parents=True)
    (tmp_path / "content").mkdir()
    (tmp_path / "mkdocs.yml").write_text(MKDOCS, encoding="utf-8")
    (tmp_path / "frameworks/index/framework.yml").write_text(FRAMEWORK, encoding="utf-8")
    (tmp_path / PATH).write_text(ASSESSMENT, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def rewrite(site: Path, old: str, new: str) -> None:
    """Change words of the assessment."""
    text = (site / PATH).read_text(encoding="utf-8")
    assert old in text
    (site / PATH).write_text(text.replace(old, new), encoding="utf-8")


@pytest.mark.usefixtures("site")
def test_every_level_is_printed_with_how_much_is_rated(lpsa: Run) -> None:
    """A sum of which a part is excluded has no value; the mean of the rest says that it is one."""
    assert (
        0,
        """\
Index: Valoria, 2025 (illustrative)
All: 2 (4 of 5 rated, 1 excluded)
  I Money: 2 (3 of 3 rated)
    I.1 Taxes: A
    I.2 Fees: C
    I.3 Debt: B
  II Staff: - (1 of 2 rated, 1 excluded)
    II.1 Pay: A
    II.2 Hiring: NA
""",
        "",
    ) == lpsa("score", PATH)


def test_the_shape_of_the_result_as_json_is_kept(lpsa: Run, site: Path) -> None:
    """As docs of interfaces promise; points are exact."""
    rewrite(site, "I.2: {score: C}", "I.2: {score: B}")
    status, out, _ = lpsa("score", PATH, "--format", "json")
    data = json.loads(out)
    assert 0 == status
    assert ["index", "Valoria", "2025", "illustrative"] == [
        data[key] for key in ("framework", "place", "period", "status")
    ]
    pillar, indicator = data["items"][:2]
    figures = {"low": "1", "high": "3", "excluded": 0}
    assert pillar == {
        **{"code": "I", "level": "pillar", "title": "Money", "score": "2.33", "points": "7/3"},
        **{"aggregation": "mean", "rated": 3, "of": 3, **figures},
    }
    assert indicator == {
        **{"code": "I.1", "level": "indicator", "title": "Taxes", "score": "A", "points": "3"},
        **{"aggregation": None, "rated": 1, "of": 1, **figures},
    }
    assert ("2.33", "7/3", "mean", 4, 5) == tuple(
        data["overall"][key] for key in ("score", "points", "aggregation", "rated", "of")
    )


def test_nothing_overall_where_nothing_is_made_of_the_whole(lpsa: Run, site: Path) -> None:
    framework = site / "frameworks/index/framework.yml"
    text = framework.read_text(encoding="utf-8")
    framework.write_text(text.replace("aggregation: mean", "aggregation: none"), encoding="utf-8")
    _, out, _ = lpsa("score", PATH, "--format", "json")
    assert json.loads(out)["overall"] is None


def test_what_is_wrong_is_said_beside_the_result_and_counts_as_missing(
    lpsa: Run, site: Path
) -> None:
    rewrite(site, "I.1: {score: A}", "I.1: {score: E}")
    status, out, err = lpsa("score", PATH)
    assert 1 == status
    assert f"{PATH}:7:16: error LPSA603 (score-off-scale): The score “E”" in err
    assert "    I.1 Taxes: E\n" in out
    assert "  I Money: 1.5 (2 of 3 rated)\n" in out


def test_a_file_that_cannot_be_read_has_findings_and_no_result(lpsa: Run, site: Path) -> None:
    rewrite(site, "status: illustrative", "status: fine")
    status, out, err = lpsa("score", PATH, "--format", "json")
    assert (1, "") == (status, out)
    assert "LPSA015" in err


@pytest.mark.usefixtures("site")
@pytest.mark.parametrize("path", ["mkdocs.yml", "frameworks/index/framework.yml", "content"])
def test_only_an_assessment_has_a_result(lpsa: Run, path: str) -> None:
    status, out, err = lpsa("score", path)
    assert (2, "") == (status, out)
    assert f"lpsa: {path} is no assessment" in err


@pytest.mark.parametrize("name", ["weights-that-do-not-sum", "methods-of-pefa-that-do-not-fit",
                                  "scale-on-a-group", "levels-that-disagree"])  # fmt: skip
def test_a_faulty_framework_still_has_results(
    lpsa: Run, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its faults are told; nothing stops."""
    case = next(case for case in read_cases("load") if case.name == name)
    case.write(tmp_path)
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "frameworks/autonomy/assessments/valoria-2025.yml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(ASSESSMENT.replace("I.1", "A1"), encoding="utf-8")
    status, out, err = lpsa("score", str(path))
    assert 1 == status
    assert out.startswith("Local autonomy index: Valoria, 2025 (illustrative)\n")
    assert "LPSA6" in err


def test_ten_thousand_unknown_codes_are_all_told(lpsa: Run, site: Path) -> None:
    with (site / PATH).open("a", encoding="utf-8") as file:
        file.writelines(f"  X{number}: {{score: A}}\n" for number in range(10_000))
    status, out, err = lpsa("score", PATH)
    assert 1 == status
    assert 10_000 == err.count("LPSA602")
    assert "All: 2 (4 of 5 rated, 1 excluded)\n" in out


def test_the_files_beside_the_site_say_the_same(content: Review) -> None:
    """Of each assessment: alone, within its framework, and as a table."""
    files = dict(data_files(content.knowledge))
    for entry in content.knowledge.assessments.values():
        framework = entry.id.split("/")[0]
        alone = json.loads(files[f"data/assessments/{entry.id}.json"])
        within: list[Any] = json.loads(files[f"data/frameworks/{framework}.json"])["assessments"]
        assert [alone["result"]] == [a["result"] for a in within if a["id"] == alone["id"]]
        table = files[f"data/assessments/{entry.id}.csv"].decode("utf-8-sig")
        rows = {row["code"]: row for row in csv.DictReader(StringIO(table))}
        for item in alone["result"]["items"]:
            row = rows[item["code"]]
            assert entry.fields.status == row["status"]
            assert (item["points"] or "", str(item["rated"])) == (row["points"], row["rated"])
            assert (item["score"] or "") == row["score"].removeprefix("'")


def test_the_table_of_a_framework_has_every_item(content: Review) -> None:
    files = dict(data_files(content.knowledge))
    for entry in content.knowledge.frameworks.values():
        table = files[f"data/frameworks/{entry.id}.csv"].decode("utf-8-sig")
        rows = list(csv.DictReader(StringIO(table)))
        assert [item.code for _, item in entry.fields.walk()] == [row["code"] for row in rows]


def test_a_changed_definition_marks_the_scores_that_rest_on_it(tmp_path: Path) -> None:
    """Also by a term of a level above; scores that do not rest on it are not marked."""
    case = next(case for case in read_cases("load") if case.name == "changed-definition")
    knowledge = review(read_settings(case.write(tmp_path))).knowledge
    (entry,) = knowledge.assessments.values()
    (change,) = find_changes(knowledge, entry)
    assert ("grant", 2, 3) == (change.term, change.scored_under, change.now)
    assert ["A", "B"] == [item.code for item in change.items]
