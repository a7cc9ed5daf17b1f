"""The definition is longer than a reader takes in at a glance.

**What it finds**

A definition of more than 400 characters.

**Why it matters**

The definition is shown on a small card when a reader points at the word. A long one hides the page
behind it, and usually holds examples or conditions that belong elsewhere.

**Bad**

```glossary/grant.md
---
term: grant
definition: >-
  Money that a government, an agency or another public body gives to a subnational government
  without asking for it back, and which the receiver may spend as it likes or only on a purpose that
  the giver has named, every year or once, by a formula, by a decision of the giver or after the
  receiver has asked for it in writing, and with or without a report on how the money was spent and
  on what the spending has brought about among the people it was meant for.
domain: fiscal
status: draft
---
```

**Good**

```glossary/grant.md
---
term: grant
definition: Money that a public body gives to a subnational government without asking for it back.
domain: fiscal
status: draft
---
Some grants may be spent freely, others only on a named purpose.
```

**Fix**

Keep what sets the concept apart from its neighbors. Move the rest to the scope note or to the text
below the fields.
"""

from __future__ import annotations

from collections.abc import Iterator

from lpsa_build.lint.content import Content
from lpsa_build.lint.rule import Rule
from lpsa_build.model.knowledge import Entry
from lpsa_build.model.term import Term
from lpsa_build.model.values import Record
from lpsa_build.source.finding import Fault, Finding, Severity

LONGEST = 400
"""Characters that fit on the card at 360 px without scrolling."""
FAULT = Fault("LPSA317", "long-definition", Severity.WARNING, "The definition is very long.")


def check_entry(_: Content, entry: Entry[Record]) -> Iterator[Finding]:
    """Yield a finding at each definition that is too long."""
    if isinstance(entry.fields, Term) and len(entry.fields.definition) > LONGEST:
        yield FAULT.at(
            entry.path,
            entry.tree.span_of(("definition",)),
            f"The definition has {len(entry.fields.definition)} characters; "
            f"{LONGEST} fit on the card.",
            "Keep what sets the concept apart, and move the rest to `scope_note` or below.",
        )


RULE = Rule(FAULT, __doc__, covers=("W17",), check_entry=check_entry)
