"""A tree of plain values → a record, or findings in words for the author."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from lpsa_build.language.likeness import nearest
from lpsa_build.model.values import Record
from lpsa_build.source import faults
from lpsa_build.source.finding import Fault, Finding
from lpsa_build.source.yaml_tree import Path, Tree

R = TypeVar("R", bound=Record)

_KINDS = {
    "string_type": ("text", "Write one text; put it in quotation marks if it begins with a sign."),
    "tuple_type": ("a list", "Write the values in brackets: [first, second]."),
    "list_type": ("a list", "Write the values in brackets: [first, second]."),
    "dict_type": ("lines of `key: value`", "Indent `key: value` lines under the key."),
    "model_type": ("lines of `key: value`", "Indent `key: value` lines under the key."),
    "model_attributes_type": ("lines of `key: value`", "Indent `key: value` lines under it."),
    "enum": ("a single value", "Write one word without brackets."),
    "int_type": ("a whole number", "Write digits only."),
    "bool_type": ("true or false", "Write true or false."),
    "date_type": ("a day", "Write it as year-month-day: 2026-11-20."),
    "is_instance_of": ("a number", "Write it as 2, 0.5 or 1/3."),
}

_TAG = "kind"
"""The key that tells the members of a union apart."""


def validate(model: type[R], path: str, tree: Tree) -> tuple[R | None, list[Finding]]:
    """Return the record that ``tree`` holds, and a finding for each fault in it.

    The record is None when there is any fault.
    """
    try:
        return model.model_validate(tree.value), []
    except ValidationError as error:
        return None, list(_findings(model, path, tree, error))


def _findings(
    model: type[Record], path: str, tree: Tree, error: ValidationError
) -> Iterator[Finding]:
    told: set[tuple[str, object]] = set()
    for detail in error.errors():
        place = _place(detail, tree)
        if (place[:1] and place[0] in tree.unread) or _follows(detail):
            continue
        fault, message, cure = _words(model, detail, place)
        is_key = fault in {faults.UNKNOWN_KEY, faults.MISSING_KEY} or _names_key(detail)
        span = tree.key_span_of(place) if is_key else tree.span_of(place)
        if (fault.code, span) not in told or fault is faults.MISSING_KEY:
            told.add((fault.code, span))
            yield fault.at(path, span, message, cure)


def _place(detail: ErrorDetails, tree: Tree) -> Path:
    """Drop from pydantic's location what is no key of ours (members of a union, ``[key]``)."""
    place: Path = ()
    location = detail["loc"]
    for step in location:
        here = (*place, step)
        if here in tree.spans or here in tree.keys or (step == location[-1] and step != "[key]"):
            place = here
    return (*place, _TAG) if detail["type"].startswith("union_tag") else place


def _names_key(detail: ErrorDetails) -> bool:
    return detail["loc"][-1:] == ("[key]",)


def _follows(detail: ErrorDetails) -> bool:
    """Tell whether this only follows from faults of its own in the values of a list."""
    return detail["type"] == "too_short" and bool(detail.get("input"))


def _words(model: type[Record], detail: ErrorDetails, place: Path) -> tuple[Fault, str, str]:
    name = str(place[-1]) if place else "the file"
    subject = _subject(place[:-1] if _names_key(detail) else place)
    kind = detail["type"]
    got = detail.get("input")
    if kind in {"missing", "union_tag_not_found"}:
        return faults.MISSING_KEY, f"{subject} is required and is missing.", _addition(place)
    if kind == "extra_forbidden":
        return _unknown_key(model, name, place)
    if got is None or kind == "too_short" or (isinstance(got, str) and not got.strip()):
        cure = "Write its value, or delete the line if the key is optional."
        return faults.MISSING_KEY, f"{subject} is empty.", cure
    if kind in {"literal_error", "union_tag_invalid"} or (kind == "enum" and isinstance(got, str)):
        return _not_in_list(subject, got, detail)
    if kind in {"value", "kind"}:
        fault = faults.INVALID_VALUE if kind == "value" else faults.WRONG_TYPE
        return fault, f"{subject}: {detail['msg']}", str(detail["ctx"]["cure"])
    if kind in _KINDS:
        wanted, cure = _KINDS[kind]
        if kind.startswith("model") and (keys := known_keys(model, place)):
            cure = f"Write it with its keys: {{{', '.join(f'{key}: …' for key in keys[:2])}}}."
        return faults.WRONG_TYPE, f"{subject} must be {wanted}, not {_kind_of(got)}.", cure
    return faults.INVALID_VALUE, f"{subject}: {detail['msg']}.", "See the page “Writing a term”."


