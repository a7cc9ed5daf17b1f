"""The definition talks instead of defining.

**What it finds**

Contractions (“isn't”), exclamation marks, “we” and “you”, words that exaggerate or play down
(“very”, “huge”, “simply”, “cutting-edge”) and words that say little (“a lot of”, “stuff”). English
only. The passive voice is not found: definitions need it.

**Why it matters**

Translators and readers with little English stumble over such words, and none of them helps to tell
one concept from another.

**Bad**

```glossary/grant.md
---
term: grant
definition: Money that you simply get from a public body and don't have to pay back!
domain: fiscal
status: draft
---
```

**Good**

```glossary/grant.md
---
term: grant
definition: Money that a public body gives without asking it back.
domain: fiscal
status: draft
---
```

**Fix**

Leave the word out, or say it in full.
"""

from __future__ import annotations

from collections.abc import Iterator

from lpsa_build.language.definition_words import LOOSE
from lpsa_build.lint.content import Content
from lpsa_build.lint.rule import Rule
from lpsa_build.model.knowledge import Entry
from lpsa_build.model.values import Record
from lpsa_build.source.finding import Fault, Finding, Severity

FAULT = Fault(
    "LPSA332", "talking-definition", Severity.ADVICE, "The definition talks instead of defining."
)


def check_entry(content: Content, entry: Entry[Record]) -> Iterator[Finding]:
    """Yield a finding at each loose word of a definition."""
    for definition in content.definitions(entry):
        for match in (
            LOOSE.finditer(definition.plain, 0, definition.end) if definition.english else ()
        ):
            # Capitals are an acronym or a name: US, the Great Lakes.
            if match.group()[0].isupper() and match.start() > 0:
                continue
            yield FAULT.at(
                entry.path,
                definition.span(*match.span()),
                f"“{match.group()}” is talk, not definition.",
                "Leave it out, or say it in full and plainly.",
            )


RULE = Rule(FAULT, __doc__, covers=("I02",), check_entry=check_entry)
