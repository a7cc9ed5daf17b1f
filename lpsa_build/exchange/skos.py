"""The glossary as SKOS, in Turtle and in JSON-LD (W3C, SKOS Reference, 2009).

Concepts are named by their permalinks. Beside SKOS: ``dcterms`` for sources, parts, dates and
successors, ``owl`` for what is withdrawn and what must not be confused, ``vs`` for the status.
"""

from __future__ import annotations

import json
import re
from datetime import date
from typing import Any
from urllib.parse import quote

from rdflib import Graph, Literal, Namespace, URIRef
from rdflib.namespace import DCTERMS, OWL, RDF, SKOS, XSD

from lpsa_build.exchange.sections import plain, sections
from lpsa_build.model.addresses import domain_path
from lpsa_build.model.knowledge import Entry, KnowledgeBase
from lpsa_build.model.term import Term
from lpsa_build.model.values import Status

VS = Namespace("http://www.w3.org/2003/06/sw-vocab-status/ns#")
PREFIXES = {"skos": SKOS, "dcterms": DCTERMS, "owl": OWL, "vs": VS, "xsd": XSD}
LICENSE = URIRef("https://creativecommons.org/licenses/by/4.0/")
NOT_IN_ADDRESSES = re.compile(r"[\x00-\x20<>\"{}|\\^`]")
"""What an IRI must not hold as it is (Turtle, production IRIREF)."""


def turtle(graph: Graph) -> str:
    """Return statements in Turtle."""
    return str(graph.serialize(format="turtle"))


