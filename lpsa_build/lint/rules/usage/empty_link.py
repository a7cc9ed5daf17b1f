"""A link has no words, or leads nowhere.

**What it finds**

A link without words (`[](https://example.org/)`), a link without an address (`[the handbook]()`),
one that leads to nothing (`#`), and a web address without the name of a site (`https:/example`).

**Why it matters**

A link without words cannot be seen, and is read out as a web address. A link without an address
looks like a promise that is not kept.

**Bad**

```content/index.md
---
title: Money
---
Read [the handbook]() first.
```

**Good**

```content/index.md
---
title: Money
---
Read [the handbook](https://example.org/handbook) first.
```

**Fix**

Fill in what is missing, or take the brackets away.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lpsa_build.lint.content import Content
from lpsa_build.lint.hand_links import hand_links
from lpsa_build.lint.rule import Rule
from lpsa_build.model.knowledge import Entry
from lpsa_build.model.values import Record
from lpsa_build.source.finding import Fault, Finding, Severity

FAULT = Fault("LPSA426", "empty-link", Severity.WARNING, "A link has no words or no address.")

NO_SITE = re.compile(r"https?:(?!//[^/\s?#])", re.IGNORECASE)


def check_entry(content: Content, entry: Entry[Record]) -> Iterator[Finding]:
    """Yield a finding at each link that lacks its words or its address."""
    for text in content.writings(entry):
        for link in hand_links(text):
            holds_image = "![" in text.text[link.words_start : link.words_end]
            if not link.image and not link.words and not holds_image:
                message, cure = "The link has no words.", "Write what it leads to."
            elif link.address in {"", "#"}:
                message, cure = "The link leads nowhere.", "Write its address, or take it away."
            elif NO_SITE.match(link.address):
                message = f"“{link.address}” names no site."
                cure = "A web address has two slashes, then the site: https://example.org/."
            else:
                continue
            yield FAULT.at(text.path, text.span(link.start, link.end), message, cure)


RULE = Rule(FAULT, __doc__, covers=("E20",), check_entry=check_entry)
