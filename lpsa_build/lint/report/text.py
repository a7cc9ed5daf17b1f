"""Findings for a person at a terminal: the words in question are underlined."""

from __future__ import annotations

import unicodedata

import click

from lpsa_build.lint.report.counts import abridge, closing_line
from lpsa_build.lint.report.report import Report
from lpsa_build.source.finding import Finding, Severity

COLORS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.ADVICE: "cyan"}
WIDTH = 100
"""Columns of the text around the words in question."""
LEAD = 30
"""Columns shown before them where a line is longer than that."""
FEW = 5
"""Pieces of advice shown of one rule, unless that rule was asked for."""


def line(finding: Finding) -> str:
    """Return a finding as ``path:line:column: severity CODE: message`` with its cure below.

    The path comes first, so that no line begins with text from the content.
    """
    return f"{_head(finding)}\n    {printable(finding.cure)}"


def _head(finding: Finding, *, color: bool = False) -> str:
    start = finding.span.start
    place = f"{printable(finding.path)}:{start.line}:{start.column}"
    severity = str(finding.severity)
    if color:
        place = click.style(place, bold=True)
        severity = click.style(severity, fg=COLORS[finding.severity], bold=True)
    return f"{place}: {severity} {finding.code} ({finding.rule}): {printable(finding.message)}"


def printable(text: str) -> str:
    """Return text with control characters shown as escapes, and no command for a CI log."""
    return "".join(c if c.isprintable() else ascii(c)[1:-1] for c in text).replace("##[", "# #[")


def render(report: Report) -> str:
    """Return the findings, each with its line and the address of its rule, and their count.

    Of a rule that has much advice to give, the first few pieces are shown and the others counted.
    """
    lines: list[str] = []
    few, more = abridge(report.findings, FEW)
    for finding in report.findings if report.whole else few:
        lines.append(_head(finding, color=report.color))
        lines.extend(f"    | {part}" for part in _excerpt(report, finding))
        lines.append(f"    {printable(finding.cure)}")
        lines.append(f"    {report.address(finding.code)}")
    if not report.whole:
        lines.extend(
            f"{number} more of {code} ({rule}): `lpsa check --select {code}` shows them."
            for (code, rule), number in sorted(more.items())
        )
    return "\n".join([*lines, closing_line(report.findings, report.files)]) + "\n"


def _excerpt(report: Report, finding: Finding) -> list[str]:
    """Return the line of the finding and carets under the words in question, if there are any.

    Under a line that runs from right to left carets would point at other letters: there the words
    are repeated instead.
    """
    text = report.line(finding)
    start = finding.span.start.column - 1
    same_line = finding.span.end.line == finding.span.start.line
    end = finding.span.end.column - 1 if same_line else len(text)
    if not text[start:end].strip():
        return []
    first = max(0, start - LEAD) if len(text) > WIDTH else 0
    shown = text[first : first + WIDTH]
    words = text[start : min(end, first + WIDTH)]
    if any(unicodedata.bidirectional(c) in {"R", "AL"} for c in shown):
        return [printable(shown), f"here: {printable(words)}"]
    carets = "^" * max(1, _columns(words))
    if report.color:
        carets = click.style(carets, fg=COLORS[finding.severity], bold=True)
    return [printable(shown), " " * _columns(text[first:start]) + carets]


def _columns(text: str) -> int:
    """Return how many columns of a terminal a text takes (Unicode annex 11)."""
    width = 0
    for c in text:
        if not c.isprintable():
            width += len(printable(c))
        elif not unicodedata.combining(c):
            width += 2 if unicodedata.east_asian_width(c) in "WF" else 1
    return width
