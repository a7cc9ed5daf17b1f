"""A translation is older than its original.

**What it finds**

A translation of a term whose `revision`, and a translated primer or text whose `translates`, is
lower than the `revision` of the original.

**Why it matters**

The meaning of the original has changed since. Readers of the other language are told the old one.

**Bad**

```glossary/grant.md
---
term: grant
definition: Money that a public body gives without asking for it back.
domain: fiscal
status: draft
revision: 2
translations:
  fr: {term: subvention, revision: 1}
---
```

**Good**

```glossary/grant.md
---
term: grant
definition: Money that a public body gives without asking for it back.
domain: fiscal
status: draft
revision: 2
translations:
  fr: {term: subvention, revision: 2}
---
```

**Fix**

Compare the translation with the original (the page's history shows what has changed), mend it, and
raise its number. If nothing needs to change in this language, raise the number alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from lpsa_build.lint.content import Content
from lpsa_build.lint.revisions import translated_revisions
from lpsa_build.lint.rule import Rule
from lpsa_build.source.finding import Fault, Finding, Severity

FAULT = Fault("LPSA502", "stale-translation", Severity.WARNING, "A translation is out of date.")


def check_all(content: Content) -> Iterator[Finding]:
    """Yield a finding at each translation of an older revision."""
    for translated in translated_revisions(content):
        if translated.revision < translated.current:
            yield FAULT.at(
                translated.path,
                translated.span,
                f"This translates revision {translated.revision}, and the original is at "
                f"{translated.current}.",
                "Bring it up to date, and then write the number of the original.",
            )


RULE = Rule(FAULT, __doc__, covers=("W43",), check_all=check_all)
