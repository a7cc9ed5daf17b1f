"""A footnote is called nowhere, or explained twice.

**What it finds**

A line `[^name]: …` that no `[^name]` in the text calls, and a second line for the same name.

**Why it matters**

The note is printed at the end of the page with a way back that leads nowhere, and of two notes with
one name only the last is printed.

**Bad**

```content/index.md
---
title: Money
---
Cities live on taxes.

[^fees]: And on fees.
```

**Good**

```content/index.md
---
title: Money
---
Cities live on taxes.[^fees]

[^fees]: And on fees.
```

**Fix**

Write `[^name]` where the note belongs, or delete the note.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lpsa_build.lint.content import Content
from lpsa_build.lint.rule import Rule
from lpsa_build.mentions.writing import BODY, Writing
from lpsa_build.model.knowledge import Entry
from lpsa_build.model.values import Record
from lpsa_build.source.fences import code_lines
from lpsa_build.source.finding import Fault, Finding, Severity
from lpsa_build.source.lines import FOOTNOTE, lines_of

FAULT = Fault("LPSA433", "idle-note", Severity.WARNING, "A footnote is called nowhere, or twice.")
CALL = re.compile(r"\[\^([^\]\n]+)\](?!:)")


def check_entry(content: Content, entry: Entry[Record]) -> Iterator[Finding]:
    """Yield a finding at each footnote of a body that no text calls, or that is a second one."""
    for text in content.writings(entry):
        if text.field == BODY and "[^" in text.text:
            yield from _idle(text)


def _idle(text: Writing) -> Iterator[Finding]:
    called = set(CALL.findall(text.text))
    seen: set[str] = set()
    code = code_lines(text.text)
    for number, line in enumerate(lines_of(text.text, 0)):
        if number in code or not (match := FOOTNOTE.match(line.text)):
            continue
        name = line.text.partition("[^")[2].partition("]")[0]
        message = f"There is a note “{name}” above." if name in seen else ""
        message = message if name in called else f"Nothing in the text calls the note “{name}”."
        seen.add(name)
        if message:
            span = text.span(line.start, line.start + match.end())
            yield FAULT.at(text.path, span, message, f"Write [^{name}] where it belongs.")


RULE = Rule(FAULT, __doc__, covers=("W49",), check_entry=check_entry)
