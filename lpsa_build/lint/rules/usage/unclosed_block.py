"""A block of code, a comment or an HTML element is begun and not closed.

**What it finds**

A line with three backticks or tildes that no second one follows, `<!--` without `-->`, and an
element of HTML, such as `<div>`, without its end.

**Why it matters**

An open element keeps all Markdown after it from being read. An open comment hides the rest of the
page on the code host, and stands in the text here. An open block of code is none at all.

**Bad**

```content/index.md
---
title: Money
---
<!-- The figures are to come.

Cities live on taxes.
```

**Good**

```content/index.md
---
title: Money
---
<!-- The figures are to come. -->

Cities live on taxes.
```

**Fix**

Close it where it ends.
"""

from __future__ import annotations

from collections.abc import Iterator

from lpsa_build.lint.content import Content
from lpsa_build.lint.rule import Rule
from lpsa_build.mentions.writing import BODY
from lpsa_build.model.knowledge import Entry
from lpsa_build.model.values import Record
from lpsa_build.source.fences import open_fences
from lpsa_build.source.finding import Fault, Finding, Severity
from lpsa_build.source.raw_html import open_tags

FAULT = Fault("LPSA431", "unclosed-block", Severity.ERROR, "A block is begun and not closed.")


def check_entry(content: Content, entry: Entry[Record]) -> Iterator[Finding]:
    """Yield a finding at each beginning of a block, in the body of an entry, that has no end."""
    for text in content.writings(entry):
        if text.field == BODY:
            for start, end in (*open_fences(text.text), *open_tags(text.prose.html)):
                begun = text.text[start:end].strip()
                yield FAULT.at(
                    text.path,
                    text.span(start, end),
                    f"“{begun}” is never closed.",
                    "Add `-->`." if begun == "<!--" else "Write its end.",
                )


RULE = Rule(FAULT, __doc__, check_entry=check_entry)
