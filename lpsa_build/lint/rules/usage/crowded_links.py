"""A paragraph holds more links than a reader can take in.

**What it finds**

A paragraph, list item or table cell with more than eight links to terms, at least three of which
were made by hand. What the build links by itself is limited by `links_per_paragraph` in
`mkdocs.yml`.

**Why it matters**

Where nearly everything is a link, none of them says "look here". Readers complain of nothing more
often in glossaries.

**Bad**

```glossary/grant.md
---
term: grant
definition: Money from another level of government.
domain: fiscal
status: draft
---
```

```content/index.md
---
title: Money
---
[[grant|One]], [[grant|two]], [[grant|three]], [[grant|four]], [[grant|five]], [[grant|six]],
[[grant|seven]], [[grant|eight]] and [[grant|nine]].
```

**Good**

```glossary/grant.md
---
term: grant
definition: Money from another level of government.
domain: fiscal
status: draft
---
```

```content/index.md
---
title: Money
---
[[grant|One]], two, three, four, five, six, seven, eight and nine.
```

**Fix**

Keep the links that a reader needs here, and take the brackets off the others.
"""

# Over 80 lines: the manual shows whole files, before and after.
from __future__ import annotations

from collections.abc import Iterator

from lpsa_build.lint.content import Content
from lpsa_build.lint.rule import Rule
from lpsa_build.mentions.policy import Mention
from lpsa_build.model.knowledge import Entry
from lpsa_build.model.values import Record
from lpsa_build.source.finding import Fault, Finding, Severity
from lpsa_build.source.yaml_tree import Path

FAULT = Fault("LPSA417", "crowded-links", Severity.ADVICE, "A paragraph holds very many links.")
MOST = 8
MOST_BY_HAND = 2


def check_entry(content: Content, entry: Entry[Record]) -> Iterator[Finding]:
    """Yield a finding at the first link by hand of each crowded paragraph."""
    paragraphs: dict[tuple[Path, int], list[Mention]] = {}
    for mention in content.mentions(entry):
        if mention.linked:
            place = mention.writing.prose.paragraph_at(mention.start)
            paragraphs.setdefault((mention.field, place), []).append(mention)
    for links in paragraphs.values():
        by_hand = [mention for mention in links if mention.marked]
        if len(links) > MOST and len(by_hand) > MOST_BY_HAND:
            yield FAULT.at(
                by_hand[0].path,
                by_hand[0].span,
                f"This paragraph holds {len(links)} links to terms, {len(by_hand)} made by hand.",
                "Keep those that a reader needs here.",
            )


RULE = Rule(FAULT, __doc__, covers=("W28",), check_entry=check_entry)
