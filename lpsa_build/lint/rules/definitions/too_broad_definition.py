"""The definition does not set the concept apart from the wider one.

**What it finds**

A definition that names the wider concept and says no more, or whose words nearly all stand in the
definition of the wider concept already.

**Why it matters**

It then fits everything that the wider concept fits. The reader does not learn what is special.

**Bad**

```glossary/grant.md
---
term: grant
definition: Intergovernmental transfer.
domain: fiscal
status: draft
---
```

**Good**

```glossary/grant.md
---
term: grant
definition: Intergovernmental transfer that need not be paid back.
domain: fiscal
status: draft
---
```

**Fix**

Ask which things are of the wider kind but not of this one, and say how they differ.
"""
# Over 80 lines: the definition is held against that of another entry.

from __future__ import annotations

from collections.abc import Iterator

from lpsa_build.language.stems import content_stems
from lpsa_build.lint.content import Content
from lpsa_build.lint.defining import Definition, all_labels
from lpsa_build.lint.genus import broader_of
from lpsa_build.lint.rule import Rule
from lpsa_build.source.finding import Fault, Finding, Severity

FAULT = Fault(
    "LPSA314",
    "too-broad-definition",
    Severity.WARNING,
    "The definition does not set the concept apart.",
)
ANY = frozenset({"kind", "sort", "type", "form", "general", "natur", "various", "whatev"})
"""Stems of words that set nothing apart: “of any kind”, “in general”."""
CONTAINED = 0.9
"""Share of a definition's words in that of the wider concept from which it adds nothing."""


def check_all(content: Content) -> Iterator[Finding]:
    """Yield a finding at each definition that adds nothing to the wider concept."""
    for definition in content.all_definitions():
        if definition.points_elsewhere or not definition.english:
            continue
        words = content_stems(definition.plain[definition.start : definition.end], "en")
        stems = [word for word in words if word not in ANY] or words
        genus = definition.genus
        kind = content_stems(definition.plain[genus.start : genus.end], "en") if genus else []
        kind = [word for word in kind if word not in ANY] or kind
        broader = broader_of(content, definition.entry)
        wider = [term for term in broader if _contains(content, term.id, stems)]
        if stems and len(stems) == len(kind) <= 3:
            yield _finding(definition, "names the wider concept and says no more")
        elif wider:
            yield _finding(definition, f"adds nothing to that of “{wider[0].fields.term}”")


def _contains(content: Content, wider: str, stems: list[str]) -> bool:
    """Tell whether nearly all the words stand in the definition or labels of a wider term."""
    entry = content.knowledge.terms[wider]
    known = {s for d in content.definitions(entry)[:1] for s in content_stems(d.plain, "en")}
    initials = {s[:1] for s in stems if s not in known}
    for label in all_labels(entry.fields):
        known.update(content_stems(label, "en", initials))
    return sum(s in known for s in stems) > CONTAINED * len(stems)


def _finding(definition: Definition, what: str) -> Finding:
    return FAULT.at(
        definition.entry.path,
        definition.span(definition.start, definition.end),
        f"The definition {what}.",
        "Say what sets this concept apart from others of the same kind.",
    )


RULE = Rule(FAULT, __doc__, covers=("W14",), check_all=check_all)
