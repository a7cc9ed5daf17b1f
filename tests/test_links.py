"""Links: every case in ``cases/links`` has exactly the mentions, decisions and uses it says."""

from __future__ import annotations

from operator import attrgetter
from pathlib import Path

import pytest

from lpsa_build.config import read_settings
from lpsa_build.lint.check import Review, review
from lpsa_build.mentions.policy import Mention
from tests.case_files import Case, abridged, read_cases
from tests.test_load_cases import READING, said


@pytest.mark.parametrize("case", read_cases("links"), ids=attrgetter("name"))
def test_a_case_has_exactly_its_links(case: Case, tmp_path: Path) -> None:
    """Each mention is named with its place, its term and the reason of the decision."""
    result = review(read_settings(case.write(tmp_path)))
    expected = case.listed("Findings")
    found = [said(finding) for finding in result.findings if finding.code in READING]
    assert expected == abridged(expected, found)
    assert case.listed("Links") == [listed(mention) for mention in mentions(result)]
    if uses := case.listed("Used in"):
        assert uses == used_in(result)


@pytest.mark.parametrize("case", read_cases("links"), ids=attrgetter("name"))
def test_at_the_place_of_a_mention_stand_its_words(case: Case, tmp_path: Path) -> None:
    """From its first to its last character, in the file as it is on disk."""
    result = review(read_settings(case.write(tmp_path)))
    for mention in mentions(result):
        lines = (tmp_path / mention.path).read_text(encoding="utf-8").split("\n")
        start, end = mention.span.start, mention.span.end
        found = "\n".join(lines[start.line - 1 : end.line])
        after = len(lines[end.line - 1]) - end.column + 1
        words = found[start.column - 1 : len(found) - after]
        assert mention.text.split() == words.replace("''", "'").split()


def mentions(result: Review) -> list[Mention]:
    """Return all mentions, by file and place."""
    found = [mention for group in result.links.mentions.values() for mention in group]
    return sorted(found, key=lambda mention: (mention.path, mention.span))


def listed(mention: Mention) -> str:
    """Return a mention as ``path:line:column words -> term (reason)``."""
    start = mention.span.start
    words = " ".join(mention.text.split())
    arrow = "->" if mention.linked else "--"
    place = f"{mention.path}:{start.line}:{start.column}"
    return f"{place} {words} {arrow} {mention.term or '?'} ({mention.reason})"


def used_in(result: Review) -> list[str]:
    """Return where each term is used: term, entry, section and sentence."""
    return [
        f"{term}: {use.entry}#{use.section.id} {use.sentence}"
        for term in sorted(result.links.used_in)
        for use in result.links.used_in[term]
    ]
