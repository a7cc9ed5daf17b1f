"""The command: what it prints, and the status with which it ends."""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from lpsa_build import __version__
from lpsa_build.cli import main
from tests.case_files import MKDOCS, read_cases

CONFIG = MKDOCS.replace("      governance: Governance\n", "") + (
    "    severity: {empty-domain: off, bare-site: off, unsourced-definition: off,"
    " too-broad-definition: off}\n"
)
"""A site so small that some rules have nothing to ask of it."""
GRANT = "---\nterm: grant\ndefinition: Money.\ndomain: fiscal\nstatus: draft\n---\n"
BROKEN = "---\nterm: tax\ndefinition: Money.\ndomain: fiscal\nstatus: done\n---\n"
PAGE = "\ufeff---\ntitle: About\n---\nA grant and a grant.\n"


@dataclass(frozen=True)
class Outcome:
    """How a run of the command ended."""

    status: int
    out: str
    err: str

    @property
    def data(self) -> Any:
        """What it printed, read as JSON."""
        return json.loads(self.out)


Run = Callable[..., Outcome]


@pytest.fixture
def lpsa(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """The command as a function of its arguments."""

    def run(*arguments: str) -> Outcome:
        monkeypatch.setattr(sys, "argv", ["lpsa", *arguments])
        with pytest.raises(SystemExit) as end:
            main()
        out, err = capsys.readouterr()
        return Outcome(int(end.value.code or 0), out, err)

    return run


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A site with one error (in a term) and one warning (on a page); we stand in its folder."""
    folder = tmp_path / "site"
    for path, text in (
        ("mkdocs.yml", CONFIG),
        ("glossary/grant.md", GRANT),
        ("glossary/tax.md", BROKEN),
        ("content/about.md", PAGE),
    ):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    monkeypatch.chdir(folder)
    return folder


def codes(outcome: Outcome) -> list[str]:
    """Return the codes of the findings in a report as JSON."""
    return [finding["code"] for finding in outcome.data["findings"]]


@pytest.mark.usefixtures("site")
def test_findings_are_printed_and_an_error_fails(lpsa: Run) -> None:
    """With the place first."""
    outcome = lpsa("check")
    assert (1, "") == (outcome.status, outcome.err)
    assert [
        "content/about.md:1:1: warning LPSA002 (byte-order-mark): ",
        "glossary/tax.md:5:9: error LPSA015 (invalid-value): “stat",
    ] == [line[:57] for line in outcome.out.splitlines() if line.startswith(("content", "gloss"))]
    assert "1 error, 1 warning, 0 pieces of advice in 3 files." == outcome.out.splitlines()[-1]


@pytest.mark.usefixtures("site")
@pytest.mark.parametrize(
    ("arguments", "status", "found"),
    [
        ((), 1, ["LPSA002", "LPSA015"]),
        (("--select", "LPSA015"), 1, ["LPSA015"]),
        (("--select", "LPSA002"), 0, ["LPSA002"]),
        (("--select", "LPSA0"), 1, ["LPSA002", "LPSA015"]),
        (("--select", "LPSA4", "--select", "LPSA002"), 0, ["LPSA002"]),
        (("--ignore", "LPSA015"), 0, ["LPSA002"]),
        (("--ignore", "lpsa015"), 0, ["LPSA002"]),
        (("--ignore", "LPSA"), 0, []),
        (("--select", "LPSA0", "--ignore", "LPSA015"), 0, ["LPSA002"]),
        (("--fail-on", "error", "--ignore", "LPSA015"), 0, ["LPSA002"]),
        (("--fail-on", "warning", "--ignore", "LPSA015"), 1, ["LPSA002"]),
        (("content",), 0, ["LPSA002"]),
        (("glossary/grant.md",), 0, []),
        (("glossary/tax.md",), 1, ["LPSA015"]),
        (("glossary/grant.md", "content/about.md"), 0, ["LPSA002"]),
        ((".",), 1, ["LPSA002", "LPSA015"]),
        (("content/", "--fail-on", "warning"), 1, ["LPSA002"]),
    ],
)
def test_findings_can_be_chosen(
    lpsa: Run, arguments: tuple[str, ...], status: int, found: list[str]
) -> None:
    """By code, by path and by severity; the status follows the choice."""
    outcome = lpsa("check", "--format", "json", *arguments)
    assert (status, found) == (outcome.status, codes(outcome))


def test_the_failing_severity_is_the_sites_own_unless_given(lpsa: Run, site: Path) -> None:
    """So that the command and the build agree."""
    (site / "mkdocs.yml").write_text(f"{CONFIG}    fail_on: warning\n", encoding="utf-8")
    assert [1, 0] == [
        lpsa("check", "content", *more).status for more in ((), ("--fail-on", "error"))
    ]


def test_the_site_may_lie_elsewhere(lpsa: Run, site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Paths that are given count from where one stands; those printed from the site's folder."""
    monkeypatch.chdir(site.parent)
    outcome = lpsa("--config", "site/mkdocs.yml", "check", "--format", "json", "site/glossary")
    assert (1, ["glossary/tax.md"]) == (
        outcome.status,
        [finding["path"] for finding in outcome.data["findings"]],
    )


def test_one_may_stand_in_a_folder_of_the_site(
    lpsa: Run, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file is then named from there."""
    monkeypatch.chdir(site / "glossary")
    outcome = lpsa("--config", "../mkdocs.yml", "check", "--format", "json", "tax.md")
    assert (1, ["LPSA015"]) == (outcome.status, codes(outcome))


@pytest.mark.usefixtures("site")
@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("check", "nothing.md"), "lpsa: There is no file or folder nothing.md."),
        (("check", ".."), "lpsa: .. does not belong to the site in "),
        (("links", "nothing"), "lpsa: There is no file or folder nothing."),
        (("--config", "no.yml", "check"), "lpsa: no.yml cannot be read: "),
        (("--config", "glossary", "links"), "lpsa: glossary cannot be read: "),
        (("--config", "glossary/grant.md", "check"), "lpsa: glossary/grant.md is not valid YAML: "),
        (("check", "--format", "xml"), "Invalid value for '--format': 'xml' is not one of"),
        (("check", "--fail-on", "never"), "Invalid value for '--fail-on'"),
        (("check", "--select", "LPSA999"), "lpsa: There is no code LPSA999."),
        (("check", "--ignore", "E501"), "lpsa: There is no code E501."),
        (("check", "--colour"), "No such option '--colour'"),
        (("chekc",), "No such command 'chekc'"),
        (("export",), "Missing argument 'FORMAT'"),
        (("export", "pdf"), "'pdf' is not one of"),
        (("export", "json", "-o", "mkdocs.yml/x.json"), "lpsa: mkdocs.yml cannot be written: "),
        (("export", "csv", "-o", "glossary"), "lpsa: . cannot be written: "),
        (("export", "schema", "-o", "mkdocs.yml"), "lpsa: mkdocs.yml cannot be written: "),
        (("explain", "nonsense"), "lpsa: “nonsense” is neither a code (LPSA301) nor a place"),
        (("explain", "nothing.md:3"), "lpsa: There is no file or folder nothing.md."),
    ],
)
def test_wrong_usage_ends_with_status_2_and_a_sentence(
    lpsa: Run, arguments: tuple[str, ...], words: str
) -> None:
    """Whether the fault is the caller's or the machine's."""
    outcome = lpsa(*arguments)
    assert (2, "") == (outcome.status, outcome.out)
    assert words in outcome.err
    assert "Traceback" not in outcome.err


def test_a_folder_that_is_none_ends_with_status_2(lpsa: Run, site: Path) -> None:
    """It is not passed over, since then its entries would be missing."""
    (site / "primers").write_text("", encoding="utf-8")
    outcome = lpsa("check")
    assert (2, "") == (outcome.status, outcome.out)
    assert "primers cannot be read: " in outcome.err


@pytest.mark.usefixtures("site")
@pytest.mark.parametrize("arguments", [("--help",), ("-h",), ("check", "--help"), ("--version",)])
def test_help_ends_with_status_0(lpsa: Run, arguments: tuple[str, ...]) -> None:
    """And needs no site."""
    outcome = lpsa(*arguments)
    assert (0, "") == (outcome.status, outcome.err)
    assert ("Usage: lpsa" if "--version" not in arguments else __version__) in outcome.out


@pytest.mark.usefixtures("site")
def test_links_are_listed_for_a_program(lpsa: Run) -> None:
    """In the promised shape; with `--all`, also the mentions that are not linked."""
    first = {
        "path": "content/about.md",
        "line": 4,
        "column": 3,
        "end_line": 4,
        "end_column": 8,
        "text": "grant",
        "language": "en",
        "term": "grant",
        "form": "grant",
        "linked": True,
        "reason": "first mention in the section",
    }
    again: dict[str, object] = {
        "column": 15,
        "end_column": 20,
        "linked": False,
        "reason": "already linked in this section",
    }
    outcome = lpsa("links", "--format", "json")
    assert (0, {"links": [first]}) == (outcome.status, outcome.data)
    assert {"links": [first, {**first, **again}]} == lpsa("links", "--all", "--format=json").data
    assert {"links": []} == lpsa("links", "glossary", "--format", "json").data


@pytest.mark.usefixtures("site")
def test_links_are_listed_for_a_person(lpsa: Run) -> None:
    """One a line, the place first."""
    assert (
        "content/about.md:4:3: grant -> grant (first mention in the section)\n"
        "content/about.md:4:15: grant -- grant (already linked in this section)\n"
    ) == lpsa("links", "--all").out


@pytest.mark.usefixtures("site")
def test_the_figures_of_links(lpsa: Run) -> None:
    """For a person and for a program, of the whole site or a part of it."""
    assert lpsa("links", "--summary").out.startswith("1 links, 2 pages, ")
    data = lpsa("links", "--summary", "content", "--format", "json").data
    assert (1, 1, []) == (data["pages"], data["links"], data["unused_terms"])


@pytest.mark.usefixtures("site")
def test_a_code_and_a_line_are_explained(lpsa: Run) -> None:
    """A code in small letters too; a line that names no term says so."""
    assert lpsa("explain", "lpsa012").out.startswith("LPSA012 unknown-key (error)\n")
    assert (
        "4:15 “grant” (grant, form “grant”): not linked"
        in lpsa("explain", "content/about.md:4").out
    )
    assert "No term is named in this line.\n" == lpsa("explain", "content/about.md:2").out


@pytest.mark.usefixtures("site")
def test_the_glossary_is_exported_as_json(lpsa: Run) -> None:
    """Without the entries that could not be read."""
    outcome = lpsa("export", "json")
    assert (0, ["grant"]) == (outcome.status, [term["id"] for term in outcome.data["terms"]])
    assert "https://example.org/glossary/grant/" == outcome.data["terms"][0]["url"]


def test_the_glossary_is_exported_as_csv(lpsa: Run, site: Path) -> None:
    """With a mark for spreadsheet programs, which run no cell as a formula."""
    text = GRANT.replace("term: grant", 'term: "=1+1"').replace("Money.", '"a ""b"", c"')
    text = text.replace('"a ""b"", c"', "'a \"b\", c'")
    (site / "glossary/grant.md").write_text(text, encoding="utf-8")
    outcome = lpsa("export", "csv", "-o", "out/glossary.csv")
    assert (0, "") == (outcome.status, outcome.out)
    data = (site / "out/glossary.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbfid,term,")
    (row,) = csv.DictReader(data.decode("utf-8-sig").splitlines())
    assert ("grant", "'=1+1", 'a "b", c') == (row["id"], row["term"], row["definition"])


def test_the_schemas_are_exported_into_a_folder(lpsa: Run, site: Path) -> None:
    """Named `schemas` unless another is given."""
    assert [0, 0] == [lpsa("export", "schema", *more).status for more in ((), ("-o", "a/b"))]
    names = [sorted(path.name for path in (site / to).iterdir()) for to in ("schemas", "a/b")]
    assert names[0] == names[1]
    assert "term.schema.json" in names[0]


def test_no_content_makes_a_traceback(
    lpsa: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every case of the reader, hostile ones too, ends with a status and a report."""
    for case in read_cases("load"):
        folder = tmp_path / case.name
        folder.mkdir()
        case.write(folder)
        monkeypatch.chdir(folder)
        checked = lpsa("check", "--format", "json")
        errors = checked.data["summary"]["error"]
        assert (int(errors > 0), "") == (checked.status, checked.err), case.name
        for arguments in (("check", "--format", "github"), ("links", "--all"), ("export", "json")):
            outcome = lpsa(*arguments)
            assert outcome.status <= 1, case.name
            assert "" == outcome.err, case.name


def test_what_is_printed_is_the_same_each_time(lpsa: Run, site: Path) -> None:
    """Byte for byte, in every format."""
    assert site.is_dir()
    for arguments in (("check", "--format", "json"), ("links", "--all"), ("export", "json")):
        assert lpsa(*arguments).out == lpsa(*arguments).out


def test_a_reader_that_stops_reading_is_no_fault_of_ours(site: Path) -> None:
    """As in `lpsa links | head`; and the list is UTF-8 whatever the terminal is set to."""
    (site / "content/about.md").write_text(f"{PAGE}{'é grant ' * 20_000}", encoding="utf-8")
    command = [sys.executable, "-c", "from lpsa_build.cli import main; main()", "links", "--all"]
    variables = {**os.environ, "PYTHONIOENCODING": "ascii"}
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=variables
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.readline().startswith(b"content/about.md:4:3: grant -> grant")
        process.stdout.close()
        assert b"" == process.stderr.read()


def git(folder: Path, *arguments: str) -> None:
    """Run git in a folder, as somebody."""
    who = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *who, *arguments], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def branch(site: Path) -> Path:
    """The site on a branch; what is there now is on ``main``."""
    git(site, "init", "--quiet", "--initial-branch=main")
    git(site, "add", ".")
    git(site, "commit", "--quiet", "--message=All")
    git(site, "checkout", "--quiet", "-b", "mine")
    return site


def test_only_what_a_branch_adds_is_shown_on_demand(lpsa: Run, branch: Path) -> None:
    """Old findings are not, even where an edit moves their lines."""
    outcome = lpsa("check", "--changed", "main", "--format", "json")
    assert (0, []) == (outcome.status, codes(outcome))
    path = branch / "glossary/tax.md"
    path.write_text(BROKEN.replace("---\nterm", "---\nterms: x\nterm"), "utf-8")
    outcome = lpsa("check", "--changed", "main", "--format", "json")
    assert (1, ["LPSA012"]) == (outcome.status, codes(outcome))


def test_what_main_gained_meanwhile_is_not_added_by_the_branch(lpsa: Run, branch: Path) -> None:
    git(branch, "checkout", "--quiet", "main")
    (branch / "glossary/tax.md").write_text(BROKEN.replace("done", "draft"), "utf-8")
    git(branch, "commit", "--quiet", "--all", "--message=Mended")
    git(branch, "checkout", "--quiet", "mine")
    assert 0 == lpsa("check", "--changed", "main").status


@pytest.mark.parametrize("base", ["nowhere", "--output=x", ""])
def test_a_base_that_is_none_is_wrong_usage(lpsa: Run, branch: Path, base: str) -> None:
    outcome = lpsa("check", f"--changed={base or 'main~5'}")
    assert 2 == outcome.status
    assert "fetch-depth" in outcome.err
    assert not (branch / "x").exists()


def test_a_baseline_is_made_once_and_may_only_shrink(lpsa: Run, site: Path) -> None:
    assert 2 == lpsa("check", "--baseline", "known.txt").status
    assert 2 == lpsa("check", "--accept").status
    (site / "glossary/tax.md").write_text(BROKEN.replace("done", "draft"), "utf-8")
    assert 0 == lpsa("check", "--baseline", "known.txt", "--accept", "--fail-on=warning").status
    assert 0 == lpsa("check", "--baseline", "known.txt", "--fail-on=warning").status
    assert 2 == lpsa("check", "--baseline", "known.txt", "--accept").status
    (site / "content/about.md").write_text(PAGE.removeprefix("\ufeff"), "utf-8")
    outcome = lpsa("check", "--baseline", "known.txt", "--format=json")
    assert (1, ["LPSA033"]) == (outcome.status, codes(outcome))


def test_mending_needs_to_be_asked_for(lpsa: Run) -> None:
    outcome = lpsa("check", "--unsafe")
    assert (2, True) == (outcome.status, "--fix" in outcome.err)


def test_a_rule_is_explained_by_code_or_name(lpsa: Run) -> None:
    """With its manual, examples and all."""
    out = lpsa("explain", "lpsa317").out
    assert out == lpsa("explain", "long-definition").out
    assert ["## What it finds", "## Why it matters", "## Bad", "## Good", "## Fix"] == [
        line for line in out.splitlines() if line.startswith("## ")
    ]
