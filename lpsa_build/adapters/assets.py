"""The theme's scripts and styles as they are published: without what is written for us only."""

from __future__ import annotations

import re
from pathlib import Path

COMMENTS = re.compile(r"^[ \t]*/\*.*?\*/[ \t]*\n|[ \t]+/\*[^\n]*?\*/$", re.DOTALL | re.MULTILINE)
"""Comments that begin or end a line; in the middle of one they might be part of a text."""


def strip_comments(site: Path) -> None:
    """Take the comments out of our scripts and styles in a built site; a reader pays for them."""
    for file in (site / "assets").glob("lpsa*"):
        if file.suffix in {".js", ".css"}:
            file.write_text(COMMENTS.sub("", file.read_text("utf-8")), "utf-8", newline="\n")
