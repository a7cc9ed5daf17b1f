"""JSON Schemas of all content files, for editors; made from the models."""

from __future__ import annotations

import json

from lpsa_build.model.records import RECORDS
from lpsa_build.model.values import Record


def schemas() -> dict[str, str]:
    """Return file name → JSON Schema."""
    return {f"{name}.schema.json": _schema(record) for name, record in RECORDS.items()}


def _schema(record: type[Record]) -> str:
    schema = record.model_json_schema()
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    return json.dumps({**head, **schema}, ensure_ascii=False, indent=2) + "\n"
