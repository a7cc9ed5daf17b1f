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
    "string_type": ("text", "Write text; put it in quotation marks if it looks otherwise."),
    "tuple_type": ("a list", "Write the values in brackets: [first, second]."),
    "list_type": ("a list", "Write the values in brackets: [first, second]."),
    "dict_type": ("lines of `key: value`", "Indent `key: value` lines under the key."),
    "model_type": ("lines of `key: value`", "Indent `key: value` lines under the key."),
    "model_attributes_type": ("lines of `key: value`", "Indent `key: value` lines under it."),
    "int_type": ("a whole number", "Write digits only."),
    "bool_type": ("true or false", "Write true or false."),
    "date_type": ("a day", "Write it as year-month-day: 2026-11-20."),
    "is_instance_of": ("a number", "Write it as 2, 0.5 or 1/3."),
}


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
        place = _place(detail["loc"], tree)
        if place and place[0] in tree.unread:
            continue
        fault, message, cure = _words(model, detail, place)
        is_key = fault in {faults.UNKNOWN_KEY, faults.MISSING_KEY}
        span = tree.key_span_of(place) if is_key else tree.span_of(place)
        if (fault.code, span) not in told or fault is faults.MISSING_KEY:
            told.add((fault.code, span))
            yield fault.at(path, span, message, cure)


def _place(location: tuple[int | str, ...], tree: Tree) -> Path:
    """Drop from pydantic's location what is no key of ours (names of union members)."""
    place: Path = ()
    for step in location:
        here = (*place, step)
        if here in tree.spans or here in tree.keys or step == location[-1]:
            place = here
    return place


def _words(model: type[Record], detail: ErrorDetails, place: Path) -> tuple[Fault, str, str]:
    name = str(place[-1]) if place else "the file"
    kind = detail["type"]
    got = detail.get("input")
    if kind == "missing" or (got is None and kind != "extra_forbidden"):
        cure = f"Add a line `{name}: …`."
        if kind != "missing":
            cure = f"Give “{name}” a value, or delete the line if it is optional."
        return faults.MISSING_KEY, f"“{name}” is required and is missing or empty.", cure
    if kind == "string_too_short":
        return faults.MISSING_KEY, f"“{name}” is empty.", "Give it a value, or delete the line."
    if kind == "extra_forbidden":
        return _unknown_key(model, name, place)
    if kind in {"enum", "literal_error", "union_tag_invalid"}:
        return _not_in_list(name, got, detail)
    if kind in {"value", "kind"}:
        fault = faults.INVALID_VALUE if kind == "value" else faults.WRONG_TYPE
        return fault, f"“{name}”: {detail['msg']}", str(detail["ctx"]["cure"])
    if kind in _KINDS:
        wanted, cure = _KINDS[kind]
        return faults.WRONG_TYPE, f"“{name}” must be {wanted}, not {_kind_of(got)}.", cure
    return faults.INVALID_VALUE, f"“{name}”: {detail['msg']}.", "See the page “Writing a term”."


def _unknown_key(model: type[Record], name: str, place: Path) -> tuple[Fault, str, str]:
    known = known_keys(model, place[:-1])
    if guess := nearest(name, known):
        cure = f"Did you mean “{guess}”?"
    else:
        cure = f"Delete it, or use one of: {', '.join(known)}."
    return faults.UNKNOWN_KEY, f"There is no key “{name}” here.", cure


def _not_in_list(name: str, got: object, detail: ErrorDetails) -> tuple[Fault, str, str]:
    context = detail.get("ctx") or {}
    allowed = str(context.get("expected") or context.get("expected_tags") or "")
    words = [word.strip(" '") for word in allowed.replace(" or ", ",").split(",")]
    guess = nearest(str(got), words)
    cure = f"Did you mean “{guess}”? " if guess else ""
    shown = got if isinstance(got, str) else "the value"
    return (
        faults.INVALID_VALUE,
        f"“{name}” may not be “{shown}”.",
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
            node = node.get("properties", {}).get(step) or node.get("additionalProperties") or {}
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
