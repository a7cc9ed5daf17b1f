"""Glossary, frameworks and assessments as CSV for spreadsheet programs: UTF-8 with a mark."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from io import StringIO

from lpsa_build.exchange.table import columns, rows
from lpsa_build.model.framework import Assessment, Framework
from lpsa_build.model.knowledge import KnowledgeBase
from lpsa_build.model.values import show_number
from lpsa_build.score.assess import assess

FORMULA_STARTS = tuple("=+-@\t\r\n＝＋－＠")
"""A cell that begins so would be run as a formula (OWASP, CSV injection)."""


def glossary(knowledge: KnowledgeBase) -> str:
    """Return one row per term, sorted by id."""
    return _table(columns(knowledge), rows(knowledge))


def framework(framework: Framework) -> str:
    """Return one row per item, in the order of the framework."""
    head = ["code", "level", "title", "scale", "weight", "aggregation", "terms", "confidence"]
    levels = framework.structure.levels
    rows = [
        [
            item.code,
            levels[depth] if depth < len(levels) else "",
            item.title,
            item.scale or "",
            "" if item.weight is None else show_number(item.weight),
            item.aggregation or "",
            "; ".join(item.terms),
            item.confidence or framework.confidence,
        ]
        for depth, item in framework.walk()
    ]
    return _table(head, rows)


def assessment(framework: Framework, assessment: Assessment) -> str:
    """Return one row per item with its score and evidence; the whole, if computed, comes first.

    ``status`` stands in every row, so that no illustrative score travels without its mark.
    ``points`` are exact.
    """
    head = ["place", "period", "status", "code", "level", "title", "score", "points", "rated",
            "of", "excluded", "evidence"]  # fmt: skip
    fixed = [assessment.place, assessment.period, assessment.status.value]
    rows = []
    for result in assess(framework, assessment.given).walk():
        item = result.item
        if item is None and result.value is None:
            continue
        given = assessment.scores.get(item.code) if item else None
        rows.append(
            [
                *fixed,
                item.code if item else "",
                result.level,
                item.title if item else framework.title,
                result.shown,
                "" if result.value is None else str(result.value),
                *(str(count) for count in (result.rated, result.of, result.excluded)),
                given.evidence or "" if given else "",
            ]
        )
    return _table(head, rows)


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    out = StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(head)
    writer.writerows([safe_cell(cell) for cell in row] for row in rows)
    return "\ufeff" + out.getvalue()


def safe_cell(text: str) -> str:
    """Return a cell that no spreadsheet program takes for a formula."""
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text
