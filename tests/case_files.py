"""Case files: small sites written in Markdown, with what must be said about them.

``tests/cases/README.md`` describes the format for those who write one.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest

CASES = Path(__file__).parent / "cases"
LISTS = ("Findings", "Facts", "Links", "Used in")
FENCE = re.compile(r"(?P<fence>`{3,})(?P<kind>[a-z]*)$")
ESCAPE = re.compile(
    r"\\(?:x(?P<byte>[0-9A-F]{2})|u(?P<point>[0-9A-F]{4})|(?P<plain>[nrt\\])"
    r"|\{(?P<text>[^{}]+) × (?P<times>\d+)\})"
)
PLAIN = {"n": b"\n", "r": b"\r", "t": b"\t", "\\": b"\\"}
MKDOCS = """\
site_name: A case
site_url: https://example.org/
docs_dir: content
plugins:
  lpsa:
    languages: [en, fr, es, pt, ar]
    domains:
      fiscal: Fiscal dimension
      governance: Governance
    regions:
      africa: Africa
      global: The world
"""


@dataclass(frozen=True)
class CaseFile:
    """A file of a case: its path, the kind that its fence names, and the lines in the fence."""

    path: str
    kind: str
    lines: tuple[str, ...]

    @property
    def data(self) -> bytes:
        """What the file holds."""
        text = "".join(f"{line}\n" for line in self.lines)
        if self.kind != "bytes":
            return text.encode()
        return unescape(text.replace("\\\n", ""))


@dataclass
class Case:
    """A small site and what must be said about it."""

    name: str
    files: list[CaseFile] = field(default_factory=list)
    lists: dict[str, list[str]] = field(default_factory=dict)

    def listed(self, heading: str) -> list[str]:
        """Return the lines under ``heading``; none if there is no such heading."""
        return self.lists.get(heading, [])

    def write(self, folder: Path) -> Path:
        """Write the site into ``folder`` and return the path of its ``mkdocs.yml``."""
        config = folder / "mkdocs.yml"
        config.write_text(MKDOCS, encoding="utf-8")
        for file in self.files:
            _write(file, folder)
        return config


def read_cases(folder: str) -> list[Case]:
    """Return all cases in a folder of ``tests/cases``, sorted by name."""
    return [parse_case(path) for path in sorted((CASES / folder).glob("*.md"))]


def parse_case(path: Path) -> Case:
    """Return the case that a case file holds."""
    case = Case(path.stem)
    heading = ""
    lines = iter(path.read_text(encoding="utf-8").splitlines())
    for line in lines:
        if line.startswith("## "):
            heading = line.removeprefix("## ")
            if heading in LISTS:
                case.lists[heading] = []
        elif match := FENCE.match(line):
            case.files.append(CaseFile(heading, match["kind"], _fenced(lines, match["fence"])))
        elif line.startswith("- "):
            case.lists[heading].append(_item(line))
    assert case.files, f"{path} holds no file"
    return case


def unescape(text: str) -> bytes:
    r"""Return the bytes of a text with escapes: ``\xFF``, ``\uFEFF``, ``\r``, ``\{x × 3}``."""
    data, at = b"", 0
    for match in ESCAPE.finditer(text):
        data += text[at : match.start()].encode() + _escaped(match)
        at = match.end()
    return data + text[at:].encode()


def abridged(expected: Sequence[str], actual: Sequence[str]) -> list[str]:
    """Return ``actual``, each line cut down to the expected one that says the same.

    A line says the same if it begins with the place and code that are expected, and holds the
    words that are expected after them.
    """
    left = list(expected)
    lines = []
    for line in actual:
        shown = next((known for known in left if _says(line, known)), line)
        if shown in left:
            left.remove(shown)
        lines.append(shown)
    return lines


def _says(line: str, known: str) -> bool:
    place, _, words = known.partition(" LPSA")
    code, _, words = words.partition(" ")
    return line.startswith(f"{place} LPSA{code} ") and words in line


def _fenced(lines: Iterator[str], fence: str) -> tuple[str, ...]:
    inside: list[str] = []
    for line in lines:
        if line == fence:
            return tuple(inside)
        inside.append(line)
    raise AssertionError(f"a fence {fence} is not closed")


def _item(line: str) -> str:
    words = line.removeprefix("- ")
    return words[1:-1] if words.startswith("`") and words.endswith("`") else words


def _escaped(match: re.Match[str]) -> bytes:
    if match["byte"]:
        return bytes.fromhex(match["byte"])
    if match["point"]:
        return chr(int(match["point"], 16)).encode()
    if match["plain"]:
        return PLAIN[match["plain"]]
    return match["text"].encode() * int(match["times"])


def _write(file: CaseFile, folder: Path) -> None:
    path = folder / file.path
    path.parent.mkdir(parents=True, exist_ok=True)
    if file.kind in {"link", "pipe"} and os.name == "nt":
        pytest.skip("Windows makes no links or pipes for everybody")
    if file.path != "mkdocs.yml" and path.exists():
        pytest.skip("this disk does not tell capital letters from small ones")
    if file.kind == "link":
        path.symlink_to(file.lines[0])
    elif file.kind == "pipe":
        os.mkfifo(path)
    else:
        path.write_bytes(file.data)
