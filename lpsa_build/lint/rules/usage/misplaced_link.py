"""A link to a term stands where a reader does not expect one.

**What it finds**

A link to a term that was made by hand (`[[id]]` or a link to its file) in the head of a table or in
a quotation, and any link made by hand in a heading.

**Why it matters**

Headings and heads of tables are read to find one's way; a link in them competes with that, and the
table of contents shows it twice. In a quotation, a link says that the author meant our sense of the
word, which we do not know.

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
## The [[grant]]

Text.
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
## The grant

A grant is paid each year.
```

**Fix**

Take the link away there. The first mention in the text below links by itself.
"""

# Over 80 lines: the manual shows whole files, before and after.
from __future__ import annotations

from collections.abc import Iterator

from lpsa_build.lint.content import Content
from lpsa_build.lint.hand_links import Blocks, hand_links, is_heading
from lpsa_build.lint.rule import Rule
from lpsa_build.mentions.writing import Writing
from lpsa_build.model.addresses import FOLDERS, Kind
from lpsa_build.model.knowledge import Entry
from lpsa_build.model.values import Record
from lpsa_build.source import blocks
from lpsa_build.source.finding import Fault, Finding, Severity

FAULT = Fault(
    "LPSA416",
    "misplaced-link",
    Severity.WARNING,
    "A link to a term stands in a heading, a table's head or a quotation.",
)
GLOSSARY = f"{FOLDERS[Kind.TERM]}/"


def check_entry(content: Content, entry: Entry[Record]) -> Iterator[Finding]:
    """Yield a finding at each link by hand in a heading, a table's head or a quotation."""
    for text in content.writings(entry):
        places = [*_links(content, text)]
        found = Blocks(text) if places else None
        for start, end, to_term in places:
            block = found.at(start) if found else None
            where = ""
            if is_heading(block):
                where = "a heading"
            elif block and block.quoted and to_term:
                where = "the head of a table" if block.kind is blocks.Kind.CELL else "a quotation"
            if where:
                yield FAULT.at(
                    text.path,
                    text.span(start, end),
                    f"This link stands in {where}.",
                    "Write the words without a link; the text links by itself.",
                )


def _links(content: Content, text: Writing) -> Iterator[tuple[int, int, bool]]:
    """Yield start and end of each link by hand, and whether it leads to a term."""
    for mark in text.prose.marks:
        if mark.target:
            yield mark.start, mark.end, True
    for link in hand_links(text):
        if not link.image:
            target = content.targets.resolve(text.path, link.address)
            yield link.start, link.end, bool(target and target.path.startswith(GLOSSARY))


RULE = Rule(FAULT, __doc__, covers=("W28",), check_entry=check_entry)
