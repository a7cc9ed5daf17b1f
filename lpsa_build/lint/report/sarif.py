"""Findings in the Static Analysis Results Interchange Format 2.1.0 (OASIS standard)."""

from __future__ import annotations

import json
from hashlib import blake2b
from typing import Any
from urllib.parse import quote

from lpsa_build import __version__
from lpsa_build.lint.manual import parse_manual
from lpsa_build.lint.report.report import Report
from lpsa_build.lint.rules import KINDS, RULES
from lpsa_build.source.finding import Edit, Fault, Finding, Severity, Span

LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "note"}
SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
MANUALS = {rule.fault.code: rule.manual for rule in RULES}


def render(report: Report) -> str:
    """Return one run as SARIF; columns count Unicode code points."""
    codes = sorted({finding.code for finding in report.findings})
    kinds = {kind.code: kind for kind in KINDS}
    driver = {
        "name": "lpsa",
        "version": __version__,
        "rules": [_rule(kinds[code], report) for code in codes],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, codes) for finding in report.findings],
    }
    data = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _rule(fault: Fault, report: Report) -> dict[str, Any]:
    rule: dict[str, Any] = {
        "id": fault.code,
        "name": fault.name,
        "shortDescription": {"text": fault.summary},
        "helpUri": report.address(fault.code),
        "defaultConfiguration": {"level": LEVELS[fault.severity]},
    }
    if manual := MANUALS.get(fault.code):
        words = parse_manual(manual)
        rule["help"] = {"text": words.sentence, "markdown": words.markdown}
    return rule


def _result(finding: Finding, codes: list[str]) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": codes.index(finding.code),
        "level": LEVELS[finding.severity],
        "message": {"text": f"{finding.message} {finding.cure}"},
        "locations": [{"physicalLocation": _place(finding.path, finding.span)}],
        "partialFingerprints": {"finding/v1": _fingerprint(finding)},
    }
    if finding.fix:
        changes = [_change(edit) for edit in finding.fix.edits]
        result["fixes"] = [{"description": {"text": finding.cure}, "artifactChanges": changes}]
    return result


def _place(path: str, span: Span) -> dict[str, Any]:
    return {"artifactLocation": _artifact(path), "region": _region(span)}


def _artifact(path: str) -> dict[str, str]:
    return {"uri": quote(path), "uriBaseId": "%SRCROOT%"}


def _region(span: Span) -> dict[str, int]:
    return {
        "startLine": span.start.line,
        "startColumn": span.start.column,
        "endLine": span.end.line,
        "endColumn": span.end.column,
    }


def _change(edit: Edit) -> dict[str, Any]:
    replacement = {"deletedRegion": _region(edit.span), "insertedContent": {"text": edit.text}}
    return {"artifactLocation": _artifact(edit.path), "replacements": [replacement]}


def _fingerprint(finding: Finding) -> str:
    """Return what stays the same when lines move."""
    words = f"{finding.path}\0{finding.code}\0{finding.message}"
    return blake2b(words.encode("utf-8", "replace"), digest_size=16).hexdigest()
