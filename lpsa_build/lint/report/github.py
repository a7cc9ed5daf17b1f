"""Findings as workflow commands, which GitHub shows beside the changed lines.

GitHub shows ten errors and ten warnings of a step. Files that the branch changes therefore come
first, and the tenth command says how many more findings there are, and where. Values are escaped,
so that no content can give a command of its own.
"""

from __future__ import annotations

from collections.abc import Sequence

from lpsa_build.lint.report.counts import closing_line
from lpsa_build.lint.report.report import Report
from lpsa_build.lint.report.text import printable
from lpsa_build.source.finding import Finding, Severity

COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "notice"}
SHOWN = 10
FILES_NAMED = 3


def render(report: Report) -> str:
    """Return the commands, errors first, and the count."""
    lines = []
    for severity in Severity:
        group = [finding for finding in report.findings if finding.severity is severity]
        group.sort(key=lambda finding: (finding.path not in report.changed, finding.sort_key))
        lines += [_command(finding) for finding in group[:SHOWN]]
        if rest := group[SHOWN:]:
            lines[-1] = _command(group[SHOWN - 1], _more(rest))
    return "\n".join([*lines, closing_line(report.findings, report.files)]) + "\n"


def _more(rest: Sequence[Finding]) -> str:
    """Say how many findings are not shown, and in which files."""
    paths = list(dict.fromkeys(finding.path for finding in rest))
    named = ", ".join(map(printable, paths[:FILES_NAMED]))
    others = len(paths) - FILES_NAMED
    if others > 0:
        named += f" and {others} more file{'s' * (others != 1)}"
    return f" (and {len(rest)} more in {named}; run `lpsa check` for all)"


def _command(finding: Finding, note: str = "") -> str:
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
