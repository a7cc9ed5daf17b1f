"""An alias is listed although it is recognized without being listed.

**What it finds**

An alias or variant that differs from another label of the term only by what the build allows for by
itself: plural, hyphen or space, capitals, British or American spelling.

**Why it matters**

Such an alias changes nothing, and makes the list longer that a reader sees under “also called”.

**Bad**

```glossary/tier-of-government.md
---
term: tier of government
aliases: [tiers of government]
definition: Level at which a public body works.
domain: governance
status: draft
---
```

**Good**

```glossary/tier-of-government.md
---
term: tier of government
aliases: [level of government]
definition: Level at which a public body works.
domain: governance
status: draft
---
```

**Fix**

Take it out; `--fix --unsafe` does so.
"""

# Over 80 lines: it looks at five lists in five languages.
from __future__ import annotations

from collections.abc import Iterator

from lpsa_build.language.folding import folded_words
from lpsa_build.language.forms import surface_forms
from lpsa_build.lint.content import Content
from lpsa_build.lint.labels import labels_of
from lpsa_build.lint.removal import removal
from lpsa_build.lint.rule import Rule
from lpsa_build.mentions.forms import acronyms
from lpsa_build.model.knowledge import Entry
from lpsa_build.model.term import Term
from lpsa_build.model.values import Record
from lpsa_build.source.finding import Fault, Finding, Fix, Severity

FAULT = Fault("LPSA107", "needless-label", Severity.ADVICE, "An alias is recognized unlisted.")


def check_entry(content: Content, entry: Entry[Record]) -> Iterator[Finding]:
    """Yield a finding at each alias that is a form of a label before it."""
    if not isinstance(entry.fields, Term):
        return
    own, kept = content.settings.language, entry.fields.plurale_tantum
    for language in content.settings.languages:
        labels = [
            label
            for label in labels_of(content.knowledge.terms[entry.id], language, own)
            if label.field not in {"abbreviation", "avoid"} and not acronyms(label.text)
        ]
        for number, label in enumerate(labels):
            others = (other.text for other in labels[:number])
            same = next((o for o in others if _is_form(label.text, o, language, kept)), None)
            if same:
                yield FAULT.at(
                    entry.path,
                    label.span,
                    f"“{label.text}” is recognized as a form of “{same}” anyhow.",
                    "Take it out.",
                    fix=Fix(False, (removal(entry, label.path),)),
                )


def _is_form(text: str, label: str, language: str, kept: bool) -> bool:
    words = folded_words(text)
    if (
        "".join(words)[:2] != "".join(folded_words(label))[:2]
        or text.casefold() == label.casefold()
    ):
        return False  # most pairs differ from the first letter on
    forms = surface_forms(label, language, plurale_tantum=kept)
    return any(words == folded_words(form) for form in forms)


RULE = Rule(FAULT, __doc__, covers=("I07",), check_entry=check_entry)
