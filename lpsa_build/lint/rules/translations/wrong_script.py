"""A field is written in letters of another script than its language.

**What it finds**

A label, definition or text in Arabic without Arabic letters; one in English, French, Spanish or
Portuguese mostly in Arabic, Greek or Cyrillic letters; and a word of a label that mixes scripts,
such as a Cyrillic а in a Latin word. Abbreviations and names may keep their Latin letters in
Arabic.

**Why it matters**

The text stands in the wrong field, or was never translated. A word of mixed scripts looks right and
is never found.

**Bad**

```glossary/grant.md
---
term: grant
definition: Money that a public body gives without asking for it back.
domain: fiscal
status: draft
translations:
  ar: {term: subvention publique, revision: 1}
---
```

**Good**

```glossary/grant.md
---
term: grant
definition: Money that a public body gives without asking for it back.
domain: fiscal
status: draft
translations:
  ar: {term: منحة, revision: 1}
---
```

**Fix**

Put the text into the field of its language, or retype the word.
"""

# Over 80 lines: the manual shows whole files, before and after.
from __future__ import annotations

import re
from collections.abc import Iterator

from lpsa_build.language.guess import script_of, scripts_in
from lpsa_build.lint.content import Content
from lpsa_build.lint.rule import Rule
from lpsa_build.mentions.forms import acronyms
from lpsa_build.mentions.writing import Writing
from lpsa_build.model.knowledge import Entry
from lpsa_build.model.term import Term, Translation
from lpsa_build.model.values import Record
from lpsa_build.source.finding import Fault, Finding, Severity, Span
from lpsa_build.source.yaml_tree import Path

FAULT = Fault("LPSA510", "wrong-script", Severity.ERROR, "A field is written in another script.")
LABELS = ("aliases", "avoid", "variants")
TEXTS = ("definition", "scope_note")
FEWEST = 12
"""Letters of a text that must be in another script to tell."""


def check_all(content: Content) -> Iterator[Finding]:
    """Yield a finding at each label and text in the wrong script."""
    for term in content.knowledge.terms.values():
        yield from _labels(term, (), term.fields, content.settings.language)
        for language, translation in term.fields.translations.items():
            yield from _labels(term, ("translations", language), translation, language)
    bodies = content.knowledge.term_translations.values()
    for entry in (*content.entries, *bodies):
        for text in content.writings(entry):
            if not _fits(text.prose.running, text.language):
                yield _finding(text.path, _whole(text), text.language)


def _labels(
    entry: Entry[Record], at: Path, names: Term | Translation, language: str
) -> Iterator[Finding]:
    named: list[tuple[Path, str]] = [((*at, "term"), names.term)]
    for field in LABELS:
        named += [((*at, field, n), label) for n, label in enumerate(getattr(names, field))]
    for path, label in named:
        if mixed := next(filter(_is_mixed, re.findall(r"[^\W\d_]+", label)), ""):
            yield FAULT.at(
                entry.path,
                entry.tree.span_of(path),
                f"The word “{mixed}” has letters of two scripts.",
                "Retype it.",
            )
        elif not (_fits(label, language, fewest=1) or acronyms(label) or label[:1].isupper()):
            yield _finding(entry.path, entry.tree.span_of(path), language)
    for field in TEXTS if at else ():
        if (value := getattr(names, field)) and not _fits(value, language):
            yield _finding(entry.path, entry.tree.span_of((*at, field)), language)


def _fits(text: str, language: str, *, fewest: int = FEWEST) -> bool:
    """Tell whether enough letters of a text are in the script of its language."""
    if text.isascii() and script_of(language) == "Latin":
        return True
    counts = scripts_in(text)
    right = counts[script_of(language)]
    others = counts.total() - right
    return others < fewest or right * 2 >= others


def _is_mixed(word: str) -> bool:
    return len([name for name, count in scripts_in(word).items() if count]) > 1


def _whole(text: Writing) -> Span:
    start = len(text.text) - len(text.text.lstrip())
    return text.span(start, start + len(text.text[start:].partition("\n")[0]))


def _finding(path: str, span: Span, language: str) -> Finding:
    return FAULT.at(
        path,
        span,
        f"This is not written in {script_of(language)} letters, as its language ({language}) is.",
        "Put it into the field of its language, or translate it.",
    )


RULE = Rule(FAULT, __doc__, covers=("W43",), check_all=check_all)
