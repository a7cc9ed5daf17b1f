"""Findings as Markdown for the summary page of a CI step: counts by rule, the worst first."""

from __future__ import annotations

from collections import Counter

from lpsa_build.lint.report.counts import closing_line
from lpsa_build.lint.report.report import Report
from lpsa_build.lint.report.text import printable
from lpsa_build.source.finding import Finding, Severity

SHOWN = 50
"""Findings listed one by one; the step's log has them all."""
ICONS = {Severity.ERROR: "🔴", Severity.WARNING: "🟡", Severity.ADVICE: "🔵"}
MARKUP = str.maketrans({c: f"\\{c}" for c in r"\`*_{}[]()<>#+-.!|~&@$"})


def render(report: Report) -> str:
    """Return a heading, a table of counts by rule, and the findings of greatest weight."""
    parts = ["## Findings", closing_line(report.findings, report.files)]
    if report.findings:
        parts += [_by_rule(report), _list(report)]
    return "\n\n".join(parts) + "\n"


def _by_rule(report: Report) -> str:
    kinds = Counter((f.severity.rank, f.code, f.rule, f.severity) for f in report.findings)
    worst_first = sorted(kinds.items(), key=lambda pair: (pair[0][0], -pair[1], pair[0][1]))
    rows = [
        f"| {ICONS[severity]} {severity} | [{code}]({report.address(code)}) {rule} | {number} |"
        for (_, code, rule, severity), number in worst_first
    ]
    return "\n".join(["| Weight | Rule | Findings |", "| --- | --- | ---: |", *rows])


def _list(report: Report) -> str:
    ordered = sorted(
        report.findings, key=lambda f: (f.severity.rank, f.path not in report.changed, f.sort_key)
    )
    lines = [_line(finding) for finding in ordered[:SHOWN]]
    if (more := len(ordered) - SHOWN) > 0:
        lines.append(f"- … and {more} more: run `lpsa check` for all.")
    return "\n".join(lines)


def _line(finding: Finding) -> str:
    start = finding.span.start
    place = escaped(f"{finding.path}:{start.line}:{start.column}")
    words = escaped(f"{finding.message} {finding.cure}")
    return f"- {ICONS[finding.severity]} **{place}** {finding.code} {words}"


def escaped(text: str) -> str:
    """Return text that Markdown shows as it is, on one line."""
    return printable(text).translate(MARKUP)
