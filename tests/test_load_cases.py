"""Reading: every case in ``cases/load`` has exactly its findings, and its facts hold."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from operator import attrgetter
from pathlib import Path

import pytest

from lpsa_build.config import read_settings
from lpsa_build.lint.check import Review, review
from lpsa_build.model.values import show_number
from lpsa_build.source.faults import FAULTS
from lpsa_build.source.finding import Finding
from tests.case_files import Case, abridged, read_cases

READING = {fault.code for fault in FAULTS}
"""What is found while reading; the rules have cases of their own."""


@pytest.mark.parametrize("case", read_cases("load"), ids=attrgetter("name"))
def test_a_case_has_exactly_its_findings_and_facts(case: Case, tmp_path: Path) -> None:
    """Nothing is missing, nothing is too much, and every place is exact."""
    result = review(read_settings(case.write(tmp_path)))
    expected = case.listed("Findings")
    found = [said(finding) for finding in result.findings if finding.code in READING]
    assert expected == abridged(expected, found)
    facts = [line.split(" = ")[0] for line in case.listed("Facts")]
    assert case.listed("Facts") == [f"{name} = {fact(result, name)}" for name in facts]


@pytest.mark.parametrize("case", read_cases("load"), ids=attrgetter("name"))
def test_each_finding_lies_in_its_file(case: Case, tmp_path: Path) -> None:
    """From its first place to the last."""
    for finding in review(read_settings(case.write(tmp_path))).findings:
        start, end = finding.span.start, finding.span.end
        assert (1, 1) <= (start.line, start.column) <= (end.line, end.column)
        if not (path := tmp_path / finding.path).is_file():
            continue
        lines = path.read_bytes().decode("utf-8-sig", "replace").replace("\r\n", "\n").split("\n")
        assert [] == [at for at in (start, end) if at.column > len(lines[at.line - 1]) + 1]


def said(finding: Finding) -> str:
    """Return a finding as ``path:line:column CODE message cure``."""
    start = finding.span.start
    place = f"{finding.path.replace(' ', '␣')}:{start.line}:{start.column}"
    return f"{place} {finding.code} {finding.message} {finding.cure}"


def fact(result: Review, name: str) -> str:
    """Return what stands at a dotted path of the knowledge base: ``terms.grant.term``."""
    value: object = result.knowledge
    for step in name.split("."):
        if isinstance(value, Mapping):
            value = getattr(value[step], "fields", value[step])
        elif isinstance(value, tuple):
            value = value[int(step) - 1]
        else:
            value = getattr(value, step)
    return in_words(value)


def in_words(value: object) -> str:
    """Return a value so that text, number, day and flag can be told apart."""
    if isinstance(value, str):
        return value or "nothing"
    if isinstance(value, date):
        return f"the day {value.isoformat()}"
    if isinstance(value, bool):
        return f"it is {str(value).lower()}"
    if isinstance(value, int | Fraction):
        return f"the number {show_number(Fraction(value))}"
    if isinstance(value, tuple | Mapping):
        return f"[{', '.join(map(in_words, value))}]"
    return "nothing" if value is None else str(value)
