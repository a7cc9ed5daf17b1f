"""A second definition hides inside the definition.

**What it finds**

“I.e.”, “that is,”, “in other words”, “namely”, “defined as”, “also known as” and the like, and
brackets of more than three words. In French, Spanish, Portuguese and Arabic, their marks
(“c'est-à-dire”, “es decir”, “ou seja”, “بمعنى”) are found in the same way.

**Why it matters**

One sentence then explains two concepts, and the second is found by nobody who looks for it.

**Bad**

```glossary/fiscal-gap.md
---
term: fiscal gap
definition: Difference between own revenue, i.e. money that a government raises, and its needs.
domain: fiscal
status: draft
---
```

**Good**

```glossary/fiscal-gap.md
---
term: fiscal gap
definition: Difference between the own revenue of a government and its needs.
domain: fiscal
status: draft
---
```

**Fix**

Use the word alone, and give it an entry of its own. Remarks go to the scope note or below.
"""

from __future__ import annotations

from collections.abc import Iterator

from lpsa_build.language.definition_words import SECOND_DEFINITION
from lpsa_build.lint.content import Content
from lpsa_build.lint.rule import Rule
from lpsa_build.model.knowledge import Entry
from lpsa_build.model.values import Record
from lpsa_build.source.finding import Fault, Finding, Severity

FAULT = Fault(
    "LPSA306", "hidden-definition", Severity.WARNING, "A second definition hides in the first."
)


def check_entry(content: Content, entry: Entry[Record]) -> Iterator[Finding]:
    """Yield a finding at each mark of a second definition, and at long brackets."""
    for definition in content.definitions(entry):
        pattern = SECOND_DEFINITION.get(definition.language)
        for match in pattern.finditer(definition.plain, 0, definition.end) if pattern else ():
            words = " ".join(match.group().strip(" ,،").split())
            aside = words.startswith("(")
            yield FAULT.at(
                entry.path,
                definition.span(*match.span()),
                f"“{words[:40]}{'…' * (len(words) > 40)}” "
                + (
                    "is an aside in brackets."
                    if aside
                    else "brings in a second name or definition."
                ),
                "Move it to `scope_note` or to the text below."
                if aside
                else "Use one word alone; another name is an alias, another concept an entry.",
            )


RULE = Rule(FAULT, __doc__, covers=("W06",), check_entry=check_entry)
