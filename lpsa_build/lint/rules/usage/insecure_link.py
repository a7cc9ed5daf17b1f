"""A link to another site begins with `http:` where `https:` is usual.

**What it finds**

Addresses with `http://` in texts, in `url`, and in `content/references.yml`. Addresses that are
names and no places (`exact_match`), and those of one's own machine, are let pass.

**Why it matters**

What travels over `http` can be read and changed on its way, and many browsers warn before they
follow such a link.

**Bad**

```content/index.md
---
title: Money
---
Read the [handbook on transfers](http://example.org/handbook).
```

**Good**

```content/index.md
---
title: Money
---
Read the [handbook on transfers](https://example.org/handbook).
```

**Fix**

Try the address with `https`, and write it so. `lpsa check --fix --unsafe` writes it without a try,
since checks never call other machines. If a site has no `https`, keep the address and say so in an
exemption.
"""

# Over 80 lines: the manual shows whole files, before and after.
from __future__ import annotations

import re
from collections.abc import Iterator

from lpsa_build.lint.content import Content
from lpsa_build.lint.rule import Rule
from lpsa_build.mentions.writing import Writing, field_writing
from lpsa_build.model.knowledge import Entry
from lpsa_build.model.values import Record
from lpsa_build.source.finding import Edit, Fault, Finding, Fix, Position, Severity, Span
from lpsa_build.source.pieces import Destination
from lpsa_build.source.yaml_tree import Path, Value

# Advice: offline nobody can tell whether the other site answers to `https`.
FAULT = Fault(
    "LPSA423", "insecure-link", Severity.ADVICE, "A link begins with `http:`, not `https:`."
)
INSECURE = re.compile(r"http://(?!localhost\b|127\.|\[::1\])", re.IGNORECASE)
FIELDS = frozenset({"url", "URL"})


def check_all(content: Content) -> Iterator[Finding]:
    """Yield a finding at each insecure address in texts, fields and references."""
    references = [*content.knowledge.references.values()][:1]  # they share one file
    for entry in (*content.entries, *references):
        for text in (*content.writings(entry), *_fields(entry)):
            for link in text.prose.destinations:
                if INSECURE.match(link.address):
                    yield _finding(text.path, text.span(link.start, link.end), link.address)


def _fields(entry: Entry[Record]) -> Iterator[Writing]:
    """Yield the addresses among the fields of an entry, each as a text."""
    for path, value in _scalars(entry.tree.value):
        if path[-1] in FIELDS and INSECURE.match(value):
            text = field_writing(entry, path, value)
            text.prose.destinations.append(Destination(0, len(value), value, image=False, title=""))
            yield text


def _scalars(value: Value, path: Path = ()) -> Iterator[tuple[Path, str]]:
    if isinstance(value, dict):
        for key, part in value.items():
            yield from _scalars(part, (*path, key))
    elif isinstance(value, list):
        for number, part in enumerate(value):
            yield from _scalars(part, (*path, number))
    elif value and path:
        yield path, value


def _finding(path: str, span: Span, address: str) -> Finding:
    start = span.start
    http = Span(start, Position(start.line, start.column + len("http")))
    return FAULT.at(
        path,
        span,
        f"“{address}” is not secure.",
        f"Try https{address[4:]}, and write it so if it works.",
        fix=Fix(False, (Edit(path, http, "https"),)),
    )


RULE = Rule(FAULT, __doc__, covers=("W44",), check_all=check_all)
