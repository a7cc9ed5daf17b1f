"""A framework as an Excel workbook to fill in, and an assessment in the same layout, filled in.

Four sheets: who assessed what, the scores with their criteria beside them, the scales that offer
the choices, and where all is from. ``lpsa import xlsx`` and the score card read them back; every
cell is text, so that ``1/3`` stays what it is and nothing runs.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from io import BytesIO

from xlsxwriter import Workbook
from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from lpsa_build.exchange.xlsx import CREATED, PLAIN, fitting
from lpsa_build.model.framework import (
    Assessment,
    AssessmentStatus,
    Framework,
    Item,
    OrderedScale,
    Scale,
)
from lpsa_build.model.knowledge import Entry, KnowledgeBase
from lpsa_build.model.values import Source, show_number

ASSESSMENT, SCORES, SCALES, ABOUT = SHEETS = ("Assessment", "Scores", "Scales", "About")
FIELDS = ("id", "place", "iso3166", "level", "period", "assessors", "status", "summary", "sources",
          "terms_revision", "updated", "redirect_from")  # fmt: skip
"""The lines of the first sheet; ``id`` is the name of the file."""
HINTS = {
    "framework": "Leave this as it is.",
    "id": "Small letters, digits and hyphens: place and year. If empty, made of the two.",
    "iso3166": "Two capital letters, for a country.",
    "period": "For example: 2026",
    "status": "draft, published, or illustrative for scores that are made up.",
    "sources": "One in a line: its id in the list of references, a colon, and the place in it.",
    "terms_revision": "The revision of each term at the time of the scoring.",
}
HEADS = {"code": 12, "level": 14, "title": 36, "question": 36, "score": 12, "evidence": 48,
         "sources": 24, "scale": 20, "meaning": 48}  # fmt: skip
"""The columns of the scores, and how wide they are."""
SCORE = list(HEADS).index("score")
MADE_UP = "score (illustrative: made up)"


def framework(knowledge: KnowledgeBase, entry: Entry[Framework]) -> bytes:
    """Return the workbook of a framework without any score."""
    terms = {term for _, item in entry.fields.walk() for term in item.terms}
    revisions = {
        t: knowledge.terms[t].fields.revision for t in sorted(terms & set(knowledge.terms))
    }
    values = {"status": AssessmentStatus.DRAFT.value, "terms_revision": _revisions(revisions)}
    return _Book(knowledge, entry, values, None).written()


def assessment(
    knowledge: KnowledgeBase, framework: Entry[Framework], entry: Entry[Assessment]
) -> bytes:
    """Return the workbook of an assessment."""
    fields = entry.fields
    values = {
        "id": entry.id.split("/")[1],
        "place": fields.place,
        "iso3166": fields.iso3166 or "",
        "level": fields.level,
        "period": fields.period,
        "assessors": fields.assessors,
        "status": fields.status.value,
        "summary": fields.summary or "",
        "sources": _sources(fields.sources),
        "terms_revision": _revisions(fields.terms_revision),
        "updated": fields.updated.isoformat() if fields.updated else "",
        "redirect_from": "; ".join(fields.redirect_from),
    }
    return _Book(knowledge, framework, values, fields).written()


def _sources(sources: Sequence[Source]) -> str:
    return "\n".join(f"{s.ref}: {s.at}" if s.at else s.ref for s in sources)


def _revisions(revisions: Mapping[str, int]) -> str:
    return "; ".join(f"{term}: {revision}" for term, revision in revisions.items())


class _Book:
    def __init__(
        self,
        knowledge: KnowledgeBase,
        framework: Entry[Framework],
        values: Mapping[str, str],
        filled: Assessment | None,
    ) -> None:
        self.knowledge, self.entry, self.values, self.filled = knowledge, framework, values, filled
        self.framework = framework.fields

    def written(self) -> bytes:
        file = BytesIO()
        with Workbook(file, PLAIN) as book:
            author = self.knowledge.settings.publisher
            book.set_properties(
                {"title": self.framework.title, "author": author, "created": CREATED}
            )
            self.plain = book.add_format({"text_wrap": True, "valign": "top", "num_format": "@"})
            self.bold = book.add_format({"bold": True, "valign": "top", "num_format": "@"})
            sheets = [book.add_worksheet(name) for name in SHEETS]
            self._assessment(sheets[0])
            ranges = self._scales(sheets[2])
            self._scores(sheets[1], ranges)
            self._about(sheets[3])
        return file.getvalue()

    def _rows(self, sheet: Worksheet, widths: Sequence[int], rows: Sequence[Sequence[str]]) -> None:
        """Write rows; the first one is the head."""
        for column, width in enumerate(widths):
            sheet.set_column(column, column, width, self.plain)
        for number, row in enumerate(rows):
            for column, text in enumerate(row):
                form = self.plain if number else self.bold
                if text:
                    sheet.write_string(number, column, fitting(text), form)
        sheet.freeze_panes(1, 0)

    def _assessment(self, sheet: Worksheet) -> None:
        values = {
            "framework": self.entry.id,
            **{name: self.values.get(name, "") for name in FIELDS},
        }
        rows = [[name, value, HINTS.get(name, "")] for name, value in values.items()]
        self._rows(sheet, (20, 60, 60), [["field", "value", "what it is"], *rows])
        line = list(values).index("status") + 1
        choices = [status.value for status in AssessmentStatus]
        sheet.data_validation(line, 1, line, 1, {"validate": "list", "source": choices})

    def _scales(self, sheet: Worksheet) -> dict[str, str]:
        """Write the choices of each ordered scale; return the cells where they stand."""
        rows, ranges = [["scale", "code", "meaning", "points"]], {}
        for name, scale in self.framework.scales.items():
            if isinstance(scale, OrderedScale):
                first = len(rows) + 1
                rows += [[name, g.code, g.label or "", show_number(g.points)] for g in scale.values]
                rows += [[name, s.code, s.label, ""] for s in self.framework.not_rated]
                ranges[name] = f"={SCALES}!$B${first}:$B${len(rows)}"
        self._rows(sheet, (16, 10, 40, 10), rows)
        return ranges

    def _scores(self, sheet: Worksheet, ranges: Mapping[str, str]) -> None:
        made_up = self.values["status"] == AssessmentStatus.ILLUSTRATIVE
        heads = [MADE_UP if made_up and head == "score" else head for head in HEADS]
        items = list(self.framework.walk())
        self._rows(sheet, tuple(HEADS.values()), [heads, *(self._row(d, i) for d, i in items)])
        sheet.freeze_panes(1, 3)
        for name, source in ranges.items():
            scale = self.framework.scales[name]
            lines = [n for n, (_, i) in enumerate(items, 1) if self.framework.scale_of(i) is scale]
            if lines:  # one list for all its cells: a list for each would double the time
                cells = " ".join(xl_rowcol_to_cell(line, SCORE) for line in lines)
                choices = {"validate": "list", "source": source, "multi_range": cells}
                sheet.data_validation(lines[0], SCORE, lines[0], SCORE, choices)

    def _row(self, depth: int, item: Item) -> list[str]:
        levels = self.framework.structure.levels
        scale = self.framework.scale_of(item)
        given = self.filled.scores.get(item.code) if self.filled else None
        return [
            item.code,
            levels[depth] if depth < len(levels) else "",
            item.title,
            item.question or "",
            given.score if given else "",
            given.evidence or "" if given else "",
            _sources(given.sources) if given else "",
            self._words(scale) if scale else "",
            "\n".join(f"{code}: {text}" for code, text in item.criteria.items()),
        ]

    def _words(self, scale: Scale) -> str:
        return ", ".join([scale.words, *(special.code for special in self.framework.not_rated)])

    def _about(self, sheet: Worksheet) -> None:
        f, knowledge = self.framework, self.knowledge
        facts = {
            "about": f.title,
            "abbreviation": f.abbreviation or "",
            "version": f.version,
            "publisher": f.publisher,
            "url": f.url or "",
            "licence": f.licence,
            "confidence": f.confidence.value,
            "comparable_reason": f.comparable_reason or "",
            "site": knowledge.settings.site_name,
            "page": knowledge.url_of(self.entry.page),
            "license of this file": "CC-BY-4.0",
        }
        if self.values["status"] == AssessmentStatus.ILLUSTRATIVE:
            facts["illustrative"] = "These scores are made up and say nothing about a real place."
        self._rows(sheet, (20, 80), [[name, value] for name, value in facts.items()])
