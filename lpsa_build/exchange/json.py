"""The knowledge base as JSON: the fields as they were written, with what was computed."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from lpsa_build.mentions.forms import forms_of
from lpsa_build.model.framework import Aggregation, Assessment, Framework
from lpsa_build.model.knowledge import Entry, KnowledgeBase
from lpsa_build.model.term import Term
from lpsa_build.score.assess import assess
from lpsa_build.score.pefa import CONVERSION
from lpsa_build.score.result import Result


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
    """Return one framework with its assessments and what they come to.

    It is all that a program needs to compute results of its own: fields as in
    ``framework.yml``, numbers as exact text (``4``, ``0.5``, ``1/3``), and for a framework that
    uses PEFA's method M2 its conversion table.
    """
    return _dump(
        {
            **_head(knowledge),
            "id": entry.id,
            "url": knowledge.url_of(entry.page),
            **framework_data(entry.fields),
            "assessments": [
                _assessment(knowledge, entry.fields, assessment)
                for assessment in knowledge.assessments_of(entry.id)
            ],
        }
    )


def framework_data(framework: Framework) -> dict[str, Any]:
    """Return a framework as the plain data with which it can be scored anywhere.

    ``pefa_m2``, where it is used, maps the points of the parts, from the lowest up and written
    together, to those of the item: ``{"112": "3/2", …}``.
    """
    data = framework.as_data()
    ways = {framework.aggregation, *(item.aggregation for _, item in framework.walk())}
    if Aggregation.PEFA_M2 in ways:
        data["pefa_m2"] = {parts: str(value) for parts, value in sorted(CONVERSION.items())}
    return data


def assessment(
    knowledge: KnowledgeBase, framework: Entry[Framework], entry: Entry[Assessment]
) -> str:
    """Return one assessment with what it comes to."""
    return _dump(
        {
            **_head(knowledge),
            "framework": framework.id,
            **_assessment(knowledge, framework.fields, entry),
        }
    )


def _assessment(
    knowledge: KnowledgeBase, framework: Framework, entry: Entry[Assessment]
) -> dict[str, Any]:
    return {
        "id": entry.id.split("/")[1],
        "url": knowledge.url_of(entry.page),
        **entry.fields.as_data(),
        "result": result_data(assess(framework, entry.fields.given)),
    }


def score(framework: Entry[Framework], entry: Entry[Assessment]) -> str:
    """Return what an assessment comes to, and whose it is."""
    fields = entry.fields
    return _dump(
        {
            "framework": framework.id,
            "place": fields.place,
            "period": fields.period,
            "status": fields.status.value,
            **result_data(assess(framework.fields, fields.given)),
        }
    )


def result_data(result: Result) -> dict[str, Any]:
    """Return the result of the whole as plain data.

    ``score`` is what the framework prints; ``points`` is exact, such as ``7/3``, and so are
    ``low`` and ``high``, between which it lies. ``overall`` is null where nothing is made of the
    whole.
    """
    items = [
        {
            "code": part.item.code,
            "level": part.level,
            "title": part.item.title,
            **_figures(part),
        }
        for part in result.walk()
        if part.item
    ]
    overall = None if result.aggregation is Aggregation.NONE else _figures(result)
    return {"items": items, "overall": overall}


def _figures(result: Result) -> dict[str, Any]:
    return {
        "score": result.shown or None,
        "points": None if result.value is None else str(result.value),
        "low": None if result.low is None else str(result.low),
        "high": None if result.high is None else str(result.high),
        "aggregation": result.aggregation.value if result.parts else None,
        "rated": result.rated,
        "of": result.of,
        "excluded": result.excluded,
    }


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
        "forms": [
            form.text
            for form in forms_of(entry.id, entry.fields, language, derived=knowledge.derives(entry))
        ],
        "translations_missing": [
            code
            for code in knowledge.settings.languages
            if code != language and code not in entry.fields.translations
        ],
    }
    return {
        "id": entry.id,
        "url": knowledge.url_of(entry.page),
        **entry.fields.as_data(),
        **{name: list(value) for name, value in computed.items() if value},
    }


def _dump(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"
