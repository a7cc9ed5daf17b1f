"""Counts that every report ends with, and what is counted instead of shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

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


def abridge(
    findings: Iterable[Finding], most: int
) -> tuple[list[Finding], Counter[tuple[str, str]]]:
    """Return the findings with at most so many pieces of advice of each rule, and what is left out.

    What is left out is counted by the code and name of the rule. Errors and warnings all stay: they
    are there to be mended, while old advice would bury them.
    """
    shown: list[Finding] = []
    advice: Counter[tuple[str, str]] = Counter()
    for finding in findings:
        kind = finding.code, finding.rule
        if finding.severity is Severity.ADVICE:
            advice[kind] += 1
        if finding.severity is not Severity.ADVICE or advice[kind] <= most:
            shown.append(finding)
    return shown, Counter({kind: number - most for kind, number in advice.items() if number > most})
