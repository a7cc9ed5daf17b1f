"""A word of a label is spelled in another way than in the glossary.

**What it finds**

In running text and headings, a spelling of a word from a preferred label that differs from it in a
hyphen or a space (`multi-level`, `own source revenue`), or in British and American endings
(`decentralisation`). The site's spelling is that of the label. A spelling that an entry lists under
`aliases` or `variants` is admitted. Quotations, titles, links and names (`Organisation for …`) keep
theirs.

**Why it matters**

Who searches for one spelling misses the pages with the other, and a page with both looks as if they
were two things.

**Bad**

```glossary/multilevel-governance.md
---
term: multilevel governance
definition: System in which governments at several levels decide together.
domain: governance
status: draft
---
```

```content/index.md
---
title: Levels
---
Sharing power means multi-level governance, and multilevel governance needs rules.
```

**Good**

```glossary/multilevel-governance.md
---
term: multilevel governance
definition: System in which governments at several levels decide together.
domain: governance
status: draft
---
```

```content/index.md
---
title: Levels
---
Sharing power means multilevel governance, and multilevel governance needs rules.
A report speaks of "multi-level governance".
```

**Fix**

Write the word as the label has it; `lpsa check --fix` does so. To change the spelling of the whole
site, change the label.
"""

# Over 80 lines: the manual shows whole files, before and after.
from __future__ import annotations

import re
from collections.abc import Iterator

from lpsa_build.language.inflection import with_capital_of
from lpsa_build.lint.avoided import avoided_label
from lpsa_build.lint.content import Content
from lpsa_build.lint.names import part_of_name
from lpsa_build.lint.replacing import replace_words
from lpsa_build.lint.rule import Rule
from lpsa_build.lint.spellings import other_spellings, own_spelling
from lpsa_build.lint.summaries import (
    IN_HEADING,
    headings,
    mentions_in_headings,
    mentions_with_summary,
    texts_with_summary,
)
from lpsa_build.lint.talk import is_talk
from lpsa_build.mentions.writing import Writing
from lpsa_build.model.knowledge import Entry
from lpsa_build.model.values import Record
from lpsa_build.source.finding import Fault, Finding, Severity

FAULT = Fault(
    "LPSA407", "mixed-spelling", Severity.WARNING, "A word is spelled otherwise than in the label."
)

GIVEN = re.compile(r"\((?:or|also)\s(?:an?\s|the\s)?$", re.IGNORECASE)


def check_entry(content: Content, entry: Entry[Record]) -> Iterator[Finding]:
    """Yield a finding at each word that is spelled otherwise than the label that it is from."""
    mentions = (*mentions_with_summary(content, entry), *mentions_in_headings(content, entry))
    avoided = {
        (mention.writing.field, mention.start): mention.end
        for mention in mentions
        if avoided_label(content, mention)
    }
    running = [(text, True) for text in texts_with_summary(content, entry)]
    for text, mend in (*running, *((text, False) for text in headings(content, entry))):
        for start, end, right in other_spellings(content, text):
            if any(f == text.field and s <= start < e for (f, s), e in avoided.items()):
                continue
            talk = is_talk(text, start) or _is_given(text, start)
            if not part_of_name(text.text, start, end) and not talk:
                yield _finding(text, start, end, right, mend=mend)
    for mention in mentions:
        given = _is_given(mention.writing, mention.start)
        if (right := own_spelling(content.knowledge, mention)) and not given:
            yield _finding(
                mention.writing,
                mention.start,
                mention.end,
                right,
                mend=mention.reason != IN_HEADING,
            )


def _is_given(text: Writing, start: int) -> bool:
    """Tell whether a spelling is given as another one: multitenancy (or multi-tenancy)."""
    return GIVEN.search(text.text, max(0, start - 12), start) is not None


def _finding(text: Writing, start: int, end: int, right: str, *, mend: bool) -> Finding:
    """Return the finding; other words would give a heading another address, so none is mended."""
    words = " ".join(text.text[start:end].split())
    right = with_capital_of(words, right)
    return FAULT.at(
        text.path,
        text.span(start, end),
        f"“{words}” is spelled “{right}” in the glossary.",
        f"Write “{right}”, or list the other spelling under `variants` of the entry.",
        fix=replace_words(text, start, end, right) if mend else None,
    )


RULE = Rule(FAULT, __doc__, covers=("W21",), check_entry=check_entry)
