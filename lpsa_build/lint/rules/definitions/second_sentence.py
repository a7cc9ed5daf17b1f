"""The definition has more than one sentence.

**What it finds**

A second sentence in a definition, in any language; a semicolon that begins a new statement.

**Why it matters**

The second sentence is a note, a rule or an example: it does not set the concept apart. The
definition can no longer stand in place of the term.

**Bad**

```glossary/mayor.md
---
term: mayor
definition: Political head of a local government. In some countries mayors are appointed.
domain: governance
status: draft
---
```

**Good**

```glossary/mayor.md
---
term: mayor
definition: Political head of a local government.
domain: governance
status: draft
---
In some countries mayors are appointed.
```

**Fix**

Keep the first sentence. Move what follows to `scope_note`, or to the text below the fields.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lpsa_build.lint.content import Content
from lpsa_build.lint.rule import Rule
from lpsa_build.model.knowledge import Entry
from lpsa_build.model.values import Record
from lpsa_build.source.finding import Fault, Finding, Severity

FAULT = Fault(
    "LPSA307", "second-sentence", Severity.WARNING, "The definition has a second sentence."
)

SEMICOLON = re.compile(r"[;؛](?!\s*(?:(?:and|or)\s+)?\(?(?:[ivx]+|[a-z]|\d+)\))")
"""A semicolon, but not one between the items of a numbered list."""


def check_entry(content: Content, entry: Entry[Record]) -> Iterator[Finding]:
    """Yield a finding at the second sentence, or at a semicolon in the first."""
    for definition in content.definitions(entry):
        count = len(definition.sentences)
        semicolon = SEMICOLON.search(definition.plain, 0, definition.end)
        if count > 1:
            yield FAULT.at(
                entry.path,
                definition.span(*definition.sentences[1]),
                f"The definition has {count} sentences; one is expected.",
                "Move what follows the first to `scope_note` or to the text below.",
            )
        elif semicolon:
            yield FAULT.at(
                entry.path,
                definition.span(*semicolon.span()),
                "A semicolon splits the definition in two.",
                "Keep one statement, and move the other to `scope_note` or to the text below.",
            )


RULE = Rule(FAULT, __doc__, covers=("W07",), check_entry=check_entry)
