"""YAML → plain values with the place of every key and value.

Scalars stay the text that was typed (YAML's core schema would turn ``NO`` into false and
``1_000`` into a number); only an empty, ``null`` or ``~`` plain scalar becomes ``None``. What a
value must be is decided by the model. The event stream is checked while it is read, so that
neither deep nesting nor aliases can harm: see docs of PyYAML issues 235 and 895.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TypeAlias

import yaml

from lpsa_build.source import faults
from lpsa_build.source.finding import Edit, Finding, Fix, Span
from lpsa_build.source.text import HIDDEN, REPLACEMENT, LineIndex
from lpsa_build.source.yaml_fixes import quote_value
from lpsa_build.source.yaml_words import QUOTE, began_earlier, explain_yaml, refusal

Path: TypeAlias = tuple[str | int, ...]
Value: TypeAlias = "str | list[Value] | dict[str, Value] | None"

NULLS = frozenset({"", "~", "null", "Null", "NULL"})
TOP_KEY = re.compile(r"^(?:[A-Za-z_][\w-]*|\"[^\"\n]*\"|'[^'\n]*')\s*:(?=\s|$)", re.MULTILINE)
LEADING_TAB = re.compile(r"^[ ]*\t[ \t]*", re.MULTILINE)
BLANK = " \t\n"
"""What YAML takes for white space; other spaces belong to a value."""


@dataclass
class Tree:
    """What a YAML text holds: the value, and where each part of it stands.

    ``spans[path]`` is the span of the value at ``path`` (keys and list positions from the top),
    ``keys[path]`` that of its key. ``unread`` are top-level keys whose value has a syntax fault.
    """

    value: Value = None
    spans: dict[Path, Span] = field(default_factory=dict)
    keys: dict[Path, Span] = field(default_factory=dict)
    unread: set[str] = field(default_factory=set)
    raw: dict[Path, tuple[int, int]] = field(default_factory=dict)

    def span_of(self, path: Path) -> Span:
        """Return the span of the value at ``path``, or of the nearest part around it."""
        while path and path not in self.spans:
            path = path[:-1]
        return self.spans[path]

    def key_span_of(self, path: Path) -> Span:
        """Return the span of the key at ``path``, or of the nearest part around it."""
        return self.keys.get(path) or self.span_of(path)


class RefusedError(Exception):
    """The text asks for something that is not allowed; carries the finding."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.message)
        self.finding = finding


def parse_yaml(path: str, text: str, *, first_line: int = 1) -> tuple[Tree, list[Finding]]:
    """Return the tree of a YAML text and everything that is wrong with it.

    ``first_line`` is the line of the file on which ``text`` begins. What cannot be read does not
    hide the rest: the text is then read again one top-level key at a time.
    """
    findings = list(_tab_findings(path, text, first_line))
    text = LEADING_TAB.sub(lambda match: " " * len(match.group()), text)
    reader = _Reader(path, text, LineIndex(text, first_line))
    tree = reader.read(text)
    if reader.broken and (starts := [match.start() for match in TOP_KEY.finditer(text)]):
        again = _Reader(path, text, reader.index)
        tree = again.read_by_key(starts)
        return tree, findings + (again.findings or reader.findings)
    return tree, findings + reader.findings


def _tab_findings(path: str, text: str, first_line: int) -> Iterator[Finding]:
    index: LineIndex | None = None
    for match in LEADING_TAB.finditer(text):
        index = index or LineIndex(text, first_line)
        span = index.span(*match.span())
        spaces = match.group().replace("\t", "  ")
        yield faults.TAB_INDENT.at(
            path,
            span,
            "The line is indented with a tab; YAML allows spaces only.",
            "Replace the tab with two spaces.",
            fix=Fix(safe=True, edits=(Edit(path, span, spaces),)),
        )


