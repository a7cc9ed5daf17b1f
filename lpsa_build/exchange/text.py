"""What an assessment comes to, for a person at a terminal."""

from __future__ import annotations

from lpsa_build.model.framework import Assessment, AssessmentStatus, Framework
from lpsa_build.model.knowledge import Entry
from lpsa_build.score.assess import assess
from lpsa_build.score.result import Result


def score(framework: Entry[Framework], entry: Entry[Assessment]) -> str:
    """Return a line per item, indented by level: code, title, score, and how much is rated."""
    fields = entry.fields
    marked = fields.status is AssessmentStatus.PUBLISHED
    status = "" if marked else f" ({fields.status.value})"
    whole = assess(framework.fields, fields.given)
    results = [result for result in whole.walk() if result.of]
    lines = [f"{framework.fields.heading}: {fields.place}, {fields.period}{status}"]
    return "\n".join([*lines, *map(_line, results)]) + "\n"


def _line(result: Result) -> str:
    indent = "  " * (result.depth + 1)
    name = f"{result.item.code} {result.item.title}" if result.item else "All"
    return f"{indent}{_printable(name)}: {_printable(result.shown) or '-'}{_extent(result)}"


def _extent(result: Result) -> str:
    """Say how much is rated, of an item with parts."""
    if not result.parts:
        return ""
    excluded = f", {result.excluded} excluded" if result.excluded else ""
    return f" ({result.rated} of {result.of} rated{excluded})"


def _printable(text: str) -> str:
    return "".join(c if c.isprintable() else " " for c in text)
