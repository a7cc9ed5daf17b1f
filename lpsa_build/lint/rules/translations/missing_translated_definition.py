"""A translation has a label and no definition.

**What it finds**

A translation without `definition`, where at least half of the translations into that language have
one: as long as most are labels only, no one of them is behind.

**Why it matters**

Readers of that language see the label, and then an English definition, while other entries are
translated in full.

**Bad**

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

```glossary/tax.md
---
term: tax
definition: Payment that the law demands.
domain: fiscal
status: draft
translations:
  fr: {term: impôt, definition: Versement que la loi exige., revision: 1}
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

```glossary/tax.md
---
term: tax
definition: Payment that the law demands.
domain: fiscal
status: draft
translations:
  fr: {term: impôt, revision: 1}
---
```

**Fix**

Translate the definition, and give the translation the `revision` of the original.
"""

# Over 80 lines: the manual shows whole files, before and after.
from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from lpsa_build.lint.content import Content
from lpsa_build.lint.rule import Rule
from lpsa_build.model.values import Status
from lpsa_build.source.finding import Fault, Finding, Severity

FAULT = Fault(
    "LPSA509",
    "missing-translated-definition",
    Severity.ADVICE,
    "A translation has a label and no definition.",
)


def check_all(content: Content) -> Iterator[Finding]:
    """Yield a finding at each translation without definition in a language where most have one."""
    terms = [
        term
        for term in content.knowledge.terms.values()
        if term.fields.status is not Status.DEPRECATED
    ]
    labels: Counter[str] = Counter()
    defined: Counter[str] = Counter()
    for term in terms:
        for language, translation in term.fields.translations.items():
            labels[language] += 1
            defined[language] += translation.definition is not None
    for term in terms:
        for language, translation in term.fields.translations.items():
            if not translation.definition and 2 * defined[language] >= labels[language]:
                yield FAULT.at(
                    term.path,
                    term.tree.key_span_of(("translations", language)),
                    f"The definition is not translated into this language ({language}).",
                    "Add `definition`, and the `revision` that it translates.",
                )


RULE = Rule(FAULT, __doc__, covers=("W43",), check_all=check_all)
