"""Two terms are said to be the same as one concept elsewhere.

**What it finds**

An address that stands under `exact_match` twice: in two terms, or in one.

**Why it matters**

What equals the same thing is equal. If both mappings are exact, the two terms are one concept; if
they are not, one of them sends other systems to the wrong entry.

**Bad**

```glossary/grant.md
---
term: grant
definition: Money that is given away.
domain: fiscal
status: draft
exact_match: ["https://example.com/vocabulary/grant"]
---
```

```glossary/subsidy.md
---
term: subsidy
definition: Money that lowers a price.
domain: fiscal
status: draft
exact_match: ["https://example.com/vocabulary/grant"]
---
```

**Good**

```glossary/grant.md
---
term: grant
definition: Money that is given away.
domain: fiscal
status: draft
exact_match: ["https://example.com/vocabulary/grant"]
---
```

```glossary/subsidy.md
---
term: subsidy
definition: Money that lowers a price.
domain: fiscal
status: draft
---
```

**Fix**

Keep the address where it fits exactly. `--fix` takes out what is repeated in one term.
"""

# Over 80 lines: the example needs two terms, twice.
from __future__ import annotations

from collections.abc import Iterator

from lpsa_build.lint.content import Content
from lpsa_build.lint.hierarchy import named
from lpsa_build.lint.removal import removal
from lpsa_build.lint.rule import Rule
from lpsa_build.model.knowledge import Entry
from lpsa_build.model.term import Term
from lpsa_build.source.finding import Fault, Finding, Fix, Severity
from lpsa_build.source.yaml_tree import Path

FAULT = Fault("LPSA217", "shared-mapping", Severity.ERROR, "One mapping stands in two places.")


def check_all(content: Content) -> Iterator[Finding]:
    """Yield a finding at each exact match that stands in more than one place."""
    places: dict[str, list[tuple[Entry[Term], Path]]] = {}
    for entry in content.knowledge.terms.values():
        for path, address in named(entry, "exact_match"):
            places.setdefault(address.rstrip("/"), []).append((entry, path))
    for address, found in places.items():
        others = sorted({entry.id for entry, _ in found})
        for number, (entry, path) in enumerate(found):
            again = any(entry is other for other, _ in found[:number])
            if again or len(others) > 1:
                yield FAULT.at(
                    entry.path,
                    entry.tree.span_of(path),
                    f"{address} is the exact match of {' and '.join(f'“{o}”' for o in others)}"
                    f"{', twice' if again else ''}.",
                    "Keep it where it fits exactly.",
                    fix=Fix(True, (removal(entry, path),)) if again else None,
                )


RULE = Rule(FAULT, __doc__, covers=("E18",), check_all=check_all)
