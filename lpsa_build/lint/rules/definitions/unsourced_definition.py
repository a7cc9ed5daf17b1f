"""Nobody can look up where the definition comes from.

**What it finds**

A draft without `sources` (from the status `reviewed` on, a missing source is an error already); and
a source of a definition whose item in `content/references.yml` has no web address, DOI, ISBN or
container, nor a date with a publisher or author.

**Why it matters**

A reader who doubts a definition has to be able to open what it rests on.

**Bad**

```glossary/grant.md
---
term: grant
definition: Money that a public body gives to another without asking it back.
domain: fiscal
status: draft
---
```

**Good**

```glossary/grant.md
---
term: grant
definition: Money that a public body gives to another without asking it back.
domain: fiscal
status: draft
sources:
  - {ref: oecd-2019, at: "p. 41"}
---
```

```content/references.yml
references:
  - id: oecd-2019
    type: book
    title: Making Decentralisation Work
    URL: https://www.oecd.org/
```

**Fix**

Add a source. To a reference, add `URL`, `DOI` or `ISBN`, or its date and publisher.
"""
# Over 80 lines: it looks at entries and at the references as well.

from __future__ import annotations

from collections.abc import Iterator

from lpsa_build.lint.content import Content
from lpsa_build.lint.rule import Rule
from lpsa_build.model.knowledge import Entry
from lpsa_build.model.reference import Reference
from lpsa_build.model.values import Record, Status
from lpsa_build.source.finding import Fault, Finding, Severity

FAULT = Fault(
    "LPSA316",
    "unsourced-definition",
    Severity.WARNING,
    "Nobody can look up where the definition comes from.",
)


def check_entry(content: Content, entry: Entry[Record]) -> Iterator[Finding]:
    """Yield a finding at the definition of a draft without sources."""
    term = content.knowledge.terms.get(entry.id) if content.definitions(entry) else None
    if term and term.fields.status is Status.DRAFT and not term.fields.sources:
        yield FAULT.at(
            entry.path,
            entry.tree.key_span_of(("definition",)),
            "The definition has no source.",
            "Add `sources: [{ref: …, at: …}]`; the sources stand in content/references.yml.",
        )


def check_all(content: Content) -> Iterator[Finding]:
    """Yield a finding at each source of a definition that cannot be looked up."""
    terms = content.knowledge.terms.values()
    cited = {source.ref for term in terms for source in term.fields.sources}
    places = {reference: at for at, reference in enumerate(content.knowledge.references)}
    for name, entry in content.knowledge.references.items():
        if name in cited and not _can_be_found(entry.fields):
            yield FAULT.at(
                entry.path,
                entry.tree.span_of(("references", places[name], "id")),
                f"“{name}” cannot be looked up: it has no address, number, or date with publisher.",
                "Add `URL`, `DOI` or `ISBN`, or `issued` and `publisher`.",
            )


def _can_be_found(reference: Reference) -> bool:
    if reference.url or reference.doi or reference.isbn:
        return True
    where = reference.container_title or reference.publisher or reference.authors
    return bool(reference.issued and where)


RULE = Rule(FAULT, __doc__, covers=("W16",), check_entry=check_entry, check_all=check_all)
