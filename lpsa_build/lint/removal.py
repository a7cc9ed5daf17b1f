"""Edits that take one value out of a list of the front matter, and leave the rest as it stands."""

from __future__ import annotations

from lpsa_build.model.knowledge import Entry
from lpsa_build.model.values import Record
from lpsa_build.source.finding import Edit, Position, Span
from lpsa_build.source.yaml_tree import Path


def removal(entry: Entry[Record], path: Path) -> Edit:
    """Return the edit that takes out the value at ``path``, the last step being its number.

    In brackets its comma goes with it; under hyphens its line does, and the key with the last one.
    """
    in_list = path[:-1]
    start = entry.tree.spans[in_list].start
    bracket = entry.source.split("\n")[start.line - 1][start.column - 1] == "["
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
    spans, here = entry.tree.spans, entry.tree.spans[path]
    alone = (*path[:-1], 1) not in spans
    first = entry.tree.key_span_of(path[:-1]).start.line if alone else here.start.line
    return Span(Position(first, 1), Position(here.end.line + 1, 1))
