"""A translation claims to be newer than its original.

**What it finds**

A translation of a term whose `revision`, and a translated primer or text whose `translates`, is
higher than the `revision` of the original.

**Why it matters**

There is no such revision yet. Once there is one, the translation will be taken for up to date, and
nobody will look at it.

**Bad**

```glossary/grant.md
---
term: grant
definition: Money that a public body gives without asking for it back.
domain: fiscal
status: draft
translations:
  fr: {term: subvention, revision: 2}
---
```

**Good**

```glossary/grant.md
---
term: grant
definition: Money that a public body gives without asking for it back.
domain: fiscal
status: draft
translations:
  fr: {term: subvention, revision: 1}
---
```

**Fix**

Write the revision of the original that was translated. If the meaning of the original has changed,
its own `revision` was not raised: raise it.
"""

from __future__ import annotations

from collections.abc import Iterator

from lpsa_build.lint.content import Content
from lpsa_build.lint.revisions import translated_revisions
from lpsa_build.lint.rule import Rule
from lpsa_build.source.finding import Fault, Finding, Severity

FAULT = Fault(
    "LPSA503", "translation-ahead", Severity.WARNING, "A translation is ahead of its original."
)


def check_all(content: Content) -> Iterator[Finding]:
    """Yield a finding at each translation of a revision that is not there yet."""
    for translated in translated_revisions(content):
        if translated.revision > translated.current:
            yield FAULT.at(
                translated.path,
                translated.span,
                f"This translates revision {translated.revision}, and the original is at "
                f"{translated.current}.",
                "Write the revision that was translated, or raise that of the original.",
            )


RULE = Rule(FAULT, __doc__, covers=("W43",), check_all=check_all)
