"""What belongs to a field of its own is typed into the label, in brackets.

**What it finds**

A preferred label or alias that ends in brackets: `localization (aid)`, `own-source revenue (OSR)`.
In translations only an abbreviation in brackets is found.

**Why it matters**

Nobody writes the brackets in a text, and the label shown everywhere is longer than the word. The
build knows two fields for what stands in them: `qualifier` tells apart two terms of one name, and
`abbreviation` is recognized in texts with its capitals.

**Bad**

```glossary/own-source-revenue.md
---
term: own-source revenue (OSR)
definition: Money that a local government raises under its own authority.
domain: fiscal
status: draft
---
```

**Good**

```glossary/own-source-revenue.md
---
term: own-source revenue
abbreviation: OSR
definition: Money that a local government raises under its own authority.
domain: fiscal
status: draft
---
```

**Fix**

Move what stands in brackets to `abbreviation` or `qualifier`. `--fix --unsafe` does so for `term`.
"""

# Over 80 lines: it tells abbreviations from qualifiers, and moves either.
from __future__ import annotations

import re
from collections.abc import Iterator

from lpsa_build.language.forms import parts
from lpsa_build.lint.content import Content
from lpsa_build.lint.labels import Label, labels_of
from lpsa_build.lint.rule import Rule
from lpsa_build.model.addresses import Kind
from lpsa_build.model.knowledge import Entry
from lpsa_build.model.values import Record
from lpsa_build.source.finding import Edit, Fault, Finding, Fix, Severity

FAULT = Fault("LPSA108", "typed-qualifier", Severity.WARNING, "A label ends in brackets.")
BRACKETS = re.compile(r"(?P<label>.*\S)\s*[(\[（](?P<inside>[^()\[\]（）]+)[)\]）]")
PLAIN = re.compile(r"[\w][\w ,'’&/-]*")
"""What can stand in YAML without quotation marks."""


def check_entry(content: Content, entry: Entry[Record]) -> Iterator[Finding]:
    """Yield a finding at each label that ends in brackets."""
    term = content.knowledge.terms.get(entry.id) if entry.kind is Kind.TERM else None
    own = content.settings.language
    for language in content.settings.languages if term else ():
        for label in labels_of(term, language, own) if term else ():
            match = BRACKETS.fullmatch(label.text)
            # A translation has no qualifier: “prefeito (Brasil)” is how it says where.
            fits = language == own or parts(label.text).short
            if match and fits and label.field in {"term", "aliases"}:
                yield _finding(label, match["label"], match["inside"], own)


def _finding(label: Label, before: str, inside: str, own: str) -> Finding:
    split = parts(f"{before} ({inside})")
    name, field, value = before, "qualifier", inside
    if split.short:
        name, field, value = split.label, "abbreviation", split.short
    can_move = label.path == ("term",) and field not in label.entry.fields.model_fields_set
    cure = f"Write “{name}” here"
    if label.field == "term" and (field == "abbreviation" or label.language == own):
        cure += f", and `{field}: {value}`"
    fix = None
    if can_move and PLAIN.fullmatch(name) and PLAIN.fullmatch(value):
        edit = Edit(label.entry.path, label.span, f"{name}\n{field}: {value}")
        fix = Fix(False, (edit,))
    words = f"“{label.text}” ends in brackets."
    return FAULT.at(label.entry.path, label.span, words, f"{cure}.", fix=fix)


RULE = Rule(FAULT, __doc__, covers=("E10", "E12"), check_entry=check_entry)
