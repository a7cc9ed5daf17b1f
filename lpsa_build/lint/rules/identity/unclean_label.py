"""A label holds what nobody meant to type.

**What it finds**

In labels, titles and codes: spaces at the ends, double and unusual spaces, invisible characters
(soft hyphens, marks of direction), joined letters from a PDF (ﬁ), letters and accents apart,
quotation marks or markup around the label, a comma, colon or full stop at its end. Zero-width
spaces are found when the file is read (LPSA004).

**Why it matters**

Two labels that look alike are then two labels: search does not find the one, lists sort it
elsewhere, and other systems refuse it.

**Bad**

```glossary/fiscal-transfer.md
---
term: "ﬁscal transfer "
definition: Money that one government gives to another.
domain: fiscal
status: draft
---
```

**Good**

```glossary/fiscal-transfer.md
---
term: fiscal transfer
definition: Money that one government gives to another.
domain: fiscal
status: draft
---
```

**Fix**

Type the label anew. `--fix` does so.
"""

# Over 80 lines: it mends a label within the quotation marks that it has.
from __future__ import annotations

from collections.abc import Iterator

from lpsa_build.language.cleaning import clean
from lpsa_build.lint.content import Content
from lpsa_build.lint.rule import Rule
from lpsa_build.model.knowledge import Entry
from lpsa_build.model.values import Record
from lpsa_build.source.finding import Edit, Fault, Finding, Fix, Severity
from lpsa_build.source.text import REPLACEMENT
from lpsa_build.source.yaml_tree import Path

FAULT = Fault("LPSA105", "unclean-label", Severity.ERROR, "A label holds stray characters.")
ONE = frozenset({"term", "abbreviation", "qualifier", "title", "code", "place"})
MANY = frozenset({("aliases",), ("variants",), ("avoid",)})


def check_entry(_: Content, entry: Entry[Record]) -> Iterator[Finding]:
    """Yield a finding at each label that is not as it should be typed."""
    for path in entry.tree.raw:
        if path[-1] in ONE or path[-2:-1] in MANY:
            text = _value(entry, path)
            label, faults = clean(text)
            if faults and text.strip() and REPLACEMENT not in text:
                yield FAULT.at(
                    entry.path,
                    entry.tree.span_of(path),
                    f"The label holds {' and '.join(faults)}.",
                    f"Write “{label}”.",
                    fix=_fix(entry, path, label),
                )


def _value(entry: Entry[Record], path: Path) -> str:
    value: object = entry.tree.value
    for step in path:
        value = value[step]  # type: ignore[index]
    return value if isinstance(value, str) else ""


def _fix(entry: Entry[Record], path: Path, label: str) -> Fix | None:
    """Return the fix that writes ``label`` in the same quotation marks; none over several lines."""
    span = entry.tree.span_of(path)
    mark = entry.source.split("\n")[span.start.line - 1][span.start.column - 1]
    if span.start.line != span.end.line or (mark == '"' and not {*label}.isdisjoint('"\\')):
        return None
    quoted = {'"': f'"{label}"', "'": f"""'{label.replace("'", "''")}'"""}.get(mark, label)
    return Fix(True, (Edit(entry.path, span, quoted),))


RULE = Rule(FAULT, __doc__, covers=("E10",), check_entry=check_entry)
