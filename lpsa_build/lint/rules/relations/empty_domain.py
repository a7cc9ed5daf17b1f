"""A domain of mkdocs.yml has no term.

**What it finds**

A domain under `plugins: lpsa: domains:` in `mkdocs.yml` to which no term belongs.

**Why it matters**

The site has a page for each domain. This one is empty, and a reader who opens it learns only that
nobody has written for it.

**Bad**

```glossary/grant.md
---
term: grant
definition: Money that is given away.
domain: fiscal
status: draft
---
```

**Good**

```glossary/grant.md
---
term: grant
definition: Money that is given away.
domain: fiscal
status: draft
---
```

```glossary/council.md
---
term: council
definition: Assembly that decides for a place.
domain: governance
status: draft
---
```

**Fix**

Write a first term, or take the domain out of `mkdocs.yml`.
"""

from __future__ import annotations

from collections.abc import Iterator

from lpsa_build.lint.content import Content
from lpsa_build.lint.rule import Rule
from lpsa_build.source.finding import FILE_START, Fault, Finding, Severity

FAULT = Fault("LPSA218", "empty-domain", Severity.WARNING, "A domain has no term.")


def check_all(content: Content) -> Iterator[Finding]:
    """Yield a finding for each domain without a term, if there are terms at all."""
    used = {entry.fields.domain for entry in content.knowledge.terms.values()}
    for domain in content.settings.domains.values():
        if used and domain.id not in used:
            yield FAULT.at(
                "mkdocs.yml",
                FILE_START,
                f"No term belongs to the domain “{domain.id}” ({domain.title}).",
                "Write a first term, or take the domain out of `plugins: lpsa: domains:`.",
            )


RULE = Rule(FAULT, __doc__, covers=("W39", "W34"), check_all=check_all, of_absence=True)
