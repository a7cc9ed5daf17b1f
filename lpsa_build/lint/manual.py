"""The manual of a rule: the docstring of its module, read as Markdown.

It begins with one sentence. Then come five parts, each headed by a line in bold: **What it finds**,
**Why it matters**, **Bad**, **Good**, **Fix**. The examples under **Bad** and **Good** are fenced
blocks whose info word is the path of a file::

    **Bad**

    ```glossary/grant.md
    ---
    term: grant
    …
    ```

A block marked ``bytes`` after the path may hold the escapes of the tests' case files, for what a
text cannot show; ``page-{1..20}.md`` stands for twenty such files. Together the files of a part are
a small site; the tests build both, and the rule must speak up on the bad one only.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from textwrap import indent

PARTS = ("What it finds", "Why it matters", "Bad", "Good", "Fix")
HEADING = re.compile(r"^\*\*(" + "|".join(PARTS) + r")\*\*$", re.MULTILINE)
EXAMPLE = re.compile(
    r"^(?P<fence>```+)(?P<path>\S+\.\w+)(?P<escaped> bytes)?\n(?P<text>.*?)^(?P=fence)$",
    re.MULTILINE | re.DOTALL,
)

MANY = re.compile(r"\{(\d+)\.\.(\d+)\}")


@dataclass(frozen=True)
class Example:
    """One file of an example; ``escaped`` tells that the text holds escapes."""

    path: str
    text: str
    escaped: bool


@dataclass(frozen=True)
class Manual:
    """The sentence that a manual begins with, and its parts by heading, as Markdown."""

    sentence: str
    parts: Mapping[str, str]

    def files(self, part: str) -> list[Example]:
        """Return the files of the example under **Bad** or **Good**."""
        return [
            Example(path, match["text"], bool(match["escaped"]))
            for match in EXAMPLE.finditer(self.parts[part])
            for path in _paths(match["path"])
        ]

    @property
    def markdown(self) -> str:
        """The parts for a page, with headings; over an example stands the name of its file.

        It is plain Markdown, which needs no extension: a site may have none that knows fences.
        """
        headed = (
            f"## {part}\n\n" + EXAMPLE.sub(_indented, words) for part, words in self.parts.items()
        )
        return "\n\n".join(headed) + "\n"


def parse_manual(docstring: str) -> Manual:
    """Return the manual that the docstring of a rule's module holds."""
    sentence, *rest = HEADING.split(docstring)
    parts = {name: words.strip() for name, words in zip(rest[::2], rest[1::2], strict=True)}
    return Manual(" ".join(sentence.split()), parts)


def _paths(path: str) -> list[str]:
    """Return the paths that one path with ``{1..20}`` stands for."""
    if match := MANY.search(path):
        numbers = range(int(match[1]), int(match[2]) + 1)
        return [f"{path[: match.start()]}{number}{path[match.end() :]}" for number in numbers]
    return [path]


def _indented(match: re.Match[str]) -> str:
    path, text = match["path"], match["text"]
    return f"`{path}`:\n\n{indent(text, ' ' * 4)}" if text.strip() else f"`{path}` (empty)\n"
