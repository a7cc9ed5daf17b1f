"""The definition cannot take the place of its term: it is another part of speech.

**What it finds**

A noun that is defined by a verb (“To hand over powers”, “Transfers the powers …”) or by words that
belong to an adjective (“Relating to …”, “Able to …”); a term that begins with “to” and is defined
by a noun. English only.

**Why it matters**

A definition is tested by putting it in place of the term. “They call for to hand over powers” is no
sentence, and such definitions tend to describe an act where the term means its result.

**Bad**

```glossary/devolution.md
---
term: devolution
definition: To hand over powers to elected local governments.
domain: governance
status: draft
---
```

**Good**

```glossary/devolution.md
---
term: devolution
definition: Decentralization that hands powers to elected local governments.
domain: governance
status: draft
---
```

**Fix**

Begin with a noun: the next wider concept. If the term is an act, “Transfer of …” does what
“To transfer …” did.
"""
# Over 80 lines: nouns, verbs and adjectives are looked at in turn.

from __future__ import annotations

from collections.abc import Iterator

from lpsa_build.language.parts_of_speech import (
    adjectival,
    infinitive,
    is_noun,
    may_be_adjective,
    verb_with_object,
)
from lpsa_build.lint.content import Content
from lpsa_build.lint.defining import Definition
from lpsa_build.lint.rule import Rule
from lpsa_build.model.knowledge import Entry
from lpsa_build.model.values import Record
from lpsa_build.source.finding import Fault, Finding, Severity

FAULT = Fault(
    "LPSA303",
    "wrong-part-of-speech",
    Severity.WARNING,
    "The definition cannot take the place of the term.",
)


def check_entry(content: Content, entry: Entry[Record]) -> Iterator[Finding]:
    """Yield a finding at the first words of a definition that does not fit its term."""
    for definition in content.definitions(entry):
        if definition.english and not definition.points_elsewhere and (bad := _misfit(definition)):
            yield FAULT.at(
                entry.path,
                definition.span(definition.start, definition.start + len(bad)),
                f"“{bad}” cannot take the place of “{definition.labels[0]}” in a sentence.",
                "Begin with “to …”, as the term does."
                if definition.labels[0].startswith("to ")
                else "Begin with a noun, the wider concept: “Transfer of …”, not “To transfer …”.",
            )


def _misfit(definition: Definition) -> str:
    """Return the first words of the definiens if they do not fit the label."""
    label, stretch = definition.labels[0], (definition.plain, definition.start, definition.end)
    to_verb = infinitive(*stretch)
    if label.startswith("to "):
        return "" if to_verb else definition.plain[definition.start :].split(" ")[0]
    if to_verb.split()[1:] == [label.lower()]:
        return ""  # “To pay is to …” begins with the term
    if to_verb:
        return to_verb if is_noun(label, definition.entry.body.text) else ""
    return verb_with_object(*stretch) or ("" if may_be_adjective(label) else adjectival(*stretch))


RULE = Rule(FAULT, __doc__, covers=("W03",), check_entry=check_entry)
