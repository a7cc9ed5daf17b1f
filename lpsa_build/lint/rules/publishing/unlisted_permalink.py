"""A page is not yet in the list of published addresses.

**What it finds**

Pages whose addresses are missing in `content/permalinks.yml`, if the site keeps that file.

**Why it matters**

The list is how a vanished page is noticed (`lost-permalink`). What is not in it can be renamed
unseen. Nothing is wrong with a new page: whoever publishes adds the new addresses with one command.

**Bad**

```content/permalinks.yml
permalinks:
  glossary/grant/: grant
```

```glossary/grant.md
---
term: grant
definition: Money that is given away.
domain: fiscal
status: draft
---
```

```glossary/transfer.md
---
term: transfer
definition: Flow of money between governments.
domain: fiscal
status: draft
---
```

**Good**

```content/permalinks.yml
permalinks:
  glossary/grant/: grant
  glossary/transfer/: transfer
```

```glossary/grant.md
---
term: grant
definition: Money that is given away.
domain: fiscal
status: draft
---
```

```glossary/transfer.md
---
term: transfer
definition: Flow of money between governments.
domain: fiscal
status: draft
---
```

**Fix**

Run `lpsa check --fix --select LPSA703`: it adds the addresses in their order, and takes none out.
"""

# Over 80 lines: it puts new addresses where they belong in the list.
from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping

from lpsa_build.lint.addresses import pages, title_of
from lpsa_build.lint.content import Content
from lpsa_build.lint.rule import Rule
from lpsa_build.model.permalinks import Published
from lpsa_build.source.finding import Edit, Fault, Finding, Fix, Position, Severity, Span

# Advice: a new page is no fault; the list grows when the site is published.
FAULT = Fault(
    "LPSA703", "unlisted-permalink", Severity.ADVICE, "A new page is not in the list of addresses."
)
PLAIN = re.compile(r"[A-Za-z][\w ’-]*")
"""Titles that need no quotation marks in YAML (`no` and `null` are texts to us)."""
MOST_SHOWN = 5
KEY = ("permalinks",)


def check_all(content: Content) -> Iterator[Finding]:
    """Yield one finding, at the list, for all pages that are not in it."""
    published = content.knowledge.published
    if published is None:
        return
    found = {address: title_of(entry) for address, entry in content.once(pages).items()}
    new = {address: found[address] for address in sorted(found.keys() - published.titles.keys())}
    if new:
        shown = ", ".join([*list(new)[:MOST_SHOWN], *(["…"] if len(new) > MOST_SHOWN else [])])
        yield FAULT.at(
            published.path,
            published.tree.key_span_of(KEY),
            f"Not yet in the list: {len(new)} of {len(found)} pages ({shown}).",
            "Run `lpsa check --fix --select LPSA703` when the site is published.",
            fix=Fix(True, tuple(_insertions(published, new))),
        )


def _insertions(published: Published, new: Mapping[str, str]) -> Iterator[Edit]:
    """Yield the edits that put each new address before the first one that follows it."""
    tree = published.tree
    places: dict[Span, list[str]] = {}
    for address, title in new.items():
        words = title if PLAIN.fullmatch(title) else json.dumps(title, ensure_ascii=False)
        line = f"{address}: {words}"
        after = next((known for known in published.titles if known > address), None)
        if after:
            start = tree.key_span_of((*KEY, after)).start
            places.setdefault(Span(start, start), []).append(f"{line}\n  ")
        else:
            end = tree.span_of(KEY).end
            colon = tree.key_span_of(KEY).end
            empty = Span(Position(colon.line, colon.column + 1), end)  # `{}`, and the space before
            span = Span(end, end) if published.titles else empty
            places.setdefault(span, []).append(f"\n  {line}")
    for span, lines in places.items():
        yield Edit(published.path, span, "".join(lines))


RULE = Rule(FAULT, __doc__, covers=("E06",), check_all=check_all)
