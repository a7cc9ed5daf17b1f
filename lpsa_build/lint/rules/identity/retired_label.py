"""A label says that the term is withdrawn, and its status does not.

**What it finds**

A term that is not deprecated and whose label or title says “obsolete”, “deprecated”, “retired” or
“withdrawn” at its beginning, at its end or in brackets.

**Why it matters**

Programs read the status, people the label. Each of them is told something else, and links go on
being made to what nobody is to use.

**Bad**

```glossary/subvention.md
---
term: subvention (obsolete)
definition: Money that is given away.
domain: fiscal
status: reviewed
sources: [{ref: somebody}]
---
```

```content/references.yml
references:
  - {id: somebody, type: book, title: On money}
```

**Good**

```glossary/subvention.md
---
term: subvention
definition: Money that is given away.
domain: fiscal
status: deprecated
reason: Means too many things.
---
```

**Fix**

Write `status: deprecated` with `replaced_by` or `reason`, and take the word out of the label.
"""

# Over 80 lines: the example needs a reference, too.
from __future__ import annotations

import re
from collections.abc import Iterator

from lpsa_build.lint.content import Content
from lpsa_build.lint.rule import Rule
from lpsa_build.model.knowledge import Entry
from lpsa_build.model.pages import Primer
from lpsa_build.model.term import Term
from lpsa_build.model.values import Record, Status
from lpsa_build.source.finding import Fault, Finding, Severity

FAULT = Fault("LPSA110", "retired-label", Severity.ERROR, "A label contradicts the status.")
WORD = "obsolete|deprecated|retired|withdrawn|superseded"
RETIRED = re.compile(
    rf"^(?P<first>{WORD})\s*[:—–-]|^(?P<adjective>deprecated)\s|[(\[](?P<inside>{WORD})[)\]]|[:,—–-]\s*(?P<last>{WORD})$",
    re.IGNORECASE,
)  # English words: labels of translations are not looked at


def check_entry(_: Content, entry: Entry[Record]) -> Iterator[Finding]:
    """Yield a finding at each label that says more than the status does."""
    if not isinstance(entry.fields, Term | Primer):
        return
    field = "term" if isinstance(entry.fields, Term) else "title"
    match = RETIRED.search(getattr(entry.fields, field))
    if match and entry.fields.status is not Status.DEPRECATED:
        word = next(filter(None, match.groupdict().values()))
        yield FAULT.at(
            entry.path,
            entry.tree.span_of((field,)),
            f"The label says “{word}”, the status says {entry.fields.status}.",
            "Write `status: deprecated`, and take the word out of the label.",
        )


RULE = Rule(FAULT, __doc__, covers=("E22",), check_entry=check_entry)
