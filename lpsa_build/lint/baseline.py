"""The baseline: findings that were there before a rule was, one a line; it may only shrink.

    glossary/grant.md LPSA317 The definition has 401 characters; 400 fit on the card.

Lines have no line numbers, so that an edit elsewhere in the file changes nothing. A finding that
occurs twice has two lines.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from lpsa_build.source import faults
from lpsa_build.source.finding import Finding, Position, Span

HEAD = "# Findings known on the day their rule began. Lines may be deleted, never added.\n"


def baseline_line(finding: Finding) -> str:
    """Return the line that stands for a finding."""
    return " ".join(f"{finding.path} {finding.code} {finding.message}".split())


def render_baseline(findings: Iterable[Finding]) -> str:
    """Return the text of a baseline of all findings but those that keep text from being read."""
    lines = sorted(baseline_line(f) for f in findings if not f.hides_text)
    return HEAD + "".join(f"{line}\n" for line in lines)


def apply_baseline(findings: Iterable[Finding], path: str, text: str) -> Iterator[Finding]:
    """Yield the findings that a baseline does not list, and one for each line that lists none."""
    listed = Counter(_lines(text).values())
    for finding in findings:
        if listed[line := baseline_line(finding)]:
            listed[line] -= 1
        else:
            yield finding
    for number, line in reversed(_lines(text).items()):
        if listed[line]:
            listed[line] -= 1
            yield faults.STALE_BASELINE.at(
                path,
                Span(Position(number, 1), Position(number, len(line) + 1)),
                "The baseline lists a finding that is gone.",
                "Delete the line: what is mended stays mended.",
            )


def _lines(text: str) -> dict[int, str]:
    """Return the lines of a baseline that list something, by number."""
    return {
        number: line.rstrip()
        for number, line in enumerate(text.split("\n"), 1)
        if line.strip() and not line.startswith("#")
    }
