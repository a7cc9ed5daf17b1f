"""The theme's scripts and styles as they are published: without what is written for us only."""

from __future__ import annotations

import re
from pathlib import Path

COMMENTS = re.compile(r"^[ \t]*/\*.*?\*/[ \t]*\n|[ \t]+/\*[^\n]*?\*/$", re.DOTALL | re.MULTILINE)
"""Comments that begin or end a line; in the middle of one they might be part of a text."""

INDENT = re.compile(r"^[ \t]+", re.MULTILINE)
"""No text in our scripts goes on over the end of a line, so that this is for the eye alone."""


def slim(site: Path) -> None:
    """Take comments and indents out of our scripts and styles in a site; readers pay for them."""
    for file in (site / "assets").glob("lpsa*"):
        if file.suffix in {".js", ".css"}:
            text = INDENT.sub("", COMMENTS.sub("", file.read_text("utf-8")))
            file.write_text(text, "utf-8", newline="\n")
