"""A Markdown file with front matter → its two parts, each with its place in the file."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from frontmatter.default_handlers import BaseHandler

from lpsa_build.source import faults
from lpsa_build.source.finding import FILE_START, Finding, Position, Span
from lpsa_build.source.text import LineIndex
from lpsa_build.source.yaml_tree import Tree, Value, parse_yaml

MAX_FRONT_MATTER = 64 * 1024


@dataclass(frozen=True, slots=True)
class Body:
    """The Markdown below the front matter; ``first_line`` is its first line in the file."""

    text: str
    first_line: int


@dataclass(frozen=True, slots=True)
class Document:
    """A Markdown file, split: the tree of its front matter (None without one) and its body."""

    front: Tree | None
    body: Body


class FrontMatter(BaseHandler):
    """Splits like python-frontmatter; the YAML itself is read by :mod:`yaml_tree`."""

    FM_BOUNDARY = re.compile(r"^-{3,}[ \t]*$", re.MULTILINE)
    START_DELIMITER = END_DELIMITER = "---"


_HANDLER = FrontMatter()


def parse_document(
    path: str, text: str, *, front_matter: bool = True
) -> tuple[Document, list[Finding]]:
    """Split the text of a Markdown file and read its front matter.

    With ``front_matter=False`` the file may do without one.
    """
    if not text.strip():
        return _empty(path)
    if not _HANDLER.detect(text):
        findings = [_missing(path)] if front_matter else []
        return Document(None, Body(text, 1)), findings
    try:
        yaml_text, body = _HANDLER.split(text)
    except ValueError:
        return Document(None, Body("", 1)), [_unclosed(path)]
    body = body.removeprefix("\n")
    first_line = text.count("\n", 0, len(text) - len(body)) + 1
    if len(yaml_text.encode()) > MAX_FRONT_MATTER:
        return Document(None, Body(body, first_line)), [_too_large(path)]
    tree, findings = parse_yaml(path, yaml_text.removeprefix("\n"), first_line=2)
    if not isinstance(tree.value, dict):
        if not findings:
            findings.append(_no_mapping(path, tree))
        return Document(None, Body(body, first_line)), findings
    return Document(tree, Body(body, first_line)), findings


def locate_scalar(
    text: str, index: LineIndex, raw: tuple[int, int], value: str
) -> Mapping[int, Position]:
    r"""Map each offset of a scalar's ``value`` to its place in the file.

    Folding changes only white space, so value and source are walked side by side, character for
    character. Where an escape (other than ``\"`` and ``\\``) makes them differ, the walk stops and
    later offsets are absent.
    """
    start, end = raw
    at = start
    places: dict[int, Position] = {}
    if text[start : start + 1] in "|>":
        at = text.find("\n", start) + 1
    elif text[start : start + 1] in "\"'":
        at += 1
    for offset, character in enumerate(value):
        if character.isspace():
            places[offset] = index.position(min(at, end))
            continue
        while at < end and text[at].isspace():
            at += 1
        if text[start] == '"' and text[at : at + 2] in ('\\"', "\\\\"):
            at += 1
        if at >= end or text[at] != character:
            break
        places[offset] = index.position(at)
        at += 2 if text[start] == "'" and text[at : at + 2] == "''" else 1
    return places


def _empty(path: str) -> tuple[Document, list[Finding]]:
    finding = faults.EMPTY_FILE.at(
        path,
        FILE_START,
        "The file is empty.",
        "Write the entry, or delete the file if it is not needed.",
    )
    return Document(None, Body("", 1)), [finding]


def _missing(path: str) -> Finding:
    return faults.MISSING_FRONT_MATTER.at(
        path,
        FILE_START,
        "The file does not begin with `---`.",
        "Begin with a line `---`, then the fields as `key: value`, then a second line `---`.",
    )


def _unclosed(path: str) -> Finding:
    return faults.UNCLOSED_FRONT_MATTER.at(
        path,
        Span(Position(1, 1), Position(1, 4)),
        "The block that begins with `---` here is never closed.",
        "Put a line `---` after the last field.",
    )


def _too_large(path: str) -> Finding:
    return faults.TOO_LARGE.at(
        path,
        FILE_START,
        f"The front matter is larger than {MAX_FRONT_MATTER // 1024} kB.",
        "Move long text into the body below it.",
    )


def _no_mapping(path: str, tree: Tree) -> Finding:
    return faults.NOT_A_MAPPING.at(
        path,
        tree.span_of(()) if tree.value is not None else Span(Position(1, 1), Position(1, 4)),
        f"The front matter {_shape(tree.value)}.",
        "Write the fields as `key: value`, one a line.",
    )


def _shape(value: Value) -> str:
    if isinstance(value, list):
        return "is a list"
    return "is a text" if isinstance(value, str) else "holds no fields"
