"""A term is said to be the same as a page of this site.

**What it finds**

An address of this site under `exact_match`.

**Why it matters**

`exact_match` names the same concept in other vocabularies. Two entries of ours that are the same
concept are one entry too many; two that are not are related in another way (SKOS keeps mappings for
concepts of other schemes).

**Bad**

```glossary/grant.md
---
term: grant
definition: Money that is given away.
domain: fiscal
status: draft
exact_match: ["https://example.org/glossary/transfer/"]
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

**Fix**

Name the entry under `broader`, `related` or `contrast`, or merge the two.
"""

from __future__ import annotations

from collections.abc import Iterator

from lpsa_build.lint.content import Content
from lpsa_build.lint.hierarchy import named
from lpsa_build.lint.rule import Rule
from lpsa_build.model.knowledge import Entry
from lpsa_build.model.values import Record
from lpsa_build.source.finding import Fault, Finding, Severity

FAULT = Fault("LPSA216", "inward-mapping", Severity.ERROR, "A mapping leads to this site itself.")


def check_entry(content: Content, entry: Entry[Record]) -> Iterator[Finding]:
    """Yield a finding at each address of this site among the exact matches."""
    home = _bare(content.settings.site_url)
    for path, address in named(entry, "exact_match"):
        if home and f"{_bare(address)}/".startswith(f"{home}/"):
            yield FAULT.at(
                entry.path,
                entry.tree.span_of(path),
                f"“{address}” is a page of this site.",
                "Name the entry under `broader`, `related` or `contrast`, or merge the two.",
            )


def _bare(address: str) -> str:
    """Return an address without what does not tell pages apart."""
    return address.partition("://")[2].removeprefix("www.").rstrip("/").lower()


RULE = Rule(FAULT, __doc__, covers=("E18",), check_entry=check_entry)
