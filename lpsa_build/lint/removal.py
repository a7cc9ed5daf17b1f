"""Edits that take one value out of a list of the front matter, and leave the rest as it stands."""

from __future__ import annotations

from lpsa_build.model.knowledge import Entry
from lpsa_build.model.values import Record
from lpsa_build.source.finding import Edit, Position, Span
from lpsa_build.source.yaml_tree import Path


def removal(entry: Entry[Record], path: Path) -> Edit:
    """Return the edit that takes out the value at ``path``, the last step being its number.

    In brackets its comma goes with it, under hyphens its line; with the last value the key goes.
    """
    whole = entry.tree.spans[path[:-1]]
    lines = entry.source.split("\n")
    bracket = lines[whole.start.line - 1][whole.start.column - 1] == "["
    key = entry.tree.key_span_of(path[:-1]).start
    alone = (*path[:-1], 1) not in entry.tree.spans
    before = lines[key.line - 1][: key.column - 1]
    after = lines[whole.end.line - 1][whole.end.column - 1 :] if bracket else ""
    if alone and not (before + after).strip():
        span = Span(Position(key.line, 1), Position(whole.end.line + 1, 1))
    else:
        span = _in_brackets(entry, path) if bracket else _under_hyphens(entry, path)
    return Edit(entry.path, span, "")


def _in_brackets(entry: Entry[Record], path: Path) -> Span:
    spans, here = entry.tree.spans, entry.tree.spans[path]
    *_, number = path
    assert isinstance(number, int)
    if before := spans.get((*path[:-1], number - 1)):
        return Span(before.end, here.end)
    after = spans.get((*path[:-1], number + 1))
    return Span(here.start, after.start) if after else here


def _under_hyphens(entry: Entry[Record], path: Path) -> Span:
    here = entry.tree.spans[path]
    return Span(Position(here.start.line, 1), Position(here.end.line + 1, 1))
