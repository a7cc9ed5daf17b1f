"""The text uses a term that has been withdrawn.

**What it finds**

A mention, in running text, of a term whose entry has `status: deprecated`. The page of the old
entry, that of its successor, other deprecated entries and talk about the word ("formerly called …")
are left alone. Definitions are a matter of `deprecated-in-definition`.

**Why it matters**

The reader learns a word that the site has given up, and finds a page that says so.

**Bad**

```glossary/local-income.md
---
term: local income
definition: Money that comes in at the local level.
domain: fiscal
status: deprecated
replaced_by: own-source-revenue
---
```

```glossary/own-source-revenue.md
---
term: own-source revenue
definition: Money that a government raises under its own authority.
domain: fiscal
status: draft
---
```

```content/index.md
---
title: Money
---
The local income of cities grows.
```

**Good**

```glossary/local-income.md
---
term: local income
definition: Money that comes in at the local level.
domain: fiscal
status: deprecated
replaced_by: own-source-revenue
---
```

```glossary/own-source-revenue.md
---
term: own-source revenue
definition: Money that a government raises under its own authority.
domain: fiscal
status: draft
---
```

```content/index.md
---
title: Money
---
The own-source revenue of cities grows, which was formerly called local income.
```

**Fix**

Use the successor that the entry names. `lpsa check --fix --unsafe` does so; read the sentence
afterwards, since the successor may not mean quite the same.
"""

# Over 80 lines: the manual shows whole files, before and after.
from __future__ import annotations

from collections.abc import Iterator

from lpsa_build.lint.content import Content
from lpsa_build.lint.names import part_of_name
from lpsa_build.lint.replacing import replace_words, replacement
from lpsa_build.lint.rule import Rule
from lpsa_build.lint.summaries import mentions_with_summary
from lpsa_build.lint.talk import DEFINING, is_talk
from lpsa_build.mentions.forms import labels_in
from lpsa_build.mentions.policy import Mention
from lpsa_build.model.addresses import Kind
from lpsa_build.model.knowledge import Entry
from lpsa_build.model.values import Record, Status
from lpsa_build.source.finding import Fault, Finding, Fix, Severity

FAULT = Fault(
    "LPSA410", "deprecated-label", Severity.WARNING, "The text uses a term that is withdrawn."
)


def check_entry(content: Content, entry: Entry[Record]) -> Iterator[Finding]:
    """Yield a finding at each mention of a deprecated term in the text of a live entry."""
    if getattr(entry.fields, "status", None) is Status.DEPRECATED:
        return
    for mention in mentions_with_summary(content, entry):
        term = content.knowledge.terms.get(mention.term)
        if term is None or term.fields.status is not Status.DEPRECATED:
            continue
        about_it = entry.kind is Kind.TERM and entry.id in {term.id, term.fields.replaced_by}
        if about_it or mention.field[0] in DEFINING or _is_let_pass(mention):
            continue
        words, fix = _successor(content, mention, term.fields.replaced_by)
        yield FAULT.at(
            mention.path,
            mention.span,
            f"“{term.fields.term}” is deprecated.",
            f"Write “{words}”." if words else "Say it in other words.",
            fix=fix,
        )


def _is_let_pass(mention: Mention) -> bool:
    text = mention.writing
    return is_talk(text, mention.start) or part_of_name(text.text, mention.start, mention.end)


def _successor(content: Content, mention: Mention, successor: str | None) -> tuple[str, Fix | None]:
    """Return the label of the successor as it would stand in the text, and the fix."""
    term = content.knowledge.terms.get(successor or "")
    labels = term and labels_in(term.fields, mention.language, content.settings.language)
    if not labels:
        return "", None
    text, start, end = mention.writing, mention.start, mention.end
    if mention.marked:
        return f"[[{successor}]]", None
    words = replacement(text, start, end, labels.term)
    english = mention.language == "en"
    return words, replace_words(text, start, end, words, safe=False) if english else None


RULE = Rule(FAULT, __doc__, covers=("W20", "E21"), check_entry=check_entry)
