"""The definition uses an abbreviation that is not explained.

**What it finds**

A word in capitals (PFM, LoGICA) that is no label or abbreviation of a term, and is not spelled out
beside it: “gross domestic product (GDP)”. Roman numerals, and the few that dictionaries list as
words (UN, EU, UK, US, PDF, URL), are let pass.

**Why it matters**

Definitions are read alone, on a small card. The reader has no page to look the letters up on.

**Bad**

```glossary/fiscal-ratio.md
---
term: fiscal ratio
definition: Public revenue as a share of GDP.
domain: fiscal
status: draft
---
```

**Good**

```glossary/fiscal-ratio.md
---
term: fiscal ratio
definition: Public revenue as a share of gross domestic product.
domain: fiscal
status: draft
---
```

**Fix**

Write the words in full. If the abbreviation names a concept of the glossary, add it there as
`abbreviation`.
"""
# Over 80 lines: there are many ways to be known.

from __future__ import annotations

import re
from collections.abc import Iterator

from lpsa_build.language.acronyms import can_abbreviate
from lpsa_build.language.definition_words import PLACEHOLDER
from lpsa_build.language.folding import WORD
from lpsa_build.language.forms import abbreviates
from lpsa_build.language.small_words import STOP_WORDS, words
from lpsa_build.lint.content import Content
from lpsa_build.lint.defining import Definition
from lpsa_build.lint.labels import label_words
from lpsa_build.lint.rule import Rule
from lpsa_build.model.knowledge import Entry
from lpsa_build.model.values import Record
from lpsa_build.source.finding import Fault, Finding, Severity

FAULT = Fault(
    "LPSA309", "undefined-abbreviation", Severity.WARNING, "An abbreviation is not explained."
)
ABBREVIATION = re.compile(
    r"(?<![\w./-])(?:[A-Z](?:[A-Z]|&(?=[A-Z])|\.[A-Z])+s?|(?=\w*[A-Z]{2})(?=(?:[a-z]*[A-Z]){3})[A-Za-z]+)"
    r"(?:[-/][A-Z]{2,}s?)*(?![\w-]| \d)"
)
"""Two capitals or more in a row, dotted ones, or three in one word of mixed letters.

With a number after them they name a document: ISO 9001.
"""
ROMAN = re.compile(r"[IVX]+")
KNOWN = words(
    "UN EU UK US USA U.S U.K U.N ONU UE EE UU EUA OK TV ID IP URL HTTP HTTPS HTML PDF CPU RAM GPS "
    "SMS DNA HIV AIDS IT TI AI API CSS CSV JSON XML YAML UTC"
)


def check_entry(content: Content, entry: Entry[Record]) -> Iterator[Finding]:
    """Yield a finding at the first use of each unexplained abbreviation in a definition."""
    for definition in content.definitions(entry):
        told: set[str] = set()
        for match in ABBREVIATION.finditer(definition.plain):
            short = match.group().removesuffix("s")
            before = definition.plain[: match.start()]
            if short in told or _is_introduced(before, short, definition.language):
                continue
            if not _is_known(content, definition, short):
                told.add(short)
                yield FAULT.at(
                    entry.path,
                    definition.span(*match.span()),
                    f"The abbreviation “{match.group()}” is not explained here or in the glossary.",
                    "Write the words in full.",
                )


def _is_introduced(before: str, short: str, language: str) -> bool:
    """Tell whether an abbreviation stands in brackets after the words that it is made from.

    In a translation it may come from the words of the original: an introduction will do.
    """
    if language != "en":
        return re.search(r"\w\s?(?:\(|, (?:ou|o) )$", before) is not None
    words = before.rstrip("( ").split()[-len(short) - 2 :] if before.endswith("(") else []
    long_forms = [" ".join(words[at:]) for at in range(len(words))]
    return any(can_abbreviate(short, form) or abbreviates(short, form) for form in long_forms)


def _is_known(content: Content, definition: Definition, short: str) -> bool:
    """Tell whether an abbreviation is common, spelled out beside it, or a label of the glossary."""
    small = sum(map(str.islower, short)) > len(short) / 2  # the name of a product: PrestoDB
    if short in KNOWN or small or ROMAN.fullmatch(short) or PLACEHOLDER.fullmatch(short):
        return True
    if short in content.once(label_words) or any(
        abbreviates(short, label) for label in definition.labels if " " in label
    ):
        return True
    found = WORD.findall(definition.plain)
    telling = [word for word in found if word not in STOP_WORDS["en"]]
    letters = short.replace(".", "").casefold()
    return any(letters in "".join(w[0] for w in ws).casefold() for ws in (found, telling))


RULE = Rule(FAULT, __doc__, covers=("W09",), check_entry=check_entry, of_absence=True)
