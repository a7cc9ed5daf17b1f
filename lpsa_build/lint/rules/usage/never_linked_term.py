"""A term matters on a page and links nowhere on it.

**What it finds**

A term that stands in the title of a page, or three times in its text, and of which no mention is a
link, because its entry says `link: explicit` and the page has no mark, or because each paragraph
was full. Everyday words, words under `no_link`, marked with `[[!…]]` or ambiguous are let pass.

**Why it matters**

Who wants to know what the page means by the word cannot get from here to the entry, and the entry
does not list the page under "used in".

**Bad**

```glossary/devolution.md
---
term: devolution
definition: Decentralization to elected governments.
domain: fiscal
status: draft
link: explicit
---
```

```content/index.md
---
title: Money
---
Devolution came late.
Devolution went fast.
Devolution stayed.
```

**Good**

```glossary/devolution.md
---
term: devolution
definition: Decentralization to elected governments.
domain: fiscal
status: draft
link: explicit
---
```

```content/index.md
---
title: Money
---
[[devolution|Devolution]] came late.
Devolution went fast.
Devolution stayed.
```

**Fix**

Mark one mention: `[[devolution]]`. If the word is meant in another sense here, list the term under
`no_link`.
"""

# Over 80 lines: the manual shows whole files, before and after.
from __future__ import annotations

from collections.abc import Iterator

from lpsa_build.language.folding import folded_words
from lpsa_build.lint.content import Content
from lpsa_build.lint.rule import Rule
from lpsa_build.mentions.policy import OWN_PAGE, Mention
from lpsa_build.model.knowledge import Entry
from lpsa_build.model.pages import Article
from lpsa_build.model.term import LinkPolicy
from lpsa_build.model.values import Record
from lpsa_build.source.finding import Fault, Finding, Severity

FAULT = Fault(
    "LPSA415",
    "never-linked-term",
    Severity.WARNING,
    "A term matters on a page and links nowhere on it.",
)
OFTEN = 3


def check_entry(content: Content, entry: Entry[Record]) -> Iterator[Finding]:
    """Yield a finding at the first mention of each term that an article never links."""
    if not isinstance(entry.fields, Article):
        return
    mentions: dict[str, list[Mention]] = {}
    for mention in content.mentions(entry):
        if mention.term:
            mentions.setdefault(mention.term, []).append(mention)
    title = folded_words(entry.fields.title)
    for term, found in mentions.items():
        unlinked = not any(m.linked or m.reason == OWN_PAGE for m in found)
        if unlinked and _is_meant(content, entry.fields, term):
            in_title = any(_holds(title, folded_words(m.form)) for m in found)
            if in_title or len(found) >= OFTEN:
                yield FAULT.at(
                    found[0].path,
                    found[0].span,
                    f"“{content.knowledge.terms[term].fields.term}” matters on this page and is "
                    f"never linked ({found[0].reason}).",
                    f"Mark one mention: [[{term}|{found[0].form}]].",
                )


def _is_meant(content: Content, fields: Article, term: str) -> bool:
    """Tell whether nobody has asked to keep the term from linking here."""
    entry = content.knowledge.terms[term].fields
    kept = entry.common_word or entry.link is LinkPolicy.NEVER
    return not kept and term not in fields.no_link


def _holds(title: tuple[str, ...], words: tuple[str, ...]) -> bool:
    span = len(words)
    return any(title[at : at + span] == words for at in range(len(title) - span + 1))


RULE = Rule(FAULT, __doc__, covers=("W24",), check_entry=check_entry)
