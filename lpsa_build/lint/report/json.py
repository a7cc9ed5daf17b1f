"""Findings for programs; the shape is a promise (see the site's page on the command)."""

from __future__ import annotations

import json
from typing import Any

from lpsa_build.lint.report.counts import counts
from lpsa_build.lint.report.report import Report
from lpsa_build.source.finding import Edit, Finding, Position


def render(report: Report) -> str:
    """Return all findings as one JSON object."""
    data = {
        "findings": [_finding(finding, report) for finding in report.findings],
        "summary": {**counts(report.findings), "files": report.files},
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _finding(finding: Finding, report: Report) -> dict[str, Any]:
    start, end = finding.span.start, finding.span.end
    return {
        "code": finding.code,
        "rule": finding.rule,
        "severity": finding.severity.value,
        "message": finding.message,
        "cure": finding.cure,
        "path": finding.path,
        "line": start.line,
        "column": start.column,
        "end_line": end.line,
        "end_column": end.column,
        "fix": None
        if finding.fix is None
        else {"safe": finding.fix.safe, "edits": [_edit(edit) for edit in finding.fix.edits]},
        "url": report.address(finding.code),
    }


def _edit(edit: Edit) -> dict[str, Any]:
    return {
        "path": edit.path,
        "start": _position(edit.span.start),
        "end": _position(edit.span.end),
        "text": edit.text,
    }


def _position(position: Position) -> dict[str, int]:
    return {"line": position.line, "column": position.column}
