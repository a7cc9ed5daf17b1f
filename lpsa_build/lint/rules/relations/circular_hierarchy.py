"""The hierarchy runs in a circle: a term stands above itself.

**What it finds**

Terms that are, through `broader` and `part_of`, a kind or a part of themselves; and primers that
are to be read before each other. The shortest circle is shown, at each line that makes it up.

**Why it matters**

“A is a kind of B” and “B is a kind of A” cannot both be true, unless the two are one concept. A
reader who goes up the hierarchy never arrives, and exports are refused by other systems.

**Bad**

```glossary/grant.md
---
term: grant
definition: Money that a public body gives to a subnational government.
domain: fiscal
status: draft
broader: [transfer]
---
```

```glossary/transfer.md
---
term: transfer
definition: Flow of money from one level of government to another.
domain: fiscal
status: draft
broader: [grant]
---
```

**Good**

```glossary/grant.md
---
term: grant
definition: Money that a public body gives to a subnational government.
domain: fiscal
status: draft
broader: [transfer]
---
```

```glossary/transfer.md
---
term: transfer
definition: Flow of money from one level of government to another.
domain: fiscal
status: draft
---
```

**Fix**

Take out the line that is not true. If both seem true, the two entries are one concept: merge them.
"""

# Over 80 lines: the example needs two terms, twice.
from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise

from lpsa_build.lint.content import Content
from lpsa_build.lint.hierarchy import HIERARCHY, find_cycles, named
from lpsa_build.lint.rule import Rule
from lpsa_build.model.knowledge import Entry
from lpsa_build.model.values import Record
from lpsa_build.source.finding import Fault, Finding, Severity

FAULT = Fault("LPSA203", "circular-hierarchy", Severity.ERROR, "A term stands above itself.")


def check_all(content: Content) -> Iterator[Finding]:
    """Yield a finding at each line of each shortest circle."""
    knowledge = content.knowledge
    yield from _circles(knowledge.terms, *HIERARCHY)
    yield from _circles(knowledge.primers, "prerequisites")


def _circles(entries: Mapping[str, Entry[Record]], *fields: str) -> Iterator[Finding]:
    graph = {key: [name for _, name in named(entry, *fields)] for key, entry in entries.items()}
    for cycle in find_cycles(graph):
        way = " → ".join(cycle)
        for lower, upper in pairwise(cycle):
            entry = entries[lower]
            path = next(path for path, name in named(entry, *fields) if name == upper)
            yield FAULT.at(
                entry.path,
                entry.tree.span_of(path),
                f"“{path[0]}” runs in a circle: {way}.",
                "Take out the one of these relations that is not true.",
            )


RULE = Rule(FAULT, __doc__, covers=("E16",), check_all=check_all)
