"""Findings as workflow commands, which GitHub shows beside the changed lines.

GitHub shows ten errors and ten warnings of a step; the tenth therefore says how many more there
are. Values are escaped, so that no content can give a command of its own.
"""

from __future__ import annotations

from collections.abc import Sequence

from lpsa_build.lint.report.summary import closing_line
from lpsa_build.lint.report.text import printable
from lpsa_build.source.finding import Finding, Severity

COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "notice"}
SHOWN = 10


def render(findings: Sequence[Finding], files: int, _: str) -> str:
    """Return the commands, errors first, and the count."""
    lines = []
    for severity in Severity:
        group = [finding for finding in findings if finding.severity is severity]
        more = len(group) - SHOWN
        for finding in group[:SHOWN]:
            last = more > 0 and finding is group[SHOWN - 1]
            note = f" (and {more} more; run `lpsa check` for all)" if last else ""
            lines.append(_command(finding, note))
    return "\n".join([*lines, closing_line(findings, files)]) + "\n"


def _command(finding: Finding, note: str) -> str:
    start, end = finding.span.start, finding.span.end
    properties = {
        "file": finding.path,
        "line": str(start.line),
        "endLine": str(end.line),
        "title": f"{finding.code} {finding.rule}",
    }
    if start.line == end.line:
        properties |= {"col": str(start.column), "endColumn": str(end.column)}
    listed = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    text = f"{printable(finding.message)}\n{printable(finding.cure)}{note}"
    return f"::{COMMANDS[finding.severity]} {listed}::{_escape(text)}"


def _escape(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _escape(printable(text)).replace(":", "%3A").replace(",", "%2C")
