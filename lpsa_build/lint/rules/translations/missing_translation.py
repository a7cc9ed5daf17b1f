"""An entry is not there in all languages of the site.

**What it finds**

A term or primer that is past the draft, and that has no translation in one or more of the languages
in `mkdocs.yml`; a draft counts once it has any. One finding an entry, which names the languages.

**Why it matters**

In the languages that are missing, readers see the English entry, or nothing when they search for
the word.

**Bad**

```glossary/grant.md
---
term: grant
definition: Money that a public body gives without asking for it back.
domain: fiscal
status: draft
translations:
  fr: {term: subvention, revision: 1}
  es: {term: subvención, revision: 1}
  pt: {term: subvenção, revision: 1}
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
  fr: {term: subvention, revision: 1}
  es: {term: subvención, revision: 1}
  pt: {term: subvenção, revision: 1}
  ar: {term: منحة, revision: 1}
---
```

**Fix**

Add a line under `translations`; `term` and `revision` are enough. A primer is translated in a file
beside it: `<id>.fr.md`. Mark what no native reader has seen as `status: unreviewed`.
"""

# Over 80 lines: the manual shows whole files, before and after.
from __future__ import annotations

from collections.abc import Iterator

from lpsa_build.lint.content import Content
from lpsa_build.lint.rule import Rule
from lpsa_build.model.knowledge import Entry
from lpsa_build.model.pages import Primer
from lpsa_build.model.term import Term
from lpsa_build.model.values import Status
from lpsa_build.source.finding import Fault, Finding, Severity

FAULT = Fault(
    "LPSA501", "missing-translation", Severity.ADVICE, "An entry lacks languages of the site."
)


def check_all(content: Content) -> Iterator[Finding]:
    """Yield a finding for each term and primer that lacks a language."""
    for term in content.knowledge.terms.values():
        yield from _missing(content, term, set(term.fields.translations), "translations")
    there: dict[str, set[str]] = {}
    for name, language in content.knowledge.primer_translations:
        there.setdefault(name, set()).add(language)
    for primer in content.knowledge.primers.values():
        yield from _missing(content, primer, there.get(primer.id, set()), "title")


def _missing(
    content: Content, entry: Entry[Term] | Entry[Primer], there: set[str], field: str
) -> Iterator[Finding]:
    wanted = [one for one in content.settings.languages if one != content.settings.language]
    missing = [language for language in wanted if language not in there]
    status = entry.fields.status
    settled = status is Status.DEPRECATED or (status is Status.DRAFT and not there)
    if missing and not settled:
        place = (field,) if (field,) in entry.tree.keys else ("term",)
        yield FAULT.at(
            entry.path,
            entry.tree.key_span_of(place),
            f"“{entry.fields.title}” is not translated into {', '.join(missing)}.",
            "Add what you are sure of; `status: unreviewed` says that it is not confirmed.",
        )


RULE = Rule(FAULT, __doc__, covers=("W43",), check_all=check_all)
