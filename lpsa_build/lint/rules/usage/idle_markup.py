"""Signs of Markdown stand in the text and do nothing.

**What it finds**

Two stars that open bold words and are never followed by two that close them, a line that was meant
to begin a box (`!! note`, `!!! "Title"`), and a box without anything indented below it.

**Why it matters**

Readers see the signs, or an empty box with its text beside it.

**Bad**

```content/index.md
---
title: Money
---
!!! note "Taxes"
The city sets **the rate.
```

**Good**

```content/index.md
---
title: Money
---
!!! note "Taxes"
    The city sets **the rate**.
```

**Fix**

Close the bold words; begin a box with `!!! note "Title"` and indent its text by four spaces.
"""

# Over 80 lines: bold words and boxes are two things.
from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from lpsa_build.lint.content import Content
from lpsa_build.lint.rule import Rule
from lpsa_build.mentions.writing import BODY, Writing
from lpsa_build.model.knowledge import Entry
from lpsa_build.model.values import Record
from lpsa_build.source.blocks import Kind, scan_blocks
from lpsa_build.source.fences import code_lines
from lpsa_build.source.finding import Fault, Finding, Severity
from lpsa_build.source.lines import ADMONITION, CODE_SPAN, lines_of

FAULT = Fault("LPSA432", "idle-markup", Severity.WARNING, "Signs of Markdown do nothing.")
BOX = re.compile(r"!{2,4}[ ]?(?=[\w\"])|\?{3}\+?[ ]?(?=[\w\"])")
STARS = re.compile(r"(?<!\\)\*\*")
OPENING = re.compile(r"(?<![\w*\\])\*\*(?=[^\W_])")


def check_entry(content: Content, entry: Entry[Record]) -> Iterator[Finding]:
    """Yield a finding at each sign, in the body of an entry, that has no effect."""
    for text in content.writings(entry):
        if text.field == BODY:
            yield from _bold(text) if "**" in text.text else ()
            yield from _boxes(text) if "!!" in text.text or "???" in text.text else ()


def _bold(text: Writing) -> Iterator[Finding]:
    for block in scan_blocks(text.text):
        if block.kind in {Kind.PROSE, Kind.CELL, Kind.HEADING}:
            words = text.text[block.start : block.end]
            start = _left_open(CODE_SPAN.sub(_blank, words))
            if start is not None:
                shown = words[start:].split("\n")[0][:30].strip()
                message = f"The bold words that begin with “{shown}” do not end."
                span = text.span(block.start + start, block.start + start + 2)
                yield FAULT.at(text.path, span, message, "Write ** after the last one.")


def _left_open(words: str) -> int | None:
    """Return where bold words begin, by a sign that can mean nothing else, that do not end."""
    start: int | None = None
    for stars in STARS.finditer(words):
        at, end = stars.span()
        if start is None:
            start = at if words[end : end + 1].strip("* \t\n") else None
        elif words[at - 1 : at].strip():
            start = None
    return start if start is not None and OPENING.match(words, start) else None


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())


def _boxes(text: Writing) -> Iterator[Finding]:
    lines = list(lines_of(text.text, 0))
    code = code_lines(text.text)
    for number, line in enumerate(lines):
        if number in code or not BOX.match(line.text):
            continue
        below = next((o.text for o in islice(lines, number + 1, None) if o.text.strip()), "")
        message, cure = "", ""
        if not ADMONITION.match(line.text):
            message, cure = "This begins no box.", 'Write `!!! note "Title"`.'
        elif not below.startswith(("    ", "\t")):
            message, cure = "The box is empty.", "Indent its text by four spaces."
        if message:
            span = text.span(line.start, line.start + len(line.text))
            yield FAULT.at(text.path, span, message, cure)


RULE = Rule(FAULT, __doc__, check_entry=check_entry)
