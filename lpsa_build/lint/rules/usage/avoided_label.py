"""A label that the glossary asks to avoid stands in the text.

**What it finds**

Words in running text or headings that an entry lists under `avoid`. Quotations, titles, code and
names are left alone, and so are the page of the entry itself, what others mean by a word (`gist`),
and house rules: there the label is talked about.

**Why it matters**

Two words for one thing look like two things. Labels are avoided because readers have taken them for
something else.

**Bad**

```glossary/own-source-revenue.md
---
term: own-source revenue
avoid: [local revenue]
definition: Money that a subnational government raises under its own authority.
domain: fiscal
status: draft
---
```

```content/index.md
---
title: Money
---
A local revenue is raised by the council itself.
```

**Good**

```glossary/own-source-revenue.md
---
term: own-source revenue
avoid: [local revenue]
definition: Money that a subnational government raises under its own authority.
domain: fiscal
status: draft
---
```

```content/index.md
---
title: Money
---
An own-source revenue is raised by the council itself.
The council calls it "local revenue".
```

**Fix**

Write the preferred label. `lpsa check --fix` does so, in the same number and with the same
capitals. If somebody else's words are given, put them between quotation marks.
"""

# Over 80 lines: the manual shows whole files, before and after.
from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from lpsa_build.lint.avoided import avoided_label
from lpsa_build.lint.content import Content
from lpsa_build.lint.names import part_of_name
from lpsa_build.lint.replacing import replace_words, replacement
from lpsa_build.lint.rule import Rule
from lpsa_build.lint.summaries import IN_HEADING, mentions_in_headings, mentions_with_summary
from lpsa_build.lint.talk import is_talk
from lpsa_build.mentions.forms import labels_in
from lpsa_build.mentions.policy import OWN_PAGE
from lpsa_build.model.knowledge import Entry
from lpsa_build.model.values import Record
from lpsa_build.source.finding import Fault, Finding, Severity

FAULT = Fault(
    "LPSA406", "avoided-label", Severity.WARNING, "A label that the glossary avoids is used."
)


def check_entry(content: Content, entry: Entry[Record]) -> Iterator[Finding]:
    """Yield a finding at each avoided label in the texts of an entry."""
    for mention in chain(
        mentions_with_summary(content, entry), mentions_in_headings(content, entry)
    ):
        text, start, end = mention.writing, mention.start, mention.end
        label = avoided_label(content, mention)
        own = mention.reason == OWN_PAGE and mention.field != ("definition",)
        if not label or own or is_talk(text, start):
            continue
        if part_of_name(text.text, start, end):
            continue
        term = content.knowledge.terms[mention.term].fields
        labels = labels_in(term, mention.language, content.settings.language)
        preferred = labels.term if labels else term.term
        words = replacement(text, start, end, preferred)
        yield FAULT.at(
            mention.path,
            mention.span,
            f"“{' '.join(mention.text.split())}” is to be avoided for “{preferred}”.",
            f"Write “{words}”, or put the words of somebody else between quotation marks.",
            fix=replace_words(text, start, end, words)
            if mention.language == "en" and mention.reason != IN_HEADING
            else None,  # other words give a heading another address
        )


RULE = Rule(FAULT, __doc__, covers=("W20",), check_entry=check_entry)
