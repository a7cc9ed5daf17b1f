"""A reviewed translation lacks a kind of label that the original has.

**What it finds**

A translation with `status: reviewed` or `approved` that has no `aliases` (or `variants`), no
`avoid` or no `abbreviation`, where the original has some.

**Why it matters**

Readers of that language search by their own synonyms, and writers are not warned of the misleading
ones. How many there are differs from language to language; that there are none is rare.

**Bad**

```glossary/grant.md
---
term: grant
definition: Money that a public body gives without asking for it back.
domain: fiscal
status: draft
aliases: [subvention]
translations:
  fr: {term: subvention, revision: 1, status: reviewed}
---
```

**Good**

```glossary/grant.md
---
term: grant
definition: Money that a public body gives without asking for it back.
domain: fiscal
status: draft
aliases: [subvention]
translations:
  fr: {term: subvention, aliases: [don], revision: 1, status: reviewed}
---
```

**Fix**

Add the synonyms of that language. If there really are none, an exemption in the file says so.
"""

# Over 80 lines: the manual shows whole files, before and after.
from __future__ import annotations

from collections.abc import Iterator

from lpsa_build.lint.content import Content
from lpsa_build.lint.rule import Rule
from lpsa_build.model.knowledge import Entry
from lpsa_build.model.term import Term, Translation, TranslationStatus
from lpsa_build.model.values import Record, Status
from lpsa_build.source.finding import Fault, Finding, Severity

FAULT = Fault(
    "LPSA506",
    "fewer-labels",
    Severity.ADVICE,
    "A reviewed translation lacks a kind of label that the original has.",
)


def check_entry(_: Content, entry: Entry[Record]) -> Iterator[Finding]:
    """Yield a finding at each reviewed translation that lacks a kind of label."""
    term = entry.fields
    if not isinstance(term, Term) or term.status is Status.DEPRECATED:
        return
    for language, translation in term.translations.items():
        if translation.status is TranslationStatus.UNREVIEWED:
            continue
        if lacking := [*_lacking(term, translation)]:
            yield FAULT.at(
                entry.path,
                entry.tree.key_span_of(("translations", language)),
                f"The original has {', '.join(lacking)}; this reviewed translation has none.",
                "Add the words that this language has.",
            )


def _lacking(term: Term, translation: Translation) -> Iterator[str]:
    if term.aliases and not translation.aliases and not translation.variants:
        yield f"{len(term.aliases)} under `aliases`"
    if term.avoid and not translation.avoid:
        yield f"{len(term.avoid)} under `avoid`"
    if term.abbreviation and not translation.abbreviation:
        yield "an `abbreviation`"


RULE = Rule(FAULT, __doc__, covers=("W43",), check_entry=check_entry)
