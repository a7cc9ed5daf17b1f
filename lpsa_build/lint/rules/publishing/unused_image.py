r"""An image is shown nowhere.

**What it finds**

An image file in a content folder to which no text leads.

**Why it matters**

It is published and kept for ever, and nobody sees it. Mostly a newer image took its place, or the
address in the text is mistyped.

**Bad**

```content/map.png bytes
\x89PNG\r\n\x1A\n
```

```content/index.md
---
title: Home
---
Welcome.
```

**Good**

```content/map.png bytes
\x89PNG\r\n\x1A\n
```

```content/index.md
---
title: Home
---
![The districts](map.png)
```

**Fix**

Show it with `![what it shows](path)`, or delete it.
"""

# Over 80 lines: the example needs an image and a page.
from __future__ import annotations

from collections.abc import Iterator
from posixpath import dirname, join, normpath
from urllib.parse import unquote

from lpsa_build.lint.content import Content
from lpsa_build.lint.rule import Rule
from lpsa_build.model.knowledge import Entry
from lpsa_build.model.values import Record
from lpsa_build.source.finding import FILE_START, Fault, Finding, Severity

FAULT = Fault("LPSA711", "unused-image", Severity.WARNING, "An image is shown nowhere.")


def check_all(content: Content) -> Iterator[Finding]:
    """Yield a finding for each image to which no link and no piece of HTML leads."""
    if not content.knowledge.images:
        return
    shown = {path for entry in content.entries for path in _paths(content, entry)}
    html = [
        raw.text
        for entry in content.entries
        for writing in content.writings(entry)
        for raw in writing.prose.html
    ]
    for image in content.knowledge.images:
        name = image.path.rpartition("/")[2]
        if image.path not in shown and not any(name in text for text in html):
            yield FAULT.at(
                image.path, FILE_START, "No text shows this image.", "Show it, or delete it."
            )


def _paths(content: Content, entry: Entry[Record]) -> Iterator[str]:
    for writing in content.writings(entry):
        for link in writing.prose.destinations:
            path = unquote(link.address.partition("#")[0])
            yield normpath(join(dirname(writing.path), path))


RULE = Rule(FAULT, __doc__, covers=("W49",), check_all=check_all, of_absence=True)
