"""Rules: a case in ``cases/rules`` has exactly the findings of the rule it is named for."""

from __future__ import annotations

from operator import attrgetter
from pathlib import Path

import pytest

from lpsa_build.config import read_settings
from lpsa_build.lint.check import review
from lpsa_build.lint.rules import RULES
from tests.case_files import Case, abridged, read_cases
from tests.test_load_cases import said


@pytest.mark.parametrize("case", read_cases("rules"), ids=attrgetter("name"))
def test_a_case_has_exactly_the_findings_of_its_rule(case: Case, tmp_path: Path) -> None:
    """``negative-definition--labels.md`` is about LPSA305 ``negative-definition`` alone."""
    name = case.name.split("--")[0]
    assert name in {rule.fault.name for rule in RULES}
    found = review(read_settings(case.write(tmp_path))).findings
    expected = case.listed("Findings")
    assert expected == abridged(expected, [said(f) for f in found if f.rule == name])
