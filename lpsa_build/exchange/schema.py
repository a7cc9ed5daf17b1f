"""JSON Schemas of all content files, for editors; made from the models."""

from __future__ import annotations

import json

from lpsa_build.model.framework import Assessment, Framework
from lpsa_build.model.pages import Page, Primer, PrimerTranslation, Project, WorkingGroup
from lpsa_build.model.reference import References
from lpsa_build.model.term import Term, TermTranslation
from lpsa_build.model.values import Record

MODELS: dict[str, type[Record]] = {
    "term": Term,
    "term-translation": TermTranslation,
    "primer": Primer,
    "primer-translation": PrimerTranslation,
    "page": Page,
    "project": Project,
    "working-group": WorkingGroup,
    "framework": Framework,
    "assessment": Assessment,
    "references": References,
}


def schemas() -> dict[str, str]:
    """Return file name → JSON Schema."""
    return {f"{name}.schema.json": _schema(model) for name, model in MODELS.items()}


def _schema(model: type[Record]) -> str:
    schema = model.model_json_schema()
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    return json.dumps({**head, **schema}, ensure_ascii=False, indent=2) + "\n"
