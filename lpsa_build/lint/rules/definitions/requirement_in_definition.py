"""The definition says what ought to be, or what the thing is good for.

**What it finds**

“Should”, “shall”, “ought to”, “is used to”, “in order to”, “aims to”, “helps to” and the like in a
definition. “Must” is let pass where somebody must do something by law: that can be what sets a
thing apart. English only.

**Why it matters**

A definition says what a thing is. Whoever does not share the aim, or meets a case that fails it,
can then no longer use the word.

**Bad**

```glossary/local-council.md
---
term: local council
definition: Deliberative body of a local government that should be elected by all residents.
domain: governance
status: draft
---
```

**Good**

```glossary/local-council.md
---
term: local council
definition: Elected deliberative body of a local government.
domain: governance
status: draft
---
```

**Fix**

Say what is the case. Aims, uses and advice go to the text below the fields.
"""

from __future__ import annotations

from collections.abc import Iterator

from lpsa_build.language.definition_words import OUGHT, tells_a_duty
from lpsa_build.lint.content import Content
from lpsa_build.lint.rule import Rule
from lpsa_build.model.knowledge import Entry
from lpsa_build.model.values import Record
from lpsa_build.source.finding import Fault, Finding, Severity

FAULT = Fault(
    "LPSA308",
    "requirement-in-definition",
    Severity.WARNING,
    "The definition says what ought to be.",
)


def check_entry(content: Content, entry: Entry[Record]) -> Iterator[Finding]:
    """Yield a finding at words of duty or purpose in the first sentence of a definition."""
    for definition in content.definitions(entry):
        if definition.english and not definition.points_elsewhere:
            for match in OUGHT.finditer(definition.plain, definition.start, definition.end):
                before = definition.plain[definition.start : match.start()]
                if tells_a_duty(before, match.group()):
                    yield FAULT.at(
                        entry.path,
                        definition.span(*match.span()),
                        f"“{match.group()}” tells a duty, a use or an aim, not what the thing is.",
                        "Say what is the case, and move the rest to the text below the fields.",
                    )


RULE = Rule(FAULT, __doc__, covers=("W08",), check_entry=check_entry)
