"""The words of a link do not say where it leads.

**What it finds**

A link whose words are "here", "click here", "this page", "read more", "link" or the like, in the
five languages of the site.

**Why it matters**

People who hear a page read out go from link to link: "here, here, more" tells them nothing. The Web
Content Accessibility Guidelines ask that the purpose of a link can be told from its words (2.4.4).

**Bad**

```content/index.md
---
title: Money
---
For the handbook, click [here](https://example.org/handbook).
```

**Good**

```content/index.md
---
title: Money
---
Read the [handbook on transfers](https://example.org/handbook).
```

**Fix**

Make a link of the words that name what it leads to.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from lpsa_build.language.wording import VAGUE_LINK
from lpsa_build.lint.content import Content
from lpsa_build.lint.hand_links import hand_links
from lpsa_build.lint.rule import Rule
from lpsa_build.model.knowledge import Entry
from lpsa_build.model.values import Record
from lpsa_build.source.finding import Fault, Finding, Severity

FAULT = Fault(
    "LPSA424", "vague-link", Severity.WARNING, "The words of a link do not say where it leads."
)


def check_entry(content: Content, entry: Entry[Record]) -> Iterator[Finding]:
    """Yield a finding at the words of each link that say nothing."""
    for text in content.writings(entry):
        for link in hand_links(text):
            words = (link.words or "").strip(" .:!→»>…")
            if (
                not link.image
                and VAGUE_LINK.fullmatch(words)
                and not _is_entry(link.address, words)
            ):
                yield FAULT.at(
                    text.path,
                    text.span(link.words_start, link.words_end),
                    f"The link says “{words}”, which does not tell where it leads.",
                    "Make a link of the words that name the page or document.",
                )


def _is_entry(address: str, words: str) -> bool:
    """Tell whether the words are the id of the page that they lead to: an entry “URL”."""
    return PurePosixPath(address).stem == words.lower().replace(" ", "-")


RULE = Rule(FAULT, __doc__, check_entry=check_entry)
