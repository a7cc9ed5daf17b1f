"""The glossary as TBX: ISO 30042:2019, style DCT, dialect TBX-Basic, for translators' programs.

Which element may stand where follows the public schemas of the dialect (``TBXcoreStructV03.rng``,
``Min.rng``, ``Basic.rng`` and their Schematron rules).
"""

from __future__ import annotations

from xml.etree import ElementTree as Xml

from lpsa_build.exchange.sections import Section, sections
from lpsa_build.model.knowledge import Entry, KnowledgeBase
from lpsa_build.model.term import Term
from lpsa_build.model.values import Status

SCHEMAS = "https://raw.githubusercontent.com/LTAC-Global/TBX-Basic_dialect/master/DCT"
HEAD = f"""\
<?xml version="1.0" encoding="UTF-8"?>
<?xml-model href="{SCHEMAS}/TBX-Basic.nvdl" type="application/xml" \
schematypens="http://purl.oclc.org/dsdl/nvdl/ns/structure/1.0"?>
<?xml-model href="{SCHEMAS}/TBX-Basic_DCT.sch" type="application/xml" \
schematypens="http://purl.oclc.org/dsdl/schematron"?>
"""
NAMESPACES = {
    "xmlns": "urn:iso:std:iso:30042:ed-2",
    "xmlns:min": "http://www.tbxinfo.net/ns/min",
    "xmlns:basic": "http://www.tbxinfo.net/ns/basic",
}


def glossary(knowledge: KnowledgeBase) -> str:
    """Return all terms as one TBX file."""
    settings = knowledge.settings
    root = Xml.Element(
        "tbx", {"type": "TBX-Basic", "style": "dct", "xml:lang": settings.language, **NAMESPACES}
    )
    file = _add(_add(root, "tbxHeader"), "fileDesc")
    _add(_add(file, "publicationStmt"), "p", f"{settings.publisher}. CC BY 4.0.")
    _add(_add(file, "titleStmt"), "title", settings.site_name)
    source = f"{knowledge.file_url('glossary/')}, content revision {knowledge.revision}"
    _add(_add(file, "sourceDesc"), "p", source)
    text = _add(root, "text")
    if knowledge.terms:
        body = _add(text, "body")
        for key in sorted(knowledge.terms):
            _concept(body, knowledge, knowledge.terms[key])
    Xml.indent(root, " ")
    return HEAD + Xml.tostring(root, encoding="unicode") + "\n"


def _add(parent: Xml.Element, name: str, text: str | None = None, **attributes: str) -> Xml.Element:
    element = Xml.SubElement(parent, name, attributes)
    element.text = text
    return element


def _concept(body: Xml.Element, knowledge: KnowledgeBase, entry: Entry[Term]) -> None:
    term = entry.fields
    concept = _add(body, "conceptEntry", id=_id(entry.id))
    domain = knowledge.settings.domains.get(term.domain)
    _add(concept, "min:subjectField", domain.title if domain else term.domain)
    if knowledge.settings.site_url:
        page = knowledge.url_of(entry.page)
        _add(concept, "min:externalCrossReference", "Permalink", target=page)
    for kind, others in _relations(knowledge, entry).items():
        for other in others:
            _add(concept, "basic:crossReference", kind, target=_id(other))
    state = f"Status: {term.status.value}. Revision: {term.revision}."
    trust = f" Confidence in the facts: {term.confidence.value}." if term.confidence else ""
    _add(concept, "note", state + trust, **{"xml:lang": "en"})
    if term.updated:
        change = _add(concept, "transacGrp")
        _add(change, "basic:transactionType", "modification")
        _add(change, "date", term.updated.isoformat())
    for section in sections(knowledge, entry):
        _language(concept, knowledge, entry, section)


def _relations(knowledge: KnowledgeBase, entry: Entry[Term]) -> dict[str, tuple[str, ...]]:
    term = entry.fields
    relations = {
        "broader": term.broader,
        "part of": term.part_of,
        "related": knowledge.related.get(entry.id, ()),
        "contrast": knowledge.contrast.get(entry.id, ()),
        "replaced by": (term.replaced_by,) if term.replaced_by else (),
    }
    return {
        kind: tuple(other for other in others if other in knowledge.terms)
        for kind, others in relations.items()
    }


def _language(
    concept: Xml.Element, knowledge: KnowledgeBase, entry: Entry[Term], section: Section
) -> None:
    part = _add(concept, "langSec", **{"xml:lang": section.language})
    if section.definition:
        group = _add(part, "descripGrp")
        _add(group, "basic:definition", section.definition)
        if section.language == knowledge.settings.language:
            for source in entry.fields.sources:
                if reference := knowledge.references.get(source.ref):
                    place = f", {source.at}" if source.at else ""
                    _add(group, "basic:source", reference.fields.line + place)
    if section.scope_note:
        _add(part, "note", section.scope_note)
    if section.note:
        _add(part, "note", section.note, **{"xml:lang": "en"})
    live = entry.fields.status is not Status.DEPRECATED
    _label(part, section.preferred, "preferred" if live else "deprecated", "fullForm")
    if section.abbreviation:
        _label(part, section.abbreviation, "admitted" if live else "deprecated", "abbreviation")
    for label in section.admitted:
        _label(part, label, "admitted" if live else "deprecated")
    for label in section.avoided:
        _label(part, label, "deprecated")


def _label(part: Xml.Element, label: str, status: str, kind: str | None = None) -> None:
    term = _add(part, "termSec")
    _add(term, "term", label)
    _add(term, "min:administrativeStatus", f"{status}Term-admn-sts")
    if kind:
        _add(term, "basic:termType", kind)


def _id(term: str) -> str:
    """Return the id of a term as XML has ids: they do not begin with a digit."""
    return f"term-{term}"
