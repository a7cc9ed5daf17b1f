"""All rules at once: codes, manuals, and that each example says what its manual promises."""

from __future__ import annotations

import re
from operator import attrgetter
from pathlib import Path

import pytest

from lpsa_build.config import read_settings
from lpsa_build.lint import rules
from lpsa_build.lint.baseline import apply_baseline
from lpsa_build.lint.check import review
from lpsa_build.lint.coverage import REASONS, answers
from lpsa_build.lint.manual import PARTS, Example, parse_manual
from lpsa_build.lint.rule import Rule
from lpsa_build.lint.rules import RULES
from lpsa_build.source.faults import FAULTS
from lpsa_build.source.finding import Finding, Severity
from tests.case_files import MKDOCS, unescape

FAMILIES = (
    "reading",
    "identity",
    "relations",
    "definitions",
    "usage",
    "translations",
    "frameworks",
    "publishing",
)
each_rule = pytest.mark.parametrize("rule", RULES, ids=attrgetter("fault.name"))


def test_no_code_and_no_name_is_given_twice() -> None:
    kinds = {*FAULTS, *(rule.fault for rule in RULES)}
    assert len(kinds) == len({fault.code for fault in kinds})
    assert len(kinds) == len({fault.name for fault in kinds})
    assert len(RULES) == len({rule.fault for rule in RULES})


def test_what_is_found_while_reading_is_explained_by_a_rule_as_well() -> None:
    assert {*FAULTS} <= {rule.fault for rule in RULES}


def test_each_rule_stands_in_a_file_of_its_name_in_the_folder_of_its_family() -> None:
    folder = Path(rules.__file__).parent
    expected = {
        f"{FAMILIES[int(rule.fault.code[4])]}/{rule.fault.name.replace('-', '_')}.py"
        for rule in RULES
    }
    assert expected == {
        path.relative_to(folder).as_posix()
        for path in folder.glob("*/*.py")
        if path.name != "__init__.py"
    }


LONGEST = 80
NOTE = re.compile(r"^# Over 80 lines: \w.{20,}\.$", re.MULTILINE)


@each_rule
def test_a_long_rule_says_why_it_is_long_and_a_short_one_does_not(rule: Rule) -> None:
    """With its manual a rule should fit on a page; a note that outlives its reason is taken out."""
    family = FAMILIES[int(rule.fault.code[4])]
    path = Path(rules.__file__).parent / family / f"{rule.fault.name.replace('-', '_')}.py"
    source = path.read_text(encoding="utf-8")
    assert (source.count("\n") > LONGEST) == (NOTE.search(source) is not None)


@each_rule
def test_the_manual_has_all_its_parts(rule: Rule) -> None:
    manual = parse_manual(rule.manual)
    assert PARTS == tuple(manual.parts)
    assert all([manual.sentence, *manual.parts.values()])
    assert manual.files("Bad")
    assert manual.files("Good")


@each_rule
def test_the_bad_example_is_found_and_the_good_one_is_not(rule: Rule, tmp_path: Path) -> None:
    manual = parse_manual(rule.manual)
    bad = examine(manual.files("Bad"), tmp_path / "bad")
    good = examine(manual.files("Good"), tmp_path / "good")
    assert rule.fault.code in {finding.code for finding in bad}
    assert [] == [f for f in good if f.code == rule.fault.code or f.severity is Severity.ERROR]


def examine(files: list[Example], folder: Path) -> tuple[Finding, ...]:
    """Write the files of an example and return what is found in them."""
    folder.mkdir()
    (folder / "mkdocs.yml").write_text(MKDOCS, encoding="utf-8")
    for file in files:
        target = folder / file.path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(unescape(file.text) if file.escaped else file.text.encode())
    findings = review(read_settings(folder / "mkdocs.yml")).findings
    if (baseline := folder / "baseline.txt").exists():
        return tuple(apply_baseline(findings, baseline.name, baseline.read_text("utf-8")))
    return findings


def test_each_check_of_the_field_has_a_rule_or_a_reason_why_not() -> None:
    """Never both, and no rule answers a check that is not on the list."""
    codes = answers(RULES)
    assert REASONS.keys() == {entry for entry, found in codes.items() if not found}
