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

Together the files of a part are a small site; the tests build both, and the rule must speak up on
the bad one only.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

PARTS = ("What it finds", "Why it matters", "Bad", "Good", "Fix")
HEADING = re.compile(r"^\*\*(" + "|".join(PARTS) + r")\*\*$", re.MULTILINE)
EXAMPLE = re.compile(r"^```(?P<path>\S+\.\w+)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Manual:
    """The sentence that a manual begins with, and its parts by heading, as Markdown."""

    sentence: str
    parts: Mapping[str, str]

    def files(self, part: str) -> dict[str, str]:
        """Return the files of the example under **Bad** or **Good**: path → text."""
        return {match["path"]: match["text"] for match in EXAMPLE.finditer(self.parts[part])}

    @property
    def markdown(self) -> str:
        """The parts for a page, with headings; an example has its file's name as title."""
        titled = (
            f"## {part}\n\n" + EXAMPLE.sub(_titled, words) for part, words in self.parts.items()
        )
        return "\n\n".join(titled) + "\n"


def parse_manual(docstring: str) -> Manual:
    """Return the manual that the docstring of a rule's module holds."""
    sentence, *rest = HEADING.split(docstring)
    parts = {name: words.strip() for name, words in zip(rest[::2], rest[1::2], strict=True)}
    return Manual(" ".join(sentence.split()), parts)


def _titled(match: re.Match[str]) -> str:
    return f'```text title="{match["path"]}"\n{match["text"]}```'
