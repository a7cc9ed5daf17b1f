"""The references: where each stands in its file, and which of them are cited."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lpsa_build.lint.content import Content
from lpsa_build.model.knowledge import Entry
from lpsa_build.model.values import Record
from lpsa_build.source.yaml_tree import Path


def places(content: Content) -> Mapping[str, Path]:
    """Return id → the path of the reference in its file (the first one, of those of one id)."""
    found: dict[str, Path] = {}
    for entry in content.knowledge.references.values():
        value = entry.tree.value
        listed = value["references"] if isinstance(value, dict) else None
        for number, item in enumerate(listed if isinstance(listed, list) else ()):
            if isinstance(item, dict) and isinstance(name := item.get("id"), str):
                found.setdefault(name, ("references", number))
        break  # all references share one file
    return found


def cited(content: Content) -> frozenset[str]:
    """Return the ids of the references that entries name; a text cites what its entry names."""
    return frozenset(ref for entry in content.entries for ref in _cited(entry))


def _cited(entry: Entry[Record]) -> Iterator[str]:
    for path in entry.tree.raw:
        if path[-1] == "ref":
            value: object = entry.tree.value
            for step in path:
                value = value[step]  # type: ignore[index]
            yield str(value)
