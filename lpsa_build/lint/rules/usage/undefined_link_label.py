"""A link or a note goes by a label that is explained nowhere.

**What it finds**

`[the report][oecd]` or `[the report][]` without a line `[oecd]: https://…` on the page, and a note
`[^1]` without a line `[^1]: …`.

**Why it matters**

There is no link then: readers see the brackets as they were typed, and what they were to be led to
is lost.

**Bad**

```content/index.md
---
title: Money
---
Read [the handbook][handbook] first.
```

**Good**

```content/index.md
---
title: Money
---
Read [the handbook][handbook] first.

[handbook]: https://example.org/handbook
```

**Fix**

Add the line with the address, or write it right after the words: `[the handbook](https://…)`.
"""

# Over 80 lines: notes and links are told apart from code, each in its way.
from __future__ import annotations

import re
from collections.abc import Iterator

from lpsa_build.lint.content import Content
from lpsa_build.lint.rule import Rule
from lpsa_build.mentions.writing import BODY, Writing
from lpsa_build.model.knowledge import Entry
from lpsa_build.model.values import Record
from lpsa_build.source.finding import Fault, Finding, Severity
from lpsa_build.source.pieces import BLANK

FAULT = Fault(
    "LPSA428", "undefined-link-label", Severity.WARNING, "A link or note has no address or text."
)
LABEL = re.compile(
    r"(?<![\w\])\\!])\[(?P<words>[^\[\]^@!][^\[\]]*)\]\[(?P<name>[^\[\]]*)\](?!\()|"
    r"(?<![\\\[])\[\^(?P<note>[^\[\]\s]+)\](?!:)"
)


def check_entry(content: Content, entry: Entry[Record]) -> Iterator[Finding]:
    """Yield a finding at each label in the running text that the page does not explain."""
    for text in content.writings(entry):
        if text.field == BODY and ("][" in text.text or "[^" in text.text):
            yield from _undefined(text)


def _undefined(text: Writing) -> Iterator[Finding]:
    for match in LABEL.finditer(text.text):
        name = f"^{match['note']}" if match["note"] else match["name"] or match["words"]
        # A note itself is blank in running text; in code, what is beside it is blank, too.
        beside = (match.start() - 1, match.end()) if match["note"] else (match.start("words"),)
        shown = any(text.prose.running[at : at + 1] not in {BLANK, ""} for at in beside if at >= 0)
        line = re.compile(rf"^ {{0,3}}\[{re.escape(name)}\]:", re.IGNORECASE | re.MULTILINE)
        if shown and not line.search(text.text):
            yield FAULT.at(
                text.path,
                text.span(*match.span()),
                f"“[{name}]” is explained nowhere on this page.",
                f"Add a line “[{name}]: …” at its end, or write the address after the words.",
            )


RULE = Rule(FAULT, __doc__, covers=("E20",), check_entry=check_entry)
