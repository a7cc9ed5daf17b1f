"""Every data file beside the site, at its stable address."""

from __future__ import annotations

import json as json_format
from collections.abc import Iterator, Mapping

from lpsa_build import __version__
from lpsa_build.exchange import csv, json
from lpsa_build.exchange.schema import schemas
from lpsa_build.model.knowledge import KnowledgeBase


def data_files(knowledge: KnowledgeBase) -> Iterator[tuple[str, bytes]]:
    """Yield the address and the bytes of each file."""
    yield "data/glossary.json", json.glossary(knowledge).encode()
    yield "data/glossary.csv", csv.glossary(knowledge).encode()
    for entry in knowledge.frameworks.values():
        yield f"data/frameworks/{entry.id}.json", json.framework(knowledge, entry).encode()
        yield f"data/frameworks/{entry.id}.csv", csv.framework(entry.fields).encode()
        for assessment in knowledge.assessments_of(entry.id):
            name = f"data/assessments/{assessment.id}"
            yield f"{name}.json", json.assessment(knowledge, entry, assessment).encode()
            yield f"{name}.csv", csv.assessment(entry.fields, assessment.fields).encode()
    for name, schema in schemas().items():
        yield f"data/schemas/{name}", schema.encode()


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
