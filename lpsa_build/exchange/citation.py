"""The definition of one term as a reference for other people's lists: BibTeX, RIS, CSL."""

from __future__ import annotations

import json

from lpsa_build.exchange.sections import plain
from lpsa_build.model.addresses import revision_anchor
from lpsa_build.model.knowledge import Entry, KnowledgeBase
from lpsa_build.model.term import Term

FOR_LATEX = str.maketrans(
    {
        **{character: f"\\{character}" for character in "&%$#_"},
        "{": "{\\textbraceleft}",
        "}": "{\\textbraceright}",
        "\\": "{\\textbackslash}",
        "~": "{\\textasciitilde}",
        "^": "{\\textasciicircum}",
    }
)


def bibtex(knowledge: KnowledgeBase, entry: Entry[Term]) -> str:
    """Return the entry for BibTeX and BibLaTeX; doubled braces keep capitals and institutions."""
    term, settings = entry.fields, knowledge.settings
    fields = {
        "author": f"{{{_latex(settings.publisher)}}}",
        "title": f"{{{_latex(term.title)}}}",
        "howpublished": _latex(settings.site_name),
        "year": str(term.updated.year) if term.updated else "",
        "month": str(term.updated.month) if term.updated else "",
        "day": str(term.updated.day) if term.updated else "",
        "note": f"Revision {term.revision}",
        "url": address(knowledge, entry),
        "abstract": _latex(plain(term.definition)),
    }
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items() if value)
    return f"@misc{{{entry.id}-{term.revision},\n{lines}}}\n"


def ris(knowledge: KnowledgeBase, entry: Entry[Term]) -> str:
    """Return the entry in the format of reference managers (RIS, type DICT)."""
    term, settings = entry.fields, knowledge.settings
    lines = [
        ("TY", "DICT"),
        ("AU", settings.publisher),
        ("TI", term.title),
        ("T2", settings.site_name),
        ("PY", str(term.updated.year) if term.updated else ""),
        ("DA", f"{term.updated:%Y/%m/%d}" if term.updated else ""),
        ("ET", f"revision {term.revision}"),
        ("AB", plain(term.definition)),
        ("LA", settings.language),
        ("UR", address(knowledge, entry)),
    ]
    text = "".join(f"{tag}  - {_line(value)}\r\n" for tag, value in lines if value)
    return f"{text}ER  - \r\n"


def csl(knowledge: KnowledgeBase, entry: Entry[Term]) -> str:
    """Return the entry as CSL-JSON, which Zotero and Pandoc read."""
    term, settings = entry.fields, knowledge.settings
    day = term.updated
    item = {
        "id": f"{entry.id}-{term.revision}",
        "type": "entry-dictionary",
        "author": [{"literal": settings.publisher}],
        "title": term.title,
        "container-title": settings.site_name,
        "version": f"revision {term.revision}",
        "issued": {"date-parts": [[day.year, day.month, day.day]]} if day else None,
        "URL": address(knowledge, entry),
        "language": settings.language,
        "abstract": plain(term.definition),
    }
    present = {name: value for name, value in item.items() if value}
    return json.dumps([present], ensure_ascii=False, indent=1) + "\n"


def address(knowledge: KnowledgeBase, entry: Entry[Term]) -> str:
    """Return the permalink of the present wording: it leads there when there is a later one."""
    return f"{knowledge.url_of(entry.page)}#{revision_anchor(entry.fields.revision)}"


def _latex(text: str) -> str:
    return _line(text).translate(FOR_LATEX)


def _line(text: str) -> str:
    return " ".join(text.split())
