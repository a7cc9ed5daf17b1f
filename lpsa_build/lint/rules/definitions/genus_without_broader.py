"""The definition begins with another term of the glossary, but `broader` is missing.

**What it finds**

A term without `broader` whose definition begins with the label of another entry, as the kind of
thing that it is. English only.

**Why it matters**

The sentence says that this is a kind of the other concept. Without the field, neither page shows
it, and the tree of concepts has a gap.

**Bad**

```glossary/transfer.md
---
term: transfer
definition: Money that one level of government gives to another.
domain: fiscal
status: draft
---
```

```glossary/conditional-grant.md
---
term: conditional grant
definition: Transfer whose use is tied to a set purpose.
domain: fiscal
status: draft
---
```

**Good**

```glossary/transfer.md
---
term: transfer
definition: Money that one level of government gives to another.
domain: fiscal
status: draft
---
```

```glossary/conditional-grant.md
---
term: conditional grant
definition: Transfer whose use is tied to a set purpose.
domain: fiscal
status: draft
broader: [transfer]
---
```

**Fix**

Name the entry in `broader`. If the word means something else here, begin with another one.
"""
# Over 80 lines: the fault lies between two files.

from __future__ import annotations

from collections.abc import Iterator

from lpsa_build.language.folding import folded_words
from lpsa_build.lint.content import Content
from lpsa_build.lint.genus import naming
from lpsa_build.lint.rule import Rule
from lpsa_build.model.knowledge import Entry
from lpsa_build.model.values import Record
from lpsa_build.source.finding import Fault, Finding, Severity

FAULT = Fault(
    "LPSA319",
    "genus-without-broader",
    Severity.ADVICE,
    "The definition names a wider term, `broader` does not.",
)


def check_entry(content: Content, entry: Entry[Record]) -> Iterator[Finding]:
    """Yield a finding at the genus of a definition if it is a term and `broader` is empty."""
    for definition in content.definitions(entry)[:1]:
        genus = definition.genus
        if genus is None or definition.points_elsewhere or definition.entry.fields.broader:
            continue
        for other in naming(content, folded_words(definition.plain[genus.start : genus.end])):
            if other.id != entry.id:
                yield FAULT.at(
                    entry.path,
                    definition.span(genus.start, genus.end),
                    f"The definition says that this is a kind of “{other.fields.term}”, "
                    "but `broader` does not.",
                    f"Add `broader: [{other.id}]`, or begin with another word.",
                )


RULE = Rule(FAULT, __doc__, covers=("W12", "W35"), check_entry=check_entry)