def json_ld(graph: Graph) -> str:
    """Return statements in JSON-LD, which names no context on another host."""
    context = {prefix: str(namespace) for prefix, namespace in PREFIXES.items()}
    data = json.loads(graph.serialize(format="json-ld", context=context))
    return json.dumps(_sorted(data), ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _sorted(data: Any) -> Any:
    """Put statements in an order that does not change from run to run; none has a meaning."""
    if isinstance(data, dict):
        return {name: _sorted(value) for name, value in data.items()}
    if isinstance(data, list):
        return sorted(map(_sorted, data), key=lambda value: json.dumps(value, sort_keys=True))
    return data


def graph_of(knowledge: KnowledgeBase) -> Graph:
    """Return the glossary as statements."""
    return _Statements(knowledge).graph


class _Statements:
    """Makes the graph of a knowledge base."""

    def __init__(self, knowledge: KnowledgeBase) -> None:
        self.knowledge = knowledge
        self.language = knowledge.settings.language
        self.scheme = _iri(knowledge.file_url("glossary/"))
        self.graph = Graph(bind_namespaces="none")
        for prefix, namespace in PREFIXES.items():
            self.graph.bind(prefix, namespace)
        self._scheme()
        for entry in knowledge.terms.values():
            self._concept(entry)
        self._collections()

    def _say(self, subject: URIRef, predicate: URIRef, *objects: URIRef | Literal) -> None:
        for thing in objects:
            self.graph.add((subject, predicate, thing))

    def _words(self, text: str) -> Literal:
        return Literal(text, lang=self.language)

    def _terms(self, ids: tuple[str, ...]) -> list[URIRef]:
        known = self.knowledge.terms
        return [_iri(self.knowledge.url_of(known[key].page)) for key in ids if key in known]

    def _scheme(self) -> None:
        settings = self.knowledge.settings
        self._say(self.scheme, RDF.type, SKOS.ConceptScheme)
        self._say(self.scheme, DCTERMS.title, self._words(settings.site_name))
        self._say(self.scheme, DCTERMS.publisher, Literal(settings.publisher))
        self._say(self.scheme, DCTERMS.license, LICENSE)
        self._say(self.scheme, OWL.versionInfo, Literal(self.knowledge.revision))
        if changed := self.knowledge.changed(self.knowledge.terms.values()):
            self._say(self.scheme, DCTERMS.modified, _day(changed))

    def _concept(self, entry: Entry[Term]) -> None:
        concept = _iri(self.knowledge.url_of(entry.page))
        self._say(concept, RDF.type, SKOS.Concept)
        self._say(concept, SKOS.inScheme, self.scheme)
        self._say(concept, SKOS.notation, Literal(entry.id))
        self._labels(concept, entry)
        self._relations(concept, entry)
        self._notes(concept, entry.fields)
        self._state(concept, entry.fields)

    def _labels(self, concept: URIRef, entry: Entry[Term]) -> None:
        for section in sections(self.knowledge, entry):
            pairs = {
                SKOS.prefLabel: (section.preferred,),
                SKOS.altLabel: (*section.admitted, *filter(None, [section.abbreviation])),
                SKOS.hiddenLabel: section.avoided,
                SKOS.definition: filter(None, [section.definition]),
                SKOS.scopeNote: filter(None, [section.scope_note]),
            }
            for predicate, texts in pairs.items():
                words = [Literal(text, lang=section.language) for text in texts]
                self._say(concept, predicate, *words)
            if section.note:
                note = f"{section.language}: {section.note}"
                self._say(concept, SKOS.editorialNote, Literal(note, lang="en"))

    def _relations(self, concept: URIRef, entry: Entry[Term]) -> None:
        knowledge, term = self.knowledge, entry.fields
        broader = self._terms(term.broader)
        self._say(concept, SKOS.broader, *broader)
        self._say(concept, SKOS.narrower, *self._terms(knowledge.narrower.get(entry.id, ())))
        self._say(concept, SKOS.related, *self._terms(knowledge.related.get(entry.id, ())))
        self._say(concept, DCTERMS.isPartOf, *self._terms(term.part_of))
        self._say(concept, DCTERMS.hasPart, *self._terms(knowledge.has_part.get(entry.id, ())))
        self._say(concept, OWL.differentFrom, *self._terms(knowledge.contrast.get(entry.id, ())))
        self._say(concept, SKOS.exactMatch, *map(_iri, term.exact_match))
        if not broader:
            self._say(concept, SKOS.topConceptOf, self.scheme)
            self._say(self.scheme, SKOS.hasTopConcept, concept)

    def _notes(self, concept: URIRef, term: Term) -> None:
        for source in term.sources:
            if reference := self.knowledge.references.get(source.ref):
                address = reference.fields.web_address
                thing = _iri(address) if address else Literal(reference.fields.line)
                self._say(concept, DCTERMS.source, thing)
        for meaning in term.other_meanings:
            reference = self.knowledge.references.get(meaning.ref)
            whose = reference.fields.line if reference else meaning.ref
            self._say(concept, SKOS.note, self._words(f"{plain(meaning.gist)} [{whose}]"))
        for wording in term.history:
            note = f" ({plain(wording.note)})" if wording.note else ""
            text = f"{plain(wording.definition)}{note}"
            note = f"Revision {wording.revision}, {wording.date.isoformat()}: {text}"
            self._say(concept, SKOS.historyNote, self._words(note))
        if term.house_rule:
            self._say(concept, SKOS.editorialNote, self._words(plain(term.house_rule)))

    def _state(self, concept: URIRef, term: Term) -> None:
        self._say(concept, VS.term_status, Literal(term.status.value))
        self._say(concept, OWL.versionInfo, Literal(str(term.revision)))
        if term.updated:
            self._say(concept, DCTERMS.modified, _day(term.updated))
        if term.confidence:
            note = f"Confidence in the facts: {term.confidence.value}."
            self._say(concept, SKOS.editorialNote, Literal(note, lang="en"))
        if term.status is Status.DEPRECATED:
            self._say(concept, OWL.deprecated, Literal(True))
            self._say(concept, DCTERMS.isReplacedBy, *self._terms((term.replaced_by or "",)))
            if term.reason:
                self._say(concept, SKOS.changeNote, self._words(plain(term.reason)))

    def _collections(self) -> None:
        for domain in self.knowledge.settings.domains.values():
            members = tuple(entry.id for entry in self.knowledge.terms_in(domain.id))
            if members:
                collection = _iri(self.knowledge.url_of(domain_path(domain.id)))
                self._say(collection, RDF.type, SKOS.Collection)
                self._say(collection, SKOS.prefLabel, self._words(domain.title))
                self._say(collection, SKOS.member, *self._terms(members))


def _day(day: date) -> Literal:
    return Literal(day.isoformat(), datatype=XSD.date)


def _iri(address: str) -> URIRef:
    return URIRef(NOT_IN_ADDRESSES.sub(lambda found: quote(found[0]), address))
