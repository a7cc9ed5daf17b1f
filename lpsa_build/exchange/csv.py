"""The glossary as CSV for spreadsheet programs: UTF-8 with a byte order mark."""

from __future__ import annotations

import csv
from io import StringIO

from lpsa_build.model.addresses import address_of
from lpsa_build.model.knowledge import KnowledgeBase

FORMULA_STARTS = tuple("=+-@\t\r＝＋－＠")
"""A cell that begins so would be run as a formula (OWASP, CSV injection)."""


def glossary(knowledge: KnowledgeBase) -> str:
    """Return one row per term, sorted by id."""
    languages = [c for c in knowledge.settings.languages if c != knowledge.settings.language]
    base = knowledge.settings.site_url.rstrip("/")
    out = StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(
        ["id", "term", "abbreviation", "aliases", "avoid", "definition", "domain", "status",
         "revision", "broader", "sources", "updated", *languages, "url"]
    )  # fmt: skip
    for entry in (knowledge.terms[key] for key in sorted(knowledge.terms)):
        term = entry.fields
        row = [
            entry.id,
            term.title,
            term.abbreviation or "",
            "; ".join(term.aliases),
            "; ".join(term.avoid),
            term.definition,
            term.domain,
            term.status.value,
            str(term.revision),
            "; ".join(term.broader),
            "; ".join(source.ref for source in term.sources),
            term.updated.isoformat() if term.updated else "",
            *(t.term if (t := term.translations.get(code)) else "" for code in languages),
            f"{base}/{address_of(entry.page)}",
        ]
        writer.writerow([safe_cell(cell) for cell in row])
    return "\ufeff" + out.getvalue()


def safe_cell(text: str) -> str:
    """Return a cell that no spreadsheet program takes for a formula."""
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text
