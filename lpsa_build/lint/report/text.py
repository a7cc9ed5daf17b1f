"""Findings for a person at a terminal."""

from __future__ import annotations

from collections.abc import Sequence

from lpsa_build.lint.report.summary import closing_line
from lpsa_build.source.finding import Finding


def line(finding: Finding) -> str:
    """Return a finding as ``path:line:column: severity CODE: message`` with its cure below.

    The path comes first, so that no line begins with text from the content.
    """
    start = finding.span.start
    return (
        f"{printable(finding.path)}:{start.line}:{start.column}: "
        f"{finding.severity} {finding.code} ({finding.rule}): {printable(finding.message)}\n"
        f"    {printable(finding.cure)}"
    )


def printable(text: str) -> str:
    """Return text with control characters shown as escapes, and no command for a CI log."""
    return "".join(c if c.isprintable() else ascii(c)[1:-1] for c in text).replace("##[", "# #[")


def render(findings: Sequence[Finding], files: int, _: str) -> str:
    """Return all findings and their count."""
    lines = [line(finding) for finding in findings]
    return "\n".join([*lines, closing_line(findings, files)]) + "\n"
