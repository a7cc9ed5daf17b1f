"""The definition holds an example.

**What it finds**

“E.g.”, “for example”, “for instance”, “such as” and “etc.” in a definition, and their like in
French, Spanish, Portuguese and Arabic.

**Why it matters**

An example shows one case. It leaves open which other cases belong to the concept, and makes the
definition long.

**Bad**

```glossary/basic-service.md
---
term: basic service
definition: Service that meets the daily needs of people, e.g. water or schooling.
domain: governance
status: draft
---
```

**Good**

```glossary/basic-service.md
---
term: basic service
definition: Service that meets the daily needs of people.
domain: governance
status: draft
---
Water and schooling are basic services.
```

**Fix**

Move the example to the text below the fields. If the list is complete and decides what belongs,
write “including” or name the cases without “such as”.
"""

from __future__ import annotations

from collections.abc import Iterator

from lpsa_build.language.definition_words import EXAMPLE
from lpsa_build.lint.content import Content
from lpsa_build.lint.rule import Rule
from lpsa_build.model.knowledge import Entry
from lpsa_build.model.values import Record
from lpsa_build.source.finding import Fault, Finding, Severity

FAULT = Fault(
    "LPSA310", "example-in-definition", Severity.WARNING, "The definition holds an example."
)


def check_entry(content: Content, entry: Entry[Record]) -> Iterator[Finding]:
    """Yield a finding at each mark of an example in the first sentence of a definition."""
    for definition in content.definitions(entry):
        pattern = EXAMPLE.get(definition.language)
        for match in pattern.finditer(definition.plain, 0, definition.end) if pattern else ():
            yield FAULT.at(
                entry.path,
                definition.span(*match.span()),
                f"“{match.group()}” begins an example; a definition says what holds of every case.",
                "Move the example to the text below the fields.",
            )


RULE = Rule(FAULT, __doc__, covers=("W07",), check_entry=check_entry)
