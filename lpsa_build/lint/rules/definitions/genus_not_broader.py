"""The definition begins with another concept than the one that `broader` names.

**What it finds**

A term whose definition does not begin with a label of an entry under `broader`, with the last word
of one, or with a word that the definition of that entry begins with or enumerates. English only.

**Why it matters**

The sentence says that the thing is a kind of one concept, the field that it is a kind of another.
One of them is wrong, and the tree of concepts is built from the field.

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
definition: Contract under which money is spent on a set purpose.
domain: fiscal
status: draft
broader: [transfer]
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

Begin the definition with the broader term, or name in `broader` the concept that it begins with.
"""
# Over 80 lines: the fault lies between two files.

from __future__ import annotations

from collections.abc import Iterator

from lpsa_build.language.noun_phrase import NounPhrase
from lpsa_build.lint.content import Content
from lpsa_build.lint.defining import Definition
from lpsa_build.lint.genus import begins_with, broader_of, is_known_kind
from lpsa_build.lint.rule import Rule
from lpsa_build.source.finding import Fault, Finding, Severity

FAULT = Fault(
    "LPSA312",
    "genus-not-broader",
    Severity.WARNING,
    "The definition and `broader` name different wider concepts.",
)


def check_all(content: Content) -> Iterator[Finding]:
    """Yield a finding at the genus of each definition that `broader` does not name."""
    for term in content.knowledge.terms.values():
        for definition in content.definitions(term)[:1]:
            if definition.genus and not definition.points_elsewhere:
                yield from _compare(content, definition, definition.genus)


def _compare(content: Content, definition: Definition, genus: NounPhrase) -> Iterator[Finding]:
    entry = definition.entry
    words = definition.plain[genus.start : genus.end]
    wider = broader_of(content, entry)
    if wider and not any(
        begins_with(definition, term) or is_known_kind(content, definition, term) for term in wider
    ):
        labels = " or ".join(f"“{term.fields.term}”" for term in wider)
        first = wider[0].fields.term
        yield FAULT.at(
            entry.path,
            definition.span(genus.start, genus.end),
            f"The definition begins with “{words}”, but `broader` names {labels}.",
            f"Begin with “{first[:1].upper()}{first[1:]}”, or change `broader`.",
        )


RULE = Rule(FAULT, __doc__, covers=("W12",), check_all=check_all)
