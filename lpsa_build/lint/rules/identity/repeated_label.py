"""A term lists the same label twice.

**What it finds**

A label that stands twice in one language of a term: as preferred label and alias, as alias and
label to avoid, or twice in one list. Capitals, accents and spaces make no difference here.

**Why it matters**

The lists say different things. What is admitted cannot be avoided, and the SKOS Reference
(condition S13) lets a label have one of the roles only.

**Bad**

```glossary/grant.md
---
term: grant
aliases: [Grant]
definition: Money that is given away.
domain: fiscal
status: draft
---
```

**Good**

```glossary/grant.md
---
term: grant
aliases: [subvention]
definition: Money that is given away.
domain: fiscal
status: draft
---
```

**Fix**

Keep the label where it is true. `--fix` takes out a repeated alias; between an alias and a label to
avoid you decide.
"""

# Over 80 lines: it looks at five lists in five languages.
from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from lpsa_build.lint.content import Content
from lpsa_build.lint.labels import Label, labels_of
from lpsa_build.lint.removal import removal
from lpsa_build.lint.rule import Rule
from lpsa_build.model.addresses import Kind
from lpsa_build.model.knowledge import Entry
from lpsa_build.model.values import Record
from lpsa_build.source.finding import Fault, Finding, Fix, Severity

FAULT = Fault("LPSA106", "repeated-label", Severity.ERROR, "A term lists the same label twice.")


def check_entry(content: Content, entry: Entry[Record]) -> Iterator[Finding]:
    """Yield a finding at each label that the same language of the term has already."""
    term = content.knowledge.terms.get(entry.id) if entry.kind is Kind.TERM else None
    own = content.settings.language
    for language in content.settings.languages if term else ():
        seen: dict[str, Label] = {}
        for label in labels_of(term, language, own) if term else ():
            first = seen.setdefault(_plain(label.text), label)
            if first is not label:
                yield _finding(entry, label, first)


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).casefold().split())


def _finding(entry: Entry[Record], label: Label, first: Label) -> Finding:
    one_list = first.field == label.field
    alike = label.field != "avoid" or one_list
    return FAULT.at(
        entry.path,
        label.span,
        f"“{label.text}” stands here twice."
        if one_list
        else f"“{label.text}” already stands under `{first.field}`.",
        "Take it out here." if alike else "Keep it in one of the two.",
        fix=Fix(True, (removal(entry, label.path),))
        if alike and label.path[-1:] != ("abbreviation",)
        else None,
    )


RULE = Rule(FAULT, __doc__, covers=("E11",), check_entry=check_entry)
