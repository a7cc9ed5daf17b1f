"""The references are not in alphabetical order.

**What it finds**

An entry of `references.yml` whose `id` comes before that of the entry above it.

**Why it matters**

In a sorted list everybody finds the source that is already there, and two branches that add one
each seldom touch the same line.

**Bad**

```content/references.yml
references:
  - {id: oecd-2019, type: report, title: Grants}
  - {id: imf-2020, type: report, title: Money}
```

**Good**

```content/references.yml
references:
  - {id: imf-2020, type: report, title: Money}
  - {id: oecd-2019, type: report, title: Grants}
```

**Fix**

`lpsa check --fix` sorts the list, comments above an entry included.
"""

# Over 80 lines: its fix sorts the list, comments and all.
from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from lpsa_build.lint.content import Content
from lpsa_build.lint.rule import Rule
from lpsa_build.model.knowledge import Entry
from lpsa_build.model.reference import Reference
from lpsa_build.source.finding import Edit, Fault, Finding, Fix, Position, Severity, Span

FAULT = Fault("LPSA714", "unsorted-references", Severity.ADVICE, "The references are not in order.")


def check_all(content: Content) -> Iterator[Finding]:
    """Yield a finding at the first reference that is out of order."""
    entries = list(content.knowledge.references.values())
    for number, (above, entry) in enumerate(pairwise(entries), 1):
        if entry.id < above.id:
            span = entry.tree.span_of(("references", number, "id"))
            yield FAULT.at(
                entry.path,
                span,
                f"“{entry.id}” comes after “{above.id}”.",
                "Sort the list by `id`.",
                fix=_sorted(entries),
            )
            return


def _sorted(entries: list[Entry[Reference]]) -> Fix | None:
    """Return the fix that sorts the list; None where an id is given twice and one is not read."""
    entry = entries[0]
    lines = entry.source.split("\n")
    starts = [entry.tree.span_of(("references", n)).start.line for n in range(len(entries))]
    if ("references", len(entries)) in entry.tree.spans or len({*starts}) < len(starts):
        return None
    starts = [_with_comments(lines, start) for start in starts]
    end = max(number for number, line in enumerate(lines, 1) if line.strip()) + 1
    blocks = [
        "\n".join(lines[start - 1 : after - 1]).rstrip()
        for start, after in pairwise([*starts, end])
    ]
    order = sorted(range(len(entries)), key=lambda n: entries[n].id)
    last = lines[end - 2]
    span = Span(Position(starts[0], 1), Position(end - 1, len(last) + 1))
    return Fix(safe=True, edits=(Edit(entry.path, span, "\n".join(blocks[n] for n in order)),))


def _with_comments(lines: list[str], start: int) -> int:
    """Return the line with which an entry begins, comments right above it included."""
    while lines[start - 2].lstrip().startswith("#"):
        start -= 1
    return start


RULE = Rule(FAULT, __doc__, covers=("I06",), check_all=check_all)
