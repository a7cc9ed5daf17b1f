"""The definition says only what the thing is not.

**What it finds**

“Not”, “no”, “non-”, “absence”, “lack” or “without” where the wider concept should stand, or as all
that a definition says of it (“Grant that is not tied.”). A term that is negative itself, such as
unitary or unconditional, may be defined so. In other
languages the first word is looked at.

**Why it matters**

There is always more that a thing is not. A reader cannot tell from it what the thing is.

**Bad**

```glossary/fiscal-space.md
---
term: fiscal space
definition: Absence of pressure on the budget.
domain: fiscal
status: draft
---
```

**Good**

```glossary/fiscal-space.md
---
term: fiscal space
definition: Room in the budget to spend more on a purpose while the finances stay sound.
domain: fiscal
status: draft
---
```

**Fix**

Name the wider concept, and a feature that the thing has. What it is not may follow after that.
"""
# Over 80 lines: where the kind of thing stands has to be found first.

from __future__ import annotations

import re
from collections.abc import Iterator

from lpsa_build.language.negation import BARE_DENIAL, DENYING_START, NEGATIVE, is_negative
from lpsa_build.lint.content import Content
from lpsa_build.lint.defining import Definition
from lpsa_build.lint.rule import Rule
from lpsa_build.model.knowledge import Entry
from lpsa_build.model.values import Record
from lpsa_build.source.finding import Fault, Finding, Severity

FAULT = Fault(
    "LPSA305", "negative-definition", Severity.WARNING, "The definition says what a thing is not."
)


def check_entry(content: Content, entry: Entry[Record]) -> Iterator[Finding]:
    """Yield a finding at the negative words of a definition."""
    for definition in content.definitions(entry):
        if any(is_negative(label) for label in (definition.entry.fields.term, *definition.labels)):
            continue
        if match := _denial(definition):
            words = match.group().strip()
            yield FAULT.at(
                entry.path,
                definition.span(match.end() - len(words), match.end()),
                f"“{words}” says what “{definition.labels[0]}” is not; what is it?",
                "Name the wider concept and a feature that sets this one apart.",
            )


def _denial(definition: Definition) -> re.Match[str] | None:
    """Return the negative words in the place of the genus, or right after it and alone."""
    if not definition.english:
        pattern = DENYING_START.get(definition.language)
        return pattern.match(definition.plain, definition.start) if pattern else None
    genus = definition.genus
    until = genus.end if genus else min(definition.end, definition.start + 20)
    first = NEGATIVE.search(definition.plain, definition.start, until)
    if first or genus is None:
        return first
    return BARE_DENIAL.match(definition.plain, genus.end, definition.end)


RULE = Rule(FAULT, __doc__, covers=("W05",), check_entry=check_entry)
