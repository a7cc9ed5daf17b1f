"""One work stands in the bibliography twice.

**What it finds**

Two references with the same DOI, with the same address and year, or with the same title and year by
the same authors.

**Why it matters**

A reader who counts sources counts one for two. Corrections reach one of the entries only.

**Bad**

```content/references.yml
references:
  - {id: one, type: webpage, title: On money, issued: {date-parts: [[2020]]}, URL: "https://example.org/m"}
  - {id: two, type: webpage, title: Money, issued: {date-parts: [[2020]]}, URL: "https://example.org/m/"}
```

**Good**

```content/references.yml
references:
  - {id: one, type: webpage, title: On money, issued: {date-parts: [[2020]]}, URL: "https://example.org/m"}
```

**Fix**

Keep one, and name it where the other was cited; pages and sections are told with `at`.
"""

from __future__ import annotations

from collections.abc import Iterator

from lpsa_build.lint.bibliography import places
from lpsa_build.lint.content import Content
from lpsa_build.lint.rule import Rule
from lpsa_build.model.reference import Reference
from lpsa_build.source.finding import Fault, Finding, Severity

FAULT = Fault("LPSA713", "twin-references", Severity.WARNING, "One work is listed twice.")


def check_all(content: Content) -> Iterator[Finding]:
    """Yield a finding at each reference whose work is listed above it."""
    where, first = content.once(places), dict[str, str]()
    for entry in content.knowledge.references.values():
        twins = {first.setdefault(key, entry.id) for key in _keys(entry.fields)} - {entry.id}
        if twins:
            yield FAULT.at(
                entry.path,
                entry.tree.span_of((*where[entry.id], "id")),
                f"“{entry.id}” is the same work as “{min(twins)}”.",
                "Keep one, and name it where the other is cited.",
            )


def _keys(reference: Reference) -> Iterator[str]:
    """Yield what no two works have in common."""
    year = reference.issued.year if reference.issued else None
    if reference.url:  # editions of several years may share a page
        yield f"{year} {reference.url.partition('://')[2].removeprefix('www.').rstrip('/')}"
    if reference.doi:
        yield f"doi {reference.doi.lower()}"
    yield f"{reference.authors} {year} {' '.join(reference.title.casefold().split())}"


RULE = Rule(FAULT, __doc__, covers=("W49",), check_all=check_all)
