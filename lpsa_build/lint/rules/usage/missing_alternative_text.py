"""An image has no words for people who do not see it.

**What it finds**

An image with empty brackets (`![](chart.png)`), an `<img>` without `alt`, and an alternative text
that is only the name of a file or a word such as "image". In HTML, `alt=""` says that an image is
mere decoration, and is let pass.

**Why it matters**

A reader who hears the page, or whose image does not load, gets nothing in its place. The Web
Content Accessibility Guidelines ask for an alternative text (1.1.1).

**Bad**

```content/index.md
---
title: Money
---
![](chart.png)
```

**Good**

```content/index.md
---
title: Money
---
What is written in the brackets stands for the image:
`![Transfers grew from 2010 to 2020, own revenue did not.](chart.png)`
```

**Fix**

Write in the brackets what the image tells, as you would say it on the telephone.
"""

# Over 80 lines: the manual shows whole files, before and after.
from __future__ import annotations

import re
from collections.abc import Iterator

from lpsa_build.lint.content import Content
from lpsa_build.lint.hand_links import HandLink, hand_links
from lpsa_build.lint.rule import Rule
from lpsa_build.model.knowledge import Entry
from lpsa_build.model.values import Record
from lpsa_build.source.finding import Fault, Finding, Severity

FAULT = Fault(
    "LPSA425",
    "missing-alternative-text",
    Severity.WARNING,
    "An image has no words for people who do not see it.",
)
FILE_NAME = re.compile(r"[\w.\- ]+\.(?:png|jpe?g|gif|svg|webp|avif)", re.IGNORECASE)
EMPTY_WORD = re.compile(
    r"(?:an? |the )?(?:alt(?:ernative)?(?: text)?|chart|diagram|figure|graph|icon|image|img|map"
    r"|photo|photograph|picture|screenshot|table|figura|graphique|gráfico|imagen|imagem|mapa|صورة|شكل)"
    r"[ _-]?\d*\.?",
    re.IGNORECASE,
)


def check_entry(content: Content, entry: Entry[Record]) -> Iterator[Finding]:
    """Yield a finding at each image without an alternative text that tells something."""
    for text in content.writings(entry):
        for link in hand_links(text):
            if link.image and (fault := _fault(link, text.text)):
                yield FAULT.at(
                    text.path,
                    text.span(link.start, link.end),
                    fault,
                    "Write what the image tells: ![Transfers grew, own revenue did not.](…).",
                )


def _fault(link: HandLink, text: str) -> str:
    if link.words is None or (not link.words.strip() and text[link.start] == "!"):
        return "The image has no alternative text."
    words = link.words.strip()
    if FILE_NAME.fullmatch(words) or EMPTY_WORD.fullmatch(words):
        return f"The alternative text “{words}” says nothing about the image."
    return ""


RULE = Rule(FAULT, __doc__, check_entry=check_entry)
