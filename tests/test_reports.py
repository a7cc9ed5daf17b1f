"""Reports: findings for a person, for a program and for a code host, whatever they quote."""

from __future__ import annotations

import json
import logging
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lpsa_build.adapters.log import log_findings
from lpsa_build.lint.report import FORMATS
from lpsa_build.lint.report.report import Report
from lpsa_build.lint.rules import RULES
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


def report(form: str, findings: Sequence[Finding], files: int = 2, **more: Any) -> str:
    """Return the report in one format."""
    return FORMATS[form](Report(tuple(findings), files, SITE, **more))


def test_a_person_reads_place_severity_code_message_and_cure() -> None:
    """The place comes first, as editors and terminals expect it."""
    assert report("text", [finding()]) == (
        "glossary/grant.md:3:7: error LPSA012 (unknown-key): There is no key “trem”.\n"
        "    Did you mean “term”?\n"
        "    https://example.org/base/contribute/findings/lpsa012/\n"
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


def test_much_advice_of_one_rule_is_counted_and_buries_nothing() -> None:
    """Unless the rule was asked for; errors and warnings are all shown, to people and programs."""
    kinds = [faults.CARRIAGE_RETURN] * 9 + [faults.BYTE_ORDER_MARK] * 9 + [faults.BAD_ID] * 9
    found = [finding(kind) for kind in kinds]
    text = report("text", found)
    assert [5, 9, 9] == [text.count(f": {s} LPSA") for s in ("advice", "warning", "error")]
    assert "\n4 more of LPSA003 (carriage-return): `lpsa check --select LPSA003` shows" in text
    assert 27 == len(json.loads(report("json", found))["findings"])
    assert 9 == report("text", found, whole=True).count(": advice LPSA003 ")


def test_the_log_of_a_build_counts_advice_and_tells_the_rest(
    caplog: pytest.LogCaptureFixture,
) -> None:
    """A weight that the site gives to one place does not hide in the advice of others."""
    caplog.set_level(logging.INFO)
    advice = finding(faults.CARRIAGE_RETURN)
    found = [advice] * 3 + [finding(faults.BAD_ID), replace(advice, severity=Severity.WARNING)]
    log_findings(logging.getLogger("test"), found)
    *told, closing = [(record.levelname, record.getMessage()) for record in caplog.records]
    assert ["LPSA101", "LPSA003"] == [message.split()[2] for _, message in told]
    assert ["ERROR", "INFO"] == [level for level, _ in told]
    assert "1 error, 1 warning, 3 advice" in closing[1]
    assert closing[1].endswith("Advice: 3 LPSA003 carriage-return.")


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
                "url": "https://example.org/base/contribute/findings/lpsa012/",
            },
            {
                **data["findings"][0],
                "code": "LPSA003",
                "rule": "carriage-return",
                "severity": "advice",
                "fix": None,
                "url": "https://example.org/base/contribute/findings/lpsa003/",
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
    assert ["(and 2 more in glossary/grant.md; run `lpsa check` for all)"] == [
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
    assert {"text": 4, "github": 2}[form] == len(lines)
    assert "".join(lines).isprintable()
    assert "##[" not in text
    assert not any(line.lstrip().startswith("::") for line in lines[form == "github" :])


@given(st.text(), st.text(st.characters(exclude_characters="/"), min_size=1))
def test_each_finding_takes_the_lines_it_should(message: str, name: str) -> None:
    """Whatever the message or the name of the file is."""
    found = [finding(message=message, path=f"content/{name}")]
    text, github = (report(form, found).split("\n") for form in ("text", "github"))
    assert (5, 3) == (len(text), len(github))
    assert ("content/", "    Did ") == (text[0][:8], text[1][:8])
    assert "::error file=content/" == github[0][:21]
    data = json.loads(report("json", found))["findings"][0]
    assert (message, f"content/{name}") == (data["message"], data["path"])


def test_each_kind_of_fault_has_a_code_and_a_name_of_its_own() -> None:
    """Codes are permanent, so none is given twice."""
    assert len(FAULTS) == len({fault.code for fault in FAULTS})
    assert len(FAULTS) == len({fault.name for fault in FAULTS})
    assert {severity.value for severity in Severity} >= {fault.severity for fault in FAULTS}


@pytest.mark.parametrize(
    ("line", "words", "excerpt"),
    [
        ("trem: grant", "trem", ["    | trem: grant", "    | ^^^^"]),
        ("a: 表 trem", "trem", ["    | a: 表 trem", "    |       ^^^^"]),
        ("a: trem\tx", "trem\tx", ["    | a: trem\\tx", "    |    ^^^^^^^"]),
        ("term: المنحة", "المنحة", ["    | term: المنحة", "    | here: المنحة"]),
    ],
)
def test_the_words_in_question_are_underlined(line: str, words: str, excerpt: list[str]) -> None:
    """In columns of the terminal; where carets cannot point, the words are said again."""
    start = line.index(words) + 1
    span = Span(Position(2, start), Position(2, start + len(words)))
    texts = {"glossary/grant.md": f"---\n{line}\n"}
    assert excerpt == report("text", [finding(span=span)], texts=texts).splitlines()[1:3]


def test_a_long_line_is_cut_around_the_words() -> None:
    line = "x " * 100 + "trem" + " y" * 100
    span = Span(Position(1, 201), Position(1, 205))
    shown = report("text", [finding(span=span)], texts={"glossary/grant.md": line}).splitlines()
    at = shown[2].index("^")
    assert "trem" == shown[1][at : at + 4]
    assert 100 >= len(shown[1].removeprefix("    | "))


def test_a_place_without_words_has_no_excerpt() -> None:
    span = Span(Position(1, 1), Position(1, 1))
    assert 4 == len(report("text", [finding(span=span)], texts={}).splitlines())


def test_colors_only_where_they_are_asked_for() -> None:
    assert "\x1b[" in report("text", [finding()], color=True)
    assert "\x1b[" not in report("text", [finding()])


def test_files_that_the_branch_changes_come_first_on_a_code_host() -> None:
    """Else the ten that are shown may all be about files that the author never touched."""
    others = [finding(path=f"glossary/a{number:02}.md") for number in range(14)]
    lines = report(
        "github", [*others, finding(path="glossary/z.md")], changed=frozenset({"glossary/z.md"})
    ).splitlines()
    assert "file=glossary/z.md," in lines[0]
    more = "(and 5 more in glossary/a09.md, glossary/a10.md, glossary/a11.md and 2 more files;"
    assert more in lines[9]


@pytest.mark.parametrize("message", ["There is no key.", HOSTILE])
def test_sarif_is_as_its_schema_says(message: str) -> None:
    """With rules, places, fixes and paths that need escapes."""
    schema = json.loads((Path(__file__).parent / "schemas/sarif-2.1.0.json").read_text("utf-8"))
    fix = Fix(safe=True, edits=(Edit("glossary/grant.md", LINES, "term"),))
    findings = [
        finding(message=message, fix=fix),
        finding(faults.CARRIAGE_RETURN, path="content/a b#ü.md"),
        finding(RULES[0].fault),
    ]
    data = json.loads(report("sarif", findings))
    validator = jsonschema.Draft7Validator(schema, format_checker=jsonschema.FormatChecker())
    assert [] == list(validator.iter_errors(data))
    (run,) = data["runs"]
    first, second, _ = run["results"]
    assert ("LPSA012", "error") == (first["ruleId"], first["level"])
    assert "LPSA012" == run["tool"]["driver"]["rules"][first["ruleIndex"]]["id"]
    place = second["locations"][0]["physicalLocation"]
    assert "content/a%20b%23%C3%BC.md" == place["artifactLocation"]["uri"]
    region = {"startLine": 3, "startColumn": 7, "endLine": 3, "endColumn": 12}
    assert region == place["region"]
    assert (
        "term"
        == (first["fixes"][0]["artifactChanges"][0]["replacements"][0]["insertedContent"]["text"])
    )


def test_the_summary_counts_by_rule_and_begins_with_the_worst() -> None:
    findings = [
        finding(faults.CARRIAGE_RETURN),
        *[finding(faults.BYTE_ORDER_MARK)] * 3,
        finding(message="No *key* [x](y)\n# here"),
    ]
    lines = report("summary", findings).splitlines()
    assert "1 error, 3 warnings, 1 piece of advice in 2 files." in lines
    assert [
        ("LPSA012", "1"),
        ("LPSA002", "3"),
        ("LPSA003", "1"),
    ] == [
        (row[row.index("[") + 1 :][:7], row.split("|")[-2].strip()) for row in lines if "](" in row
    ]
    listed = [line for line in lines if line.startswith("- ")]
    assert 5 == len(listed)
    assert "No \\*key\\* \\[x\\]\\(y\\)\\\\n\\# here" in listed[0]


def test_a_summary_stays_short() -> None:
    lines = report("summary", [finding() for _ in range(60)]).splitlines()
    assert "- … and 10 more: run `lpsa check` for all." == lines[-1]
