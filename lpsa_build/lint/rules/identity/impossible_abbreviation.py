"""The abbreviation cannot have been made from the term.

**What it finds**

An abbreviation whose letters do not stand, in their order, in any label of the term, in whatever
language. A word is entered at its first letter or skipped; inside it come the next letters
(CAPEX), or the one after a prefix (SNG, subnational government).

**Why it matters**

Either letters were exchanged (ORS for OSR), or the line was copied from another entry. Then every
ORS in the texts links to the wrong concept. If the abbreviation comes from another name of the
concept, readers want to know that name.

**Bad**

```glossary/own-source-revenue.md
---
term: own-source revenue
abbreviation: ORS
definition: Money that a local government raises under its own authority.
domain: fiscal
status: draft
---
```

**Good**

```glossary/own-source-revenue.md
---
term: own-source revenue
abbreviation: OSR
definition: Money that a local government raises under its own authority.
domain: fiscal
status: draft
---
```

**Fix**

Correct the abbreviation, or add the name that it comes from to `aliases` or to the translation.
"""

# Over 80 lines: it says at length what can be made from what.
from __future__ import annotations

from collections.abc import Iterator

from lpsa_build.language.acronyms import can_abbreviate
from lpsa_build.lint.content import Content
from lpsa_build.lint.labels import Label, labels_of
from lpsa_build.lint.rule import Rule
from lpsa_build.model.addresses import Kind
from lpsa_build.model.knowledge import Entry
from lpsa_build.model.values import Record
from lpsa_build.source.finding import Fault, Finding, Severity

FAULT = Fault(
    "LPSA109",
    "impossible-abbreviation",
    Severity.ERROR,
    "An abbreviation cannot have been made from its term.",
)


def check_entry(content: Content, entry: Entry[Record]) -> Iterator[Finding]:
    """Yield a finding at each abbreviation that no label of the term yields."""
    term = content.knowledge.terms.get(entry.id) if entry.kind is Kind.TERM else None
    if term is None:
        return
    own = content.settings.language
    labels = [label for lang in content.settings.languages for label in labels_of(term, lang, own)]
    short = [label for label in labels if label.field == "abbreviation"]
    for label in short:
        if not any(_yields(name, label.text) for name in labels if name not in short):
            yield FAULT.at(
                entry.path,
                label.span,
                f"“{label.text}” cannot have been made from “{term.fields.term}”.",
                "Correct it, or add the name that it comes from to `aliases`.",
            )


def _yields(name: Label, short: str) -> bool:
    return can_abbreviate(short, name.text, english=name.language == "en")


RULE = Rule(FAULT, __doc__, covers=("E26",), check_entry=check_entry)
