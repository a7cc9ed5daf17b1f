"""The texts of an entry in which terms may be mentioned, with the place of each character."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from itertools import chain

from lpsa_build.model.addresses import Kind
from lpsa_build.model.framework import Framework
from lpsa_build.model.knowledge import Entry
from lpsa_build.model.references import items_with_paths
from lpsa_build.model.values import Record
from lpsa_build.source.document import Body, locate_scalar
from lpsa_build.source.finding import Position, Span
from lpsa_build.source.pieces import Prose
from lpsa_build.source.prose import scan_prose
from lpsa_build.source.text import LineIndex
from lpsa_build.source.yaml_tree import Path

BODY: Path = ("body",)
BEFORE_BODY: tuple[Path, ...] = (("definition",), ("scope_note",))
WORDS = re.compile(r"[^\W\d_]+(?:[-\u2010\u2011][^\W\d_]+)*")
Locate = Callable[[int], Position]


@dataclass(frozen=True)
class Writing:
    """One text of an entry: its body, or one value of its front matter."""

    path: str
    field: Path
    text: str
    prose: Prose
    language: str
    locate: Locate

    @cached_property
    def words(self) -> frozenset[str]:
        """The different words of the running text in small letters, those with hyphens whole."""
        chunks = set(self.prose.running.lower().split())
        return frozenset(chain.from_iterable(map(_words_in, chunks)))

    def span(self, start: int, end: int) -> Span:
        """Return the place in the file of the characters from ``start`` to ``end``."""
        last = self.locate(start + max(0, len(self.text[start:end].rstrip()) - 1))
        return Span(self.locate(start), Position(last.line, last.column + 1))


@lru_cache(maxsize=1 << 17)
def _words_in(chunk: str) -> tuple[str, ...]:
    """Return the words between two spaces; texts repeat them, so most were met before."""
    return tuple(WORDS.findall(chunk))


def writings(entry: Entry[Record]) -> Iterator[Writing]:
    """Yield the texts of an entry in the order in which its page shows them."""
    for field in _fields(entry):
        if field == BODY:
            if entry.body.text.strip():
                yield _body_writing(entry)
        elif isinstance(value := _value(entry, field), str):
            yield field_writing(entry, field, value.strip())


def translated_fields(entry: Entry[Record]) -> Iterator[Writing]:
    """Yield the definitions and scope notes under ``translations`` of a term."""
    for language in getattr(entry.fields, "translations", ()):
        for name in ("definition", "scope_note"):
            field = ("translations", language, name)
            if isinstance(value := _value(entry, field), str):
                yield replace(field_writing(entry, field, value.strip()), language=language)


def _body_writing(entry: Entry[Record]) -> Writing:
    return Writing(
        entry.body_path,
        BODY,
        entry.body.text,
        entry.prose,
        entry.language,
        _on_demand(lambda: LineIndex(entry.body.text, entry.body.first_line).position),
    )


def loose_writing(path: str, body: Body, language: str) -> Writing:
    """Return the body of a file whose fields could not be read."""
    index = LineIndex(body.text, body.first_line)
    return Writing(path, BODY, body.text, scan_prose(body.text), language, index.position)


def field_writing(entry: Entry[Record], field: Path, value: str) -> Writing:
    """Return one value of the front matter as a text with places."""

    def places() -> Locate:
        index = LineIndex(entry.source)
        found = locate_scalar(entry.source, index, _raw(entry, field), value)
        start = entry.tree.span_of(field).start
        return lambda offset: found.get(offset, start)

    return Writing(entry.path, field, value, scan_prose(value), entry.language, _on_demand(places))


def _on_demand(make: Callable[[], Locate]) -> Locate:
    """Return what ``make`` makes, made when it is first needed: most places are never asked for."""
    made: list[Locate] = []

    def locate(offset: int) -> Position:
        if not made:
            made.append(make())
        return made[0](offset)

    return locate


def _raw(entry: Entry[Record], field: Path) -> tuple[int, int]:
    start, end = entry.tree.raw[field]
    shift = entry.source.find("\n") + 1 if entry.path.endswith(".md") else 0
    return start + shift, end + shift


def _fields(entry: Entry[Record]) -> Iterator[Path]:
    """Yield the places of an entry's texts from the top of its page to the end."""
    if entry.kind is Kind.TERM:
        yield from BEFORE_BODY
    yield BODY
    if entry.kind is Kind.TERM:
        for number in range(len(getattr(entry.fields, "other_meanings", ()))):
            yield ("other_meanings", number, "gist")
            yield ("other_meanings", number, "differs")
        yield ("house_rule",)
    if isinstance(entry.fields, Framework):
        for path, item in items_with_paths(entry.fields):
            yield from ((*path, name) for name in ("question", "guidance"))
            yield from ((*path, "criteria", code) for code in item.criteria)
            yield (*path, "note")
    if entry.kind is Kind.ASSESSMENT:
        for code in getattr(entry.fields, "scores", ()):
            yield ("scores", code, "evidence")


def _value(entry: Entry[Record], path: Path) -> object:
    value: object = entry.tree.value
    for step in path:
        if isinstance(value, dict):
            value = value.get(str(step))
        elif isinstance(value, list) and isinstance(step, int):
            value = value[step]
        else:
            return None
    return value
