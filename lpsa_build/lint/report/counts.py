"""Counts that every report ends with."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from lpsa_build.source.finding import Finding, Severity


def counts(findings: Sequence[Finding]) -> dict[str, int]:
    """Return how many findings there are of each severity."""
    found = Counter(finding.severity for finding in findings)
    return {severity.value: found[severity] for severity in Severity}


def closing_line(findings: Sequence[Finding], files: int) -> str:
    """Return the counts as a sentence."""
    number = counts(findings)
    words = [
        f"{number['error']} error{'s' * (number['error'] != 1)}",
        f"{number['warning']} warning{'s' * (number['warning'] != 1)}",
        f"{number['advice']} piece{'s' * (number['advice'] != 1)} of advice",
    ]
    return f"{', '.join(words)} in {files} file{'s' * (files != 1)}."
