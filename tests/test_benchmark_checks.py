"""The benchmarks of the checker: the content has a place for each defect, and boxes are counted."""

from __future__ import annotations

from random import Random

import pytest

from benchmarks.checks import examine, make, original
from benchmarks.defects import KINDS
from benchmarks.defects.site import Kind
from benchmarks.precision import LINE, sample, share, tally
from lpsa_build.source.finding import FILE_START, Finding, Severity


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_the_content_has_a_place_for_each_kind_of_defect(kind: Kind) -> None:
    mutant = make(kind, Random("a seed"))
    texts = original().site.texts
    assert mutant.places
    assert any(
        data is None or data != texts.get(path, "").encode() for path, data in mutant.files.items()
    )


def test_a_defect_is_found_at_its_place_only_if_the_content_had_it_not_before() -> None:
    result = examine(("self_relation", "a seed"))
    assert result.found
    assert result.seen == ()


def test_a_judged_sample_is_counted_by_severity_and_by_rule() -> None:
    findings = [
        Finding("LPSA001", "one", Severity.ERROR, "It is wrong.", "Mend it.", "a.md", FILE_START),
        Finding("LPSA002", "two", Severity.WARNING, "It is odd.", "Look.", "a.md", FILE_START),
        Finding("LPSA002", "two", Severity.WARNING, "It is odd.", "Look.", "b.md", FILE_START),
    ]
    text = "\n".join(sample(findings, {"a.md": "A text."}, seed=1, number=10))
    judged = text.replace("[ ] 1", "[x] 1").replace("[ ] 2", "[x] 2").replace("[ ] 3", "[-] 3")
    boxes = list(LINE.finditer(judged))
    assert (share(boxes, Severity.ERROR), share(boxes, Severity.WARNING)) == (1.0, 0.5)
    lines = list(tally(boxes))
    assert lines[1] == "warning: 50% of 2 accepted, 75% wanted"
    assert lines[2].split() == ["LPSA002", "two", "1", "of", "2"]
