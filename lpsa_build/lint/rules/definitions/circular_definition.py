"""The definition uses the word that it has to explain.

**What it finds**

A definition in which the term itself, an alias, the abbreviation, or a word of the same family
(devolution, devolve) stands again. A term of several words may use its own last word (fiscal
decentralization is a kind of decentralization), but not the verb behind it. “Also known as …” and
“other grants” are let pass.

**Why it matters**

Who does not know the word learns nothing: the reader goes in a circle.

**Bad**

```glossary/devolution.md
---
term: devolution
definition: Decentralization by which powers are devolved to elected local governments.
domain: governance
status: draft
---
```

**Good**

```glossary/devolution.md
---
term: devolution
definition: Decentralization that hands powers to elected local governments for good.
domain: governance
status: draft
---
```

**Fix**

Put the definition in place of the term in a sentence, and say the repeated word in other words.
"""
# Over 80 lines: what may stand there all the same has to be told apart.

from __future__ import annotations

import re
from collections.abc import Iterator

from lpsa_build.language.definition_words import NAMING
from lpsa_build.language.sentence_subjects import is_subject
from lpsa_build.lint.content import Content
from lpsa_build.lint.defining import FIELD, Definition
from lpsa_build.lint.names import part_of_name
from lpsa_build.lint.own_words import OwnWords
from lpsa_build.lint.rule import Rule
from lpsa_build.model.knowledge import Entry
from lpsa_build.model.values import Record
from lpsa_build.source.finding import Fault, Finding, Severity

FAULT = Fault(
    "LPSA301", "circular-definition", Severity.WARNING, "The definition uses the term itself."
)
SETTING = re.compile(
    r"[,(] ?(?:or|ou|o) \0[,)]|[\"“'‘]\0|\0-\w|"
    r", (?:an? |the )?\0 (?:is|are|means?|refers to|describes)\b|"
    r", (?:l[ae] |l['’]|el |[oa] )\0 (?:est|es|é)\b"
)
"""A term (the zero) that is another name, quoted, part of a longer word, or a late subject."""


def check_entry(content: Content, entry: Entry[Record]) -> Iterator[Finding]:
    """Yield a finding at each place where a definition uses its own term."""
    for definition in content.definitions(entry):
        if definition.points_elsewhere:
            continue
        shared = _shared_labels(content, definition)
        for own in definition.own_words:
            if own.label.casefold() not in shared and not _is_named(definition, own):
                yield FAULT.at(
                    entry.path,
                    definition.span(own.start, own.end),
                    f"The definition of “{definition.labels[0]}” uses "
                    f"“{definition.plain[own.start : own.end]}”, which it has to explain.",
                    "Say it in other words, so that the definition can stand for the term.",
                )


def _is_named(definition: Definition, own: OwnWords) -> bool:
    """Tell whether the words only name the term; to begin with it is a fault of its own."""
    before, after = definition.plain[: own.start], definition.plain[own.end :]
    subject = definition.subject is not None and definition.subject.start == own.start
    short = before.rstrip().endswith("(") and not own.label.islower()
    in_brackets = before.count("(") > before.count(")") and before.rpartition("(")[2].count(" ") > 2
    named = NAMING.search(before) or SETTING.search(f"{before[-10:]}\0{after[:12]}")
    field = FIELD.match(definition.plain)
    setting = field is not None and own.end < field.end()  # “In a council, the mayor is …”
    return bool(subject or short or in_brackets or named or setting) or _in_english(definition, own)


def _in_english(definition: Definition, own: OwnWords) -> bool:
    """Tell whether an English sentence is about the words, or they stand in the name of a work."""
    text, (start, end) = definition.plain, own[:2]
    field = FIELD.match(text)
    starts = (0, field.end() if field and field.end() <= start else 0)
    return definition.english and (
        any(is_subject(text[at:start], text[start:end], text[end:]) for at in starts)
        or (own.label[1:].islower() and part_of_name(text, start, end))
        or re.fullmatch(r"(?:an?|the)?\s*\*\*", definition.text[:start], re.IGNORECASE) is not None
    )


def _shared_labels(content: Content, definition: Definition) -> set[str]:
    """Return the labels of wider concepts: localization (aid) is a kind of localization."""
    terms = content.knowledge.terms
    wider = (terms[i].fields for i in definition.entry.fields.broader if i in terms)
    return {label.casefold() for term in wider for label in (term.term, *term.aliases)}


RULE = Rule(FAULT, __doc__, covers=("W01",), check_entry=check_entry)
