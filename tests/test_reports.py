"""Reports: findings for a person, for a program and for a code host, whatever they quote."""

from __future__ import annotations

import json
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lpsa_build.lint.report import FORMATS
from lpsa_build.source import faults
from lpsa_build.source.faults import FAULTS
from lpsa_build.source.finding import Edit, Fault, Finding, Fix, Position, Severity, Span

SITE = "https://example.org/base/"
PLACE = Span(Position(3, 7), Position(3, 12))
LINES = Span(Position(3, 7), Position(5, 2))
HOSTILE = "a\n::error::b\r\x1b[31m\u202ec %0A ::set-output name=x::y ##[add-mask]z"


def finding(
    fault: Fault = faults.UNKNOWN_KEY,
    message: str = "There is no key “trem”.",
    *,
    path: str = "glossary/grant.md",
    span: Span = PLACE,
    fix: Fix | None = None,
) -> Finding:
    """Return a finding of some kind."""
    return fault.at(path, span, message, "Did you mean “term”?", fix=fix)


def report(form: str, findings: Sequence[Finding], files: int = 2) -> str:
    """Return the report in one format."""
    return FORMATS[form](findings, files, SITE)


def test_a_person_reads_place_severity_code_message_and_cure() -> None:
    """The place comes first, as editors and terminals expect it."""
    assert report("text", [finding()]) == (
        "glossary/grant.md:3:7: error LPSA012 (unknown-key): There is no key “trem”.\n"
        "    Did you mean “term”?\n"
        "1 error, 0 warnings, 0 pieces of advice in 2 files.\n"
    )


@pytest.mark.parametrize(
    ("kinds", "files", "line"),
    [
        ([], 0, "0 errors, 0 warnings, 0 pieces of advice in 0 files."),
        ([faults.CARRIAGE_RETURN], 1, "0 errors, 0 warnings, 1 piece of advice in 1 file."),
        (
            [faults.BAD_ID, faults.BAD_ID, faults.BYTE_ORDER_MARK],
            3,
            "2 errors, 1 warning, 0 pieces of advice in 3 files.",
        ),
    ],
)
def test_a_report_ends_with_the_counts(kinds: list[Fault], files: int, line: str) -> None:
    """In singular and plural, for a person and for a code host."""
    findings = [finding(kind) for kind in kinds]
    assert [line, line] == [
        report(form, findings, files).splitlines()[-1] for form in ("text", "github")
    ]


def test_a_program_reads_the_promised_shape() -> None:
    """Keys, kinds of values and their order are a promise."""
    fix = Fix(safe=True, edits=(Edit("glossary/grant.md", LINES, "term"),))
    data = json.loads(report("json", [finding(fix=fix), finding(faults.CARRIAGE_RETURN)]))
    assert data == {
        "findings": [
            {
                "code": "LPSA012",
                "rule": "unknown-key",
                "severity": "error",
                "message": "There is no key “trem”.",
                "cure": "Did you mean “term”?",
                "path": "glossary/grant.md",
                "line": 3,
                "column": 7,
                "end_line": 3,
                "end_column": 12,
                "fix": {
                    "safe": True,
                    "edits": [
                        {
                            "path": "glossary/grant.md",
                            "start": {"line": 3, "column": 7},
                            "end": {"line": 5, "column": 2},
                            "text": "term",
                        }
                    ],
                },
                "url": "https://example.org/base/contribute/findings/#lpsa012",
            },
            {
                **data["findings"][0],
                "code": "LPSA003",
                "rule": "carriage-return",
                "severity": "advice",
                "fix": None,
                "url": "https://example.org/base/contribute/findings/#lpsa003",
            },
        ],
        "summary": {"error": 1, "warning": 0, "advice": 1, "files": 2},
    }


def test_a_code_host_shows_a_finding_beside_its_line() -> None:
    """By a command of its own for each severity; columns only where one line is meant."""
    findings = [
        finding(),
        finding(faults.BYTE_ORDER_MARK, "A mark."),
        finding(faults.CARRIAGE_RETURN, "Ends.", span=LINES),
    ]
    assert report("github", findings).splitlines() == [
        "::error file=glossary/grant.md,line=3,endLine=3,title=LPSA012 unknown-key,col=7,"
        "endColumn=12::There is no key “trem”.%0ADid you mean “term”?",
        "::warning file=glossary/grant.md,line=3,endLine=3,title=LPSA002 byte-order-mark,col=7,"
        "endColumn=12::A mark.%0ADid you mean “term”?",
        "::notice file=glossary/grant.md,line=3,endLine=5,title=LPSA003 carriage-return"
        "::Ends.%0ADid you mean “term”?",
        "1 error, 1 warning, 1 piece of advice in 2 files.",
    ]


def test_the_tenth_of_a_severity_says_how_many_more_there_are() -> None:
    """A code host shows no more than ten of each."""
    findings = [finding() for _ in range(12)] + [finding(faults.BYTE_ORDER_MARK) for _ in range(10)]
    lines = report("github", findings).splitlines()
    assert (10, 10, 21) == (
        sum(line.startswith("::error ") for line in lines),
        sum(line.startswith("::warning ") for line in lines),
        len(lines),
    )
    assert ["(and 2 more; run `lpsa check` for all)"] == [
        line[line.index("(and") :] for line in lines if "(and" in line
    ]
    assert "(and 2 more" in lines[9]


def test_properties_of_a_command_are_escaped() -> None:
    """A file name may hold what separates them."""
    (line, _) = report("github", [finding(path="content/a,b:100%.md")]).splitlines()
    assert line.startswith("::error file=content/a%2Cb%3A100%25.md,line=3,")


@pytest.mark.parametrize("form", ["text", "github"])
def test_hostile_text_gives_no_command(form: str) -> None:
    """Neither to the terminal nor to the log of a code host."""
    text = report(form, [finding(message=HOSTILE, path=f"content/{HOSTILE}.md")])
    lines = text.splitlines()
    assert {"text": 3, "github": 2}[form] == len(lines)
    assert "".join(lines).isprintable()
    assert "##[" not in text
    assert not any(line.lstrip().startswith("::") for line in lines[form == "github" :])


@given(st.text(), st.text(st.characters(exclude_characters="/"), min_size=1))
def test_each_finding_takes_the_lines_it_should(message: str, name: str) -> None:
    """Whatever the message or the name of the file is."""
    found = [finding(message=message, path=f"content/{name}")]
    text, github = (report(form, found).split("\n") for form in ("text", "github"))
    assert (4, 3) == (len(text), len(github))
    assert ("content/", "    Did ") == (text[0][:8], text[1][:8])
    assert "::error file=content/" == github[0][:21]
    data = json.loads(report("json", found))["findings"][0]
    assert (message, f"content/{name}") == (data["message"], data["path"])


def test_each_kind_of_fault_has_a_code_and_a_name_of_its_own() -> None:
    """Codes are permanent, so none is given twice."""
    assert len(FAULTS) == len({fault.code for fault in FAULTS})
    assert len(FAULTS) == len({fault.name for fault in FAULTS})
    assert {severity.value for severity in Severity} >= {fault.severity for fault in FAULTS}
