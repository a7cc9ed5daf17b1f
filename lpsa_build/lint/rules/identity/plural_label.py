"""The term is in the plural.

**What it finds**

An English label whose head noun looks like a plural (grants, women, indices), unless the entry says
`plurale_tantum: true`.

**Why it matters**

Labels are in the singular, so that everybody finds them at the same place. The plural links by
itself.

**Bad**

```glossary/grant.md
---
term: conditional grants
definition: Transfers whose use is tied to a set purpose.
domain: fiscal
status: draft
---
```

**Good**

```glossary/grant.md
---
term: conditional grant
definition: Transfer whose use is tied to a set purpose.
domain: fiscal
status: draft
---
```

**Fix**

Write the singular. If the word has none in this sense (arrears), add `plurale_tantum: true`.
"""
# Over 80 lines: words that only look like plurals are written out.

from __future__ import annotations

import re
from collections.abc import Iterator

from lpsa_build.language.english import singulars
from lpsa_build.language.noun_phrase import noun_phrase
from lpsa_build.lint.content import Content
from lpsa_build.lint.rule import Rule
from lpsa_build.model.knowledge import Entry
from lpsa_build.model.term import Term
from lpsa_build.model.values import Record, Status
from lpsa_build.source.finding import Edit, Fault, Finding, Fix, Severity

FAULT = Fault("LPSA130", "plural-label", Severity.WARNING, "The term is in the plural.")
SINGULAR = re.compile(
    r".*(?:ics|ius|ness|itis)|series|species|news|means|headquarters|lens|gas|bias|canvas|atlas|alias|"
    r"chaos|ethos|cosmos|kubernetes|data|media|people|always|perhaps|congress|bus|plus|asbestos|"
    r"pancreas|christmas|diabetes|crossroads|barracks|mathematics|aids|sepsis"
)
"""Words that look like plurals, or whose plural is used as a singular."""
NUMERAL = re.compile(
    r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten|twelve)\b", re.IGNORECASE
)

INNER = re.compile(r"-(?:and|at|by|for|in|of|on|to)-")
"""A word of several, whose head is not its end: bag-of-words."""


def check_entry(content: Content, entry: Entry[Record]) -> Iterator[Finding]:
    """Yield a finding at the head noun of a label in the plural."""
    fields = entry.fields
    if not isinstance(fields, Term) or fields.plurale_tantum or entry.language != "en":
        return
    phrase = noun_phrase(fields.term)
    if phrase is None or fields.status is Status.DEPRECATED:
        return
    head = fields.term[phrase.end - len(phrase.head) : phrase.end]
    possessive = fields.term[phrase.end :][:1] in {"'", "’"}
    if (
        possessive
        or SINGULAR.fullmatch(head.lower())
        or head != head.lower()
        or NUMERAL.match(fields.term)
        or INNER.search(head)
    ):
        return  # a capital makes a name: United Cities
    if found := singulars(head):
        span = entry.tree.span_of(("term",))
        singular = fields.term[: phrase.end - len(head)] + found[0] + fields.term[phrase.end :]
        yield FAULT.at(
            entry.path,
            span,
            f"The label “{fields.term}” is in the plural.",
            f"Write “{singular}”, or add `plurale_tantum: true` if there is no singular.",
            fix=Fix(False, (Edit(entry.path, span, singular),)) if ":" not in singular else None,
        )


RULE = Rule(FAULT, __doc__, covers=("W10",), check_entry=check_entry)
