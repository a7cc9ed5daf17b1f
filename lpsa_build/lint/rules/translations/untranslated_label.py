"""A translated label is the English word.

**What it finds**

A label under `translations` that is the same as the English one. Names (labels with capitals),
abbreviations, and translations that a native reader has reviewed are let pass: some words are the
same in both languages.

**Why it matters**

Mostly the English word was left in as a placeholder.

**Bad**

```glossary/grant.md
---
term: grant
definition: Money that a public body gives without asking for it back.
domain: fiscal
status: draft
translations:
  fr: {term: grant, revision: 1}
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
  es: {term: grant, revision: 1, status: reviewed}
---
```

**Fix**

Write the word of that language. If it is the same one, let a native reader confirm it, and set
`status: reviewed`.
"""

from __future__ import annotations

from collections.abc import Iterator

from lpsa_build.lint.content import Content
from lpsa_build.lint.rule import Rule
from lpsa_build.model.knowledge import Entry
from lpsa_build.model.term import Term, TranslationStatus
from lpsa_build.model.values import Record
from lpsa_build.source.finding import Fault, Finding, Severity

FAULT = Fault(
    "LPSA508", "untranslated-label", Severity.ADVICE, "A translated label is the English word."
)


def check_entry(_: Content, entry: Entry[Record]) -> Iterator[Finding]:
    """Yield a finding at each unreviewed label that is the same as the original."""
    term = entry.fields
    if not isinstance(term, Term) or not term.term.islower():
        return
    for language, translation in term.translations.items():
        unreviewed = translation.status is TranslationStatus.UNREVIEWED
        if unreviewed and translation.term.casefold() == term.term.casefold():
            yield FAULT.at(
                entry.path,
                entry.tree.span_of(("translations", language, "term")),
                f"“{translation.term}” is the English label.",
                "Write the word of this language, or set `status: reviewed` if it is the same.",
            )


RULE = Rule(FAULT, __doc__, covers=("W43",), check_entry=check_entry)
