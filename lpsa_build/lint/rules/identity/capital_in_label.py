"""The label has a capital that it does not need.

**What it finds**

A label that begins with a capital although the site writes it with a small letter, more often than
not in running text, in other labels, or in translations. In French, Spanish and Portuguese, a label
with a capital whose English one has none; the State keeps its own there (“État”, “Estado”). Several
words all in capitals.

**Why it matters**

A capital says that the word is a name. Readers take “Devolution” for a law or a program.

**Bad**

```glossary/devolution.md
---
term: Devolution
definition: Decentralization that hands powers to elected local governments.
domain: governance
status: draft
---
Many constitutions speak of devolution.
```

**Good**

```glossary/devolution.md
---
term: devolution
definition: Decentralization that hands powers to elected local governments.
domain: governance
status: draft
---
Many constitutions speak of devolution.
```

**Fix**

Write it with a small letter. Keep the capital of a name, and use it in the text as well.
"""
# Over 80 lines: a name is told by its use, by other labels and by translations.

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from lpsa_build.language.folding import folded_words
from lpsa_build.lint.content import Content
from lpsa_build.lint.labels import label_words, preferred_and_aliases
from lpsa_build.lint.rule import Rule
from lpsa_build.mentions.policy import Mention
from lpsa_build.model.knowledge import Entry
from lpsa_build.model.term import Term
from lpsa_build.source.finding import Fault, Finding, Severity

FAULT = Fault(
    "LPSA132", "capital-in-label", Severity.WARNING, "A label has a capital without need."
)
ROMANCE = frozenset({"fr", "es", "pt"})
COMMON = re.compile(
    r"(?!Montreal|Nepal|Senegal|Portugal|Transvaal)[A-Z][a-z]{2,}(?:al|ive|ous|able|ible|tion|ity)"
)
"""A word with an ending that names rarely have: Sectoral, Collective."""
SHOUTED = re.compile(
    r"[A-Z-]{3,}(?: (?:[A-Z-]{3,}|IN|OF))* [A-Z-]{5,}|[A-Z-]{5,} [A-Z-]{3,}|[A-Z]{9,}"
)
"""Two words or more in capitals, one of them too long for an abbreviation; or a very long one."""
NEAR = 16
"""Characters before a word that are nearly always enough to tell whether it begins a sentence."""
SKIPPED = ' \n\t*_(["“'
POLITY = frozenset({"état", "états", "estado", "estados"})


def check_all(content: Content) -> Iterator[Finding]:
    """Yield a finding at each label that is a common noun and has a capital."""
    capitals = Counter[tuple[str, tuple[str, ...]]]()
    for mention in (m for entry in content.entries for m in content.mentions(entry)):
        if not mention.marked and not _begins_sentence(mention):
            capitals[mention.term, folded_words(mention.text)] += (
                1 if mention.text[:1].isupper() else -1
            )
    for entry in content.knowledge.terms.values():
        for label in preferred_and_aliases(entry):
            translated = label.language in ROMANCE and entry.fields.term[:1].islower()
            written_small = capitals[entry.id, folded_words(label.text)] < 0
            plain = translated or written_small or _is_plain(content, entry, label.text)
            shouted = SHOUTED.fullmatch(label.text)
            if shouted or (plain and _has_capital(label.text)):
                yield FAULT.at(
                    entry.path,
                    label.span,
                    f"“{label.text}” is all in capitals."
                    if shouted
                    else f"“{label.text}” is no name, but has a capital.",
                    f"Write “{_small(label.text)}”.",
                )


def _has_capital(label: str) -> bool:
    """Tell whether the first word is one with a capital at its start, and no acronym."""
    first = label.split(" ")[0]
    plain = first[:1].isupper() and first[1:].islower()
    return plain and first.lower() not in POLITY


def _begins_sentence(mention: Mention) -> bool:
    text, start = mention.writing.text, mention.start
    before = text[max(0, start - NEAR) : start].rstrip(SKIPPED) or text[:start].rstrip(SKIPPED)
    return not before or before[-1] in ".!?:;|#>-"


def _is_plain(content: Content, entry: Entry[Term], label: str) -> bool:
    """Tell whether other labels write the words small, or all translations of a single one.

    An adjective of a country has a capital in English only (English devolution), and what has
    capitals and an abbreviation is a name (Regional Authority Index, RAI).
    """
    known = content.once(label_words)
    first, _, rest = label.partition(" ")
    if rest.islower():
        return first.lower() in known or bool(COMMON.fullmatch(first))
    names = [t.term for lang, t in entry.fields.translations.items() if lang in ROMANCE]
    translated_small = bool(names) and not any(name[:1].isupper() for name in names)
    common = not rest or all(word in known for word in label.lower().split(" "))
    return translated_small and common and not entry.fields.abbreviation


def _small(label: str) -> str:
    if SHOUTED.fullmatch(label):
        return label.lower()
    words = (w if sum(c.isupper() for c in w) > 1 else w.lower() for w in label.split(" "))
    return " ".join(words)


RULE = Rule(FAULT, __doc__, covers=("W11",), check_all=check_all)
