"""Every format of the glossary, and every data file beside the site at its stable address."""

from __future__ import annotations

import json as json_format
from collections.abc import Callable, Iterator, Mapping

from lpsa_build import __version__
from lpsa_build.exchange import csv, json
from lpsa_build.exchange.citation import bibtex, csl, ris
from lpsa_build.exchange.inventory import inventory
from lpsa_build.exchange.schema import schemas
from lpsa_build.model.addresses import citation_address
from lpsa_build.model.framework import Framework
from lpsa_build.model.knowledge import Entry, KnowledgeBase


def _skos(knowledge: KnowledgeBase) -> bytes:
    from lpsa_build.exchange import skos  # rdflib takes most of a second to load

    return skos.turtle(skos.graph_of(knowledge)).encode()


def _json_ld(knowledge: KnowledgeBase) -> bytes:
    from lpsa_build.exchange import skos

    return skos.json_ld(skos.graph_of(knowledge)).encode()


def _linked_data(knowledge: KnowledgeBase) -> Iterator[bytes]:
    """Yield the two files of linked data; their statements are gathered once."""
    from lpsa_build.exchange import skos

    graph = skos.graph_of(knowledge)
    yield skos.turtle(graph).encode()
    yield skos.json_ld(graph).encode()


def _tbx(knowledge: KnowledgeBase) -> bytes:
    from lpsa_build.exchange import tbx

    return tbx.glossary(knowledge).encode()


def _xlsx(knowledge: KnowledgeBase) -> bytes:
    from lpsa_build.exchange import xlsx  # as rdflib: only who asks for it waits for it

    return xlsx.glossary(knowledge)


FORMATS: Mapping[str, Callable[[KnowledgeBase], bytes]] = {
    "csv": lambda knowledge: csv.glossary(knowledge).encode(),
    "inventory": inventory,
    "json": lambda knowledge: json.glossary(knowledge).encode(),
    "jsonld": _json_ld,
    "skos": _skos,
    "tbx": _tbx,
    "xlsx": _xlsx,
}
"""What ``lpsa export`` writes, by the name it has there."""
LINKED = ("data/glossary.ttl", "data/glossary.jsonld")
ADDRESSES = {
    "data/glossary.csv": "csv",
    "data/glossary.xlsx": "xlsx",
    "data/glossary.json": "json",
    "data/glossary.tbx": "tbx",
    "objects.inv": "inventory",
}
CITATIONS = {"bib": bibtex, "ris": ris, "json": csl}


def _workbooks(
    knowledge: KnowledgeBase, framework: Entry[Framework]
) -> Iterator[tuple[str, bytes]]:
    """Yield the workbook of a framework to fill in, and those of its assessments."""
    from lpsa_build.exchange import workbook

    yield f"data/frameworks/{framework.id}.xlsx", workbook.framework(knowledge, framework)
    for entry in knowledge.assessments_of(framework.id):
        content = workbook.assessment(knowledge, framework, entry)
        yield f"data/assessments/{entry.id}.xlsx", content


def data_files(knowledge: KnowledgeBase) -> Iterator[tuple[str, bytes]]:
    """Yield the address and the bytes of each file."""
    for address, name in ADDRESSES.items():
        yield address, FORMATS[name](knowledge)
    yield from zip(LINKED, _linked_data(knowledge), strict=True)
    for entry in knowledge.frameworks.values():
        yield f"data/frameworks/{entry.id}.json", json.framework(knowledge, entry).encode()
        yield f"data/frameworks/{entry.id}.csv", csv.framework(entry.fields).encode()
        for assessment in knowledge.assessments_of(entry.id):
            name = f"data/assessments/{assessment.id}"
            yield f"{name}.json", json.assessment(knowledge, entry, assessment).encode()
            yield f"{name}.csv", csv.assessment(entry.fields, assessment.fields).encode()
        yield from _workbooks(knowledge, entry)
    for name, schema in schemas().items():
        yield f"data/schemas/{name}", schema.encode()
    for term in knowledge.terms.values():
        for ending, render in CITATIONS.items():
            yield citation_address(term.id, ending), render(knowledge, term).encode()


def build_info(knowledge: KnowledgeBase, pages: int, versions: Mapping[str, str]) -> bytes:
    """Return ``build-info.json``: versions, content revision, counts, and that we ran.

    ``versions`` are those of the builder and its theme.
    """
    info = {
        "built_by": "lpsa_build",
        "versions": {"lpsa_build": __version__, **versions},
        "content_revision": knowledge.revision,
        "language": knowledge.settings.language,
        "counts": {
            "pages": pages,
            "terms": len(knowledge.terms),
            "primers": len(knowledge.primers),
            "frameworks": len(knowledge.frameworks),
            "assessments": len(knowledge.assessments),
            "projects": len(knowledge.projects),
            "working_groups": len(knowledge.working_groups),
            "references": len(knowledge.references),
        },
    }
    return (json_format.dumps(info, indent=1, sort_keys=True) + "\n").encode()