def _subject(place: Path) -> str:
    """Name a key, or a value in a list: “term”, value 2 of “aliases”."""
    if not place:
        return "The file"
    if isinstance(place[-1], str) or len(place) == 1:
        return f"“{place[-1]}”"
    return f"Value {place[-1] + 1} of “{place[-2]}”"


def _addition(place: Path) -> str:
    if place and isinstance(place[-1], int):
        return "Add it to the list."
    return f"Add a line `{place[-1]}: …`." if place else "Write the fields as `key: value`."


def _unknown_key(model: type[Record], name: str, place: Path) -> tuple[Fault, str, str]:
    known = known_keys(model, place[:-1])
    if guess := nearest(name, known):
        cure = f"Did you mean “{guess}”?"
    else:
        cure = f"Delete it, or use one of: {', '.join(known)}."
    return faults.UNKNOWN_KEY, f"There is no key “{name}” here.", cure


def _not_in_list(subject: str, got: object, detail: ErrorDetails) -> tuple[Fault, str, str]:
    context = detail.get("ctx") or {}
    got = context.get("tag", got)
    allowed = str(context.get("expected") or context.get("expected_tags") or "")
    words = [word.strip(" '") for word in allowed.replace(" or ", ",").split(",")]
    guess = nearest(str(got), words)
    cure = f"Did you mean “{guess}”? " if guess else ""
    shown = got if isinstance(got, str) else "the value"
    return (
        faults.INVALID_VALUE,
        f"{subject} may not be “{shown}”.",
        f"{cure}Write one of: {', '.join(words)}.",
    )


def _kind_of(value: object) -> str:
    if isinstance(value, list):
        return "a list"
    if isinstance(value, dict):
        return "lines of `key: value`"
    return "a single value" if isinstance(value, str) else "nothing"


def known_keys(model: type[Record], place: Path) -> list[str]:
    """Return the keys that may stand at ``place`` of a record, from its JSON Schema."""
    schema = _schema(model)
    node: Any = schema
    for step in place:
        node = _resolve(schema, node)
        if isinstance(step, int):
            node = node.get("items", {})
        else:
            named = node.get("properties", {}).get(step)
            any_name = [*node.get("patternProperties", {}).values()]
            node = named or next(iter(any_name), node.get("additionalProperties")) or {}
    return list(_resolve(schema, node).get("properties", {}))


@lru_cache
def _schema(model: type[Record]) -> dict[str, Any]:
    return model.model_json_schema()


def _resolve(schema: dict[str, Any], node: Any) -> dict[str, Any]:
    """Follow ``$ref`` and join the alternatives of ``anyOf`` and ``oneOf``."""
    if not isinstance(node, dict):
        return {}
    if "$ref" in node:
        return _resolve(schema, schema["$defs"][node["$ref"].rsplit("/", 1)[-1]])
    joined = dict(node)
    for alternative in (*node.get("anyOf", ()), *node.get("oneOf", ())):
        for key, value in _resolve(schema, alternative).items():
            if isinstance(value, dict):
                joined[key] = {**joined.get(key, {}), **value}
            else:
                joined.setdefault(key, value)
    return joined
