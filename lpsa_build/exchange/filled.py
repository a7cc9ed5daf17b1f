"""What somebody filled in, as if it were the YAML file of an assessment, with the cell of each."""

from __future__ import annotations

from dataclasses import dataclass, field

from lpsa_build.source.finding import FILE_START, Span
from lpsa_build.source.yaml_tree import Path, Tree, Value


@dataclass
class Filled:
    """The id of the framework and of the assessment, and the tree of its fields.

    Spans in ``tree`` are those of cells, and ``cells`` is the name of the cell of each.
    """

    framework: str = ""
    id: str = ""
    fields: dict[str, Value] = field(default_factory=dict)
    cells: dict[Span, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.tree = Tree(self.fields)
        self.tree.spans[()] = FILE_START

    def put(self, path: Path, place: Span, value: Value) -> None:
        """Set a value, and the place of all that is in it."""
        node: Value = self.fields
        for step in path[:-1]:
            assert isinstance(node, dict)
            node = node[str(step)]
        assert isinstance(node, dict)
        node[str(path[-1])] = value
        self.tree.spans[path] = place
        for number, part in enumerate(value) if isinstance(value, list) else ():
            self.tree.spans[*path, number] = place
            for key in part if isinstance(part, dict) else ():
                self.tree.spans[*path, number, key] = self.tree.keys[*path, number, key] = place
        for key in value if isinstance(value, dict) else ():
            self.tree.spans[*path, key] = self.tree.keys[*path, key] = place


def value_of(name: str, text: str) -> Value:
    """Return the text of a cell as the value that the YAML file would hold for a field."""
    if name == "sources":
        return [_source(line) for line in text.split("\n") if line.strip()]
    if name == "terms_revision":
        pairs = (part.partition(":") for part in text.split(";") if part.strip())
        return {term.strip(): revision.strip() for term, _, revision in pairs}
    if name == "redirect_from":
        return [part.strip() for part in text.split(";") if part.strip()]
    return text


def _source(line: str) -> Value:
    ref, _, at = line.partition(":")
    return {"ref": ref.strip(), "at": at.strip()} if at.strip() else {"ref": ref.strip()}
