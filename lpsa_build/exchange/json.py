"""The knowledge base as JSON: the fields as they were written, with what was computed."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from lpsa_build.mentions.index import forms_of
from lpsa_build.model.addresses import address_of
from lpsa_build.model.framework import Framework
from lpsa_build.model.knowledge import Entry, KnowledgeBase
from lpsa_build.model.term import Term


def glossary(knowledge: KnowledgeBase) -> str:
    """Return all terms, sorted by id, with the references they cite."""
    terms = [_term(knowledge, knowledge.terms[key]) for key in sorted(knowledge.terms)]
    cited = {source["ref"] for term in terms for source in term.get("sources", ())}
    cited |= {meaning["ref"] for term in terms for meaning in term.get("other_meanings", ())}
    references = [
        knowledge.references[ref].fields.as_data()
        for ref in sorted(cited)
        if ref in knowledge.references
    ]
    return _dump({**_head(knowledge), "terms": terms, "references": references})


def framework(knowledge: KnowledgeBase, entry: Entry[Framework]) -> str:
    """Return one framework with its assessments."""
    assessments = [
        {"id": a.id.split("/")[1], "url": _url(knowledge, a.page), **a.fields.as_data()}
        for a in knowledge.assessments_of(entry.id)
    ]
    return _dump(
        {
            **_head(knowledge),
            "id": entry.id,
            "url": _url(knowledge, entry.page),
            **entry.fields.as_data(),
            "assessments": assessments,
        }
    )


def _head(knowledge: KnowledgeBase) -> dict[str, Any]:
    settings = knowledge.settings
    return {
        "site": settings.site_name,
        "site_url": settings.site_url,
        "content_revision": knowledge.revision,
        "licence": "CC-BY-4.0",
    }


def _term(knowledge: KnowledgeBase, entry: Entry[Term]) -> dict[str, Any]:
    language = knowledge.settings.language
    computed: Mapping[str, Any] = {
        "narrower": knowledge.narrower.get(entry.id, ()),
        "has_part": knowledge.has_part.get(entry.id, ()),
        "related": knowledge.related.get(entry.id, ()),
        "contrast": knowledge.contrast.get(entry.id, ()),
        "forms": [form.text for form in forms_of(entry.id, entry.fields, language)],
        "translations_missing": [
            code
            for code in knowledge.settings.languages
            if code != language and code not in entry.fields.translations
        ],
    }
    return {
        "id": entry.id,
        "url": _url(knowledge, entry.page),
        **entry.fields.as_data(),
        **{name: list(value) for name, value in computed.items() if value},
    }


def _url(knowledge: KnowledgeBase, page: str) -> str:
    return f"{knowledge.settings.site_url.rstrip('/')}/{address_of(page)}"


def _dump(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"
