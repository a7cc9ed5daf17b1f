"""How findings are shown: one file per format, each a function from a report to text."""

from __future__ import annotations

from collections.abc import Callable

from lpsa_build.lint.report import github, json, sarif, summary, text
from lpsa_build.lint.report.report import Report

FORMATS: dict[str, Callable[[Report], str]] = {
    "text": text.render,
    "json": json.render,
    "github": github.render,
    "sarif": sarif.render,
    "summary": summary.render,
}
"""Format → the function that renders it."""
