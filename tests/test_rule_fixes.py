"""Fixes of rules: each mends what its rule finds, and leaves nothing to mend."""

from __future__ import annotations

from operator import attrgetter
from pathlib import Path

import pytest

from lpsa_build.config import read_settings
from lpsa_build.lint.manual import parse_manual
from lpsa_build.lint.mend import mend
from lpsa_build.lint.rule import Rule
from lpsa_build.lint.rules import RULES
from lpsa_build.source.finding import Finding
from tests.case_files import MKDOCS
from tests.test_rules import examine

GRANT = """\
---
term: grant
definition: Money that is given away.
domain: fiscal
status: draft
{fields}---
Notes.
"""
TRANSFER = GRANT.format(fields="").replace("grant", "transfer").replace("given", "passed")


def mended(files: dict[str, str], folder: Path, code: str) -> tuple[list[Finding], dict[str, str]]:
    """Return the findings of a code that are left after mending, and the files as changed."""
    for path, text in {"mkdocs.yml": MKDOCS, **files}.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    review, changed = mend(
        read_settings(folder / "mkdocs.yml"), lambda finding: finding.code == code, unsafe=True
    )
    left = [finding for finding in review.findings if finding.code == code]
    return left, {path: data.decode() for path, data in changed.items()}


@pytest.mark.parametrize("rule", RULES, ids=attrgetter("fault.name"))
def test_what_can_be_mended_in_a_bad_example_is_mended(rule: Rule, tmp_path: Path) -> None:
    """And a second time there is nothing to do."""
    folder = tmp_path / "site"
    found = examine(parse_manual(rule.manual).files("Bad"), folder)
    mendable = [f for f in found if f.code == rule.fault.code and f.fix]
    settings = read_settings(folder / "mkdocs.yml")
    review, changed = mend(settings, lambda f: f.code == rule.fault.code, unsafe=True)
    assert bool(mendable) == bool(changed)
    assert [] == [f for f in review.findings if f.code == rule.fault.code and f.fix]
    for path, data in changed.items():
        (folder / path).write_bytes(data)
    assert {} == mend(settings, lambda f: f.code == rule.fault.code, unsafe=True)[1]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("related: [grant, transfer]\n", "related: [transfer]\n"),
        ("related: [transfer, grant]  # both\n", "related: [transfer]  # both\n"),
        ("related: [grant]\n", ""),
        ("related: [grant]  # why\n", "related: []  # why\n"),
        ("related:\n  - grant\n  - transfer # kept\n", "related:\n  - transfer # kept\n"),
        ("related:\n  - transfer\n  - grant\n", "related:\n  - transfer\n"),
        ("related:\n  - grant\nupdated: 2026-01-01\n", "updated: 2026-01-01\n"),
        ("related: [\n  transfer,\n  grant,\n]\n", "related: [\n  transfer,\n]\n"),
    ],
)
def test_a_value_is_taken_out_of_its_list(before: str, after: str, tmp_path: Path) -> None:
    """Whatever the list looks like; comments stay."""
    files = {"glossary/grant.md": GRANT.format(fields=before), "glossary/transfer.md": TRANSFER}
    left, changed = mended(files, tmp_path, "LPSA202")
    assert [] == left
    assert {"glossary/grant.md": GRANT.format(fields=after)} == changed


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('term: "grant "', 'term: "grant"'),
        ("term: 'grant  aid'", "term: 'grant aid'"),
        ("term: grant\u00a0aid", "term: grant aid"),
        ("term: gran\u00adt", "term: grant"),
        ("term: “grant”", "term: grant"),
        ("term: grants,", "term: grants"),
        ("term: ﬁscal grant", "term: fiscal grant"),
        ("term: re\u0301gion", "term: r\u00e9gion"),
        ("term: 'local ''self''  rule'", "term: 'local ''self'' rule'"),
    ],
)
def test_a_label_is_cleaned_within_its_marks(before: str, after: str, tmp_path: Path) -> None:
    """A label is typed anew as it was meant."""
    text = GRANT.format(fields="")
    files = {"glossary/grant.md": text.replace("term: grant", before)}
    left, changed = mended(files, tmp_path, "LPSA105")
    assert [] == left
    assert {"glossary/grant.md": text.replace("term: grant", after)} == changed


def test_a_zero_width_space_is_deleted(tmp_path: Path) -> None:
    """It has neither shape nor meaning."""
    text = GRANT.format(fields="")
    files = {"glossary/grant.md": text.replace("term: grant", "term: gra\u200bnt")}
    assert ([], {"glossary/grant.md": text}) == mended(files, tmp_path, "LPSA004")


PUBLISHED = """\
# Do not take anything out.
permalinks:
  glossary/grant/: grant # the first
  glossary/transfer/: transfer
"""


def test_new_addresses_are_put_in_their_order(tmp_path: Path) -> None:
    """Comments stay, and nothing is taken out."""
    names = ["block-grant", "grant", "loan", "transfer", "user-charge"]
    files = {f"glossary/{name}.md": TRANSFER.replace("transfer", name) for name in names}
    left, changed = mended({"content/permalinks.yml": PUBLISHED, **files}, tmp_path, "LPSA703")
    assert [] == left
    expected = """\
# Do not take anything out.
permalinks:
  glossary/block-grant/: block-grant
  glossary/grant/: grant # the first
  glossary/loan/: loan
  glossary/transfer/: transfer
  glossary/user-charge/: user-charge
"""
    assert {"content/permalinks.yml": expected} == changed


def test_an_empty_list_of_addresses_is_filled(tmp_path: Path) -> None:
    """So that a site may begin with one."""
    files = {"content/permalinks.yml": "permalinks: {}\n", "glossary/transfer.md": TRANSFER}
    _, changed = mended(files, tmp_path, "LPSA703")
    assert {"content/permalinks.yml": "permalinks:\n  glossary/transfer/: transfer\n"} == changed