class _Reader:
    """Reads one text from its YAML events."""

    def __init__(self, path: str, text: str, index: LineIndex) -> None:
        self.path, self.text, self.index = path, text, index
        self.findings: list[Finding] = []
        self.broken = False
        self.offset = 0

    def read(self, text: str) -> Tree:
        """Read ``text`` whole; ``broken`` tells afterwards whether a part could not be read."""
        tree = Tree(spans={(): self.index.span(self.offset, self.offset + len(text.rstrip(BLANK)))})
        try:
            events = yaml.parse(text, Loader=_LOADER)
            for event in events:
                if isinstance(event, yaml.DocumentStartEvent):
                    tree.value = self._value(next(events), events, (), tree)
                    break
            self._find_second_document(events)
        except RefusedError as refused:
            self.broken = True
            self.findings.append(refused.finding)
        except yaml.MarkedYAMLError as error:
            self.broken = True
            self.findings.append(self._syntax_finding(text, error))
        except yaml.YAMLError as error:
            self.broken = True
            self.findings.append(self._reader_finding(error))
        return tree

    def read_by_key(self, starts: list[int]) -> Tree:
        """Read each top-level key by itself and join what could be read."""
        values: dict[str, Value] = {}
        whole = Tree(value=values, spans={(): self.index.span(0, len(self.text.rstrip(BLANK)))})
        for start, end in pairwise([0, *starts, len(self.text)]):
            self.offset, self.broken = start, False
            part = self.read(self.text[start:end])
            if isinstance(part.value, dict) and not self.broken:
                self._join(values, part.value, whole, part)
            elif name := TOP_KEY.match(self.text, start):
                whole.unread.add(name.group().rstrip(": \t").strip("'\""))
            elif not self.broken and (part.value is not None or part.raw):
                self._stray(part)
        return whole

    def _join(
        self, values: dict[str, Value], more: dict[str, Value], whole: Tree, part: Tree
    ) -> None:
        """Add the keys of a part that are new to the whole."""
        for key in values.keys() & more.keys():
            self._duplicate(key, part.keys[key,])
        new = more.keys() - values.keys()
        values.update((key, value) for key, value in more.items() if key in new)
        whole.spans.update((p, span) for p, span in part.spans.items() if p and p[0] in new)
        whole.keys.update((p, span) for p, span in part.keys.items() if p[0] in new)
        whole.raw.update((p, place) for p, place in part.raw.items() if p and p[0] in new)

    def _span(self, event: yaml.Event) -> Span:
        start, end = self._range(event)
        return self.index.span(start, end)

    def _range(self, event: yaml.Event) -> tuple[int, int]:
        start = self.offset + _index(event.start_mark)
        end = max(self.offset + _index(event.end_mark), start)
        return start, start + len(self.text[start:end].rstrip(BLANK))

    def _value(
        self, event: yaml.Event, events: Iterator[yaml.Event], path: Path, tree: Tree
    ) -> Value:
        self._refuse(event, len(path))
        if isinstance(event, yaml.ScalarEvent):
            tree.spans[path] = self._span(event)
            tree.raw[path] = self._range(event)
            is_null = event.implicit[0] and event.value in NULLS
            return None if is_null else self._text(event)
        start, _ = self._range(event)
        read = self._list if isinstance(event, yaml.SequenceStartEvent) else self._mapping
        value, last = read(events, path, tree)
        end = self.offset + _index(last.end_mark)
        tree.spans[path] = self.index.span(start, start + len(self.text[start:end].rstrip(BLANK)))
        return value

    def _list(
        self, events: Iterator[yaml.Event], path: Path, tree: Tree
    ) -> tuple[Value, yaml.Event]:
        items: list[Value] = []
        while not isinstance(event := next(events), yaml.SequenceEndEvent):
            items.append(self._value(event, events, (*path, len(items)), tree))
        return items, event

    def _mapping(
        self, events: Iterator[yaml.Event], path: Path, tree: Tree
    ) -> tuple[Value, yaml.Event]:
        items: dict[str, Value] = {}
        while not isinstance(event := next(events), yaml.MappingEndEvent):
            key = self._key(event, path)
            here = (*path, key)
            if key in items:
                self._duplicate(key, self._span(event))
                self._value(next(events), events, (*path, "\0duplicate"), Tree())
                continue
            tree.keys[here] = self._span(event)
            items[key] = self._value(next(events), events, here, tree)
        return items, event

    def _key(self, event: yaml.Event, path: Path) -> str:
        self._refuse(event, len(path))
        if not isinstance(event, yaml.ScalarEvent):
            raise RefusedError(
                faults.INVALID_YAML.at(
                    self.path,
                    self._span(event),
                    "A list or mapping stands where a key was expected.",
                    "Quote the text if it begins with `[`, `{` or `?`.",
                )
            )
        return self._text(event)

    def _text(self, event: yaml.ScalarEvent) -> str:
        """Return what a scalar says; an escape brings no invisible character in."""
        text = str(event.value)
        if match := HIDDEN.search(text):
            self.findings.append(
                faults.HIDDEN_CHARACTER.at(
                    self.path,
                    self._span(event),
                    f"An escape stands for the invisible character U+{ord(match.group()):04X}.",
                    "Delete the escape.",
                )
            )
        return HIDDEN.sub(REPLACEMENT, text)

    def _stray(self, part: Tree) -> None:
        message, cure = explain_yaml("could not find expected ':'", "", "")
        self.findings.append(faults.INVALID_YAML.at(self.path, part.span_of(()), message, cure))

    def _duplicate(self, key: str, span: Span) -> None:
        self.findings.append(
            faults.DUPLICATE_KEY.at(
                self.path,
                span,
                f"The key “{key}” is given twice; only the first one is read.",
                "Join the two or delete one.",
            )
        )

    def _refuse(self, event: yaml.Event, depth: int) -> None:
        if refused := refusal(event, depth):
            fault, message, cure = refused
            raise RefusedError(fault.at(self.path, self._span(event), message, cure))

    def _find_second_document(self, events: Iterator[yaml.Event]) -> None:
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                self.findings.append(
                    faults.INVALID_YAML.at(
                        self.path,
                        self._span(event),
                        "A line of hyphens begins a second document here; a file holds one.",
                        "Remove the line of hyphens.",
                    )
                )
                return

    def _syntax_finding(self, text: str, error: yaml.MarkedYAMLError) -> Finding:
        problem = str(error.problem or "")
        at = _index(error.problem_mark or error.context_mark)
        if error.context_mark and (began_earlier(problem) or not text[at:].strip()):
            at = _index(error.context_mark)
        offset = min(self.offset + at, len(self.text))
        before = self.text[self.text.rfind("\n", 0, offset) + 1 : offset]
        message, cure = explain_yaml(problem, before, self.text[offset : offset + 1])
        return faults.INVALID_YAML.at(
            self.path,
            self.index.span(offset, min(offset + 1, len(self.text))),
            message,
            cure,
            fix=quote_value(self.path, self.text, self.index, offset) if cure == QUOTE else None,
        )

    def _reader_finding(self, error: yaml.YAMLError) -> Finding:
        return faults.INVALID_YAML.at(
            self.path,
            self.index.span(self.offset, self.offset),
            "The YAML cannot be read: it holds a character that YAML does not allow.",
            "Retype the text instead of pasting it.",
        )


def _index(mark: object) -> int:
    """Return the offset of a parser's mark (its type is a class of C or of Python)."""
    return int(getattr(mark, "index", 0))


_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
