"""What becomes of each mention on a page: the linking policy, and the reason for every decision."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from lpsa_build.language.folding import folded_words
from lpsa_build.language.likeness import nearest
from lpsa_build.mentions.forms import Form
from lpsa_build.mentions.index import FormIndex, Match
from lpsa_build.mentions.section_sense import section_sense
from lpsa_build.mentions.writing import Writing
from lpsa_build.model.addresses import Kind
from lpsa_build.model.framework import Framework
from lpsa_build.model.knowledge import Entry, KnowledgeBase
from lpsa_build.model.pages import Primer, Project, WorkingGroup
from lpsa_build.model.term import LinkPolicy, Term
from lpsa_build.model.values import Record
from lpsa_build.source import faults
from lpsa_build.source.finding import Finding, Span
from lpsa_build.source.pieces import Mark
from lpsa_build.source.yaml_tree import Path

REASONS = {
    "section": "first mention in the section",
    "page": "first mention on the page",
    "all": "every mention is linked",
}
"""Scope → why a mention is linked."""
OWN_PAGE = "the term's own page"
TOO_COMMON = "a common word outside its domain"


class Mention(NamedTuple):
    """Words that name a term, and what becomes of them.

    ``start`` and ``end`` are offsets in the text of ``writing``, ``section`` the number of the
    section in it; ``term`` is empty when the words are ambiguous or kept from linking. Where the
    words are forms of several terms, ``candidates`` are these, and ``rule`` says what decided.
    """

    writing: Writing
    start: int
    end: int
    section: int
    term: str
    form: str
    reason: str
    linked: bool
    marked: bool = False
    candidates: tuple[str, ...] = ()
    rule: str = ""

    @property
    def path(self) -> str:
        """The file."""
        return self.writing.path

    @property
    def field(self) -> Path:
        """The value of the front matter, or the body."""
        return self.writing.field

    @property
    def language(self) -> str:
        """The language of the text."""
        return self.writing.language

    @property
    def span(self) -> Span:
        """The place in the file."""
        return self.writing.span(self.start, self.end)

    @property
    def text(self) -> str:
        """The words as they stand in the text; of a mark, all of it."""
        return self.writing.text[self.start : self.end]


class PagePolicy:
    """The linking policy of one page and what has been linked on it so far."""

    def __init__(self, knowledge: KnowledgeBase, entry: Entry[Record], index: FormIndex) -> None:
        self.knowledge = knowledge
        self.index = index
        self.terms = knowledge.terms
        self.common = knowledge.common_words
        self.special = knowledge.special_links
        self.unread = knowledge.unread
        self.scope = knowledge.settings.scope
        self.first = REASONS[self.scope]
        self.own = entry.id if entry.kind is Kind.TERM else ""
        self.no_link = frozenset(getattr(entry.fields, "no_link", ()))
        senses: Mapping[str, str] = getattr(entry.fields, "senses", {})
        self.senses = {folded_words(w): term for w, term in senses.items() if term in self.terms}
        self.domains = domains_of(entry)
        self.on_page: set[str] = set()
        self.in_section: set[tuple[int, str]] = set()
        self.in_paragraph: Counter[tuple[Path, int]] = Counter()
        self.most = knowledge.settings.links_per_paragraph
        self.ambiguous: set[str] = set()
        self.findings: list[Finding] = []

    def mentions(self, text: Writing) -> Iterator[Mention]:
        """Yield the mentions in one text, marks included, in reading order."""
        self.in_section = set()
        marks = text.prose.marks
        at = 0
        for match in self.index.find(text.prose.running, text.text):
            while at < len(marks) and marks[at].start < match.start:
                yield from self._marked(text, marks[at])
                at += 1
            yield self._mention(text, match)
        for mark in marks[at:]:
            yield from self._marked(text, mark)

    def _marked(self, text: Writing, mark: Mark) -> Iterator[Mention]:
        known = mark.target in self.terms
        if mark.target and not known:
            if f"{Kind.TERM}:{mark.target}" not in self.unread:
                self.findings.append(unknown_mark(text, mark, self.terms))
            return
        own = known and mark.target == self.own
        section = text.prose.section_at(mark.start)
        if known:
            self.on_page.add(mark.target)
            self.in_section.add((section, mark.target))
        yield Mention(
            text,
            mark.start,
            mark.end,
            section,
            mark.target,
            mark.target or mark.text,
            OWN_PAGE if own else "marked" if known else "kept from linking by [[!…]]",
            linked=known and not own,
            marked=True,
        )

    def _mention(self, text: Writing, match: Match) -> Mention:
        start, end, forms = match
        section = text.prose.section_at(start)
        if len(forms) == 1 and not self.senses and forms[0].term not in self.common:
            choice: tuple[Form | None, str, str] = (forms[0], "", "")
        else:
            choice = self._choose(text, section, match)
        form, why_not, rule = choice
        if form is None:
            self._report_ambiguous(text, match, why_not)
            return Mention(
                text,
                start,
                end,
                section,
                "",
                forms[0].text,
                why_not,
                linked=False,
                candidates=_several(match),
                rule=rule,
            )
        term = form.term
        why_not = why_not or self._policy(section, term) or self._density(text, start)
        if not why_not:
            self.on_page.add(term)
            self.in_section.add((section, term))
        reason, linked, several = why_not or self.first, not why_not, _several(match)
        return Mention(
            text, start, end, section, term, form.text, reason, linked, False, several, rule
        )  # by position: there are very many

    def _choose(self, text: Writing, section: int, match: Match) -> tuple[Form | None, str, str]:
        """Return the form that is meant (or why none is linked), and the rule that decided."""
        for form in match.forms if self.senses else ():
            if (sense := self.senses.get(folded_words(form.label))) is not None:
                return Form(form.text, form.label, sense, form.rank), "", "senses of the page"
        fitting = [form for form in match.forms if not self._too_common(form.term)]
        if not fitting:
            return match.forms[0], TOO_COMMON, TOO_COMMON
        best = min(form.rank for form in fitting)
        strongest = {f.term: f for f in fitting if f.rank == best}
        if len(strongest) == 1:
            rule = "label before alias" if fitting == [*match.forms] else "others are common words"
            return next(iter(strongest.values())), "", rule
        if self.own in strongest:
            return strongest[self.own], "", OWN_PAGE
        if sense := section_sense(
            sorted(strongest), text.prose, section, self.index, self.knowledge
        ):
            return strongest[sense], "", "heading of the section"
        in_domain = [f for f in strongest.values() if self._domain(f.term) in self.domains]
        if len(in_domain) == 1:
            return in_domain[0], "", "domain of the page"
        return None, "ambiguous: " + " or ".join(sorted(strongest)), "no rule decides"

    def _too_common(self, term: str) -> bool:
        return term in self.common and self._domain(term) not in self.domains

    def _domain(self, term: str) -> str:
        return self.terms[term].fields.domain

    def _policy(self, section: int, term: str) -> str:
        """Return why a mention of ``term`` is not linked here, or an empty text."""
        if term == self.own:
            return OWN_PAGE
        if term in self.no_link:
            return "no_link on this page"
        once = self.scope == "page"
        if term in self.special:
            policy = self.terms[term].fields.link
            if policy is not LinkPolicy.FIRST:
                return f"link: {policy} of the term"
            once = True
        if once and term in self.on_page:
            return "already linked on this page"
        if self.scope == "section" and (section, term) in self.in_section:
            return "already linked in this section"
        return ""

    def _density(self, text: Writing, at: int) -> str:
        """Return why one more link is too much for the paragraph at ``at``; else count it."""
        if not self.most:
            return ""
        place = (text.field, text.prose.paragraph_at(at))
        if self.in_paragraph[place] >= self.most:
            return f"the paragraph has all its links already ({self.most})"
        self.in_paragraph[place] += 1
        return ""

    def _report_ambiguous(self, text: Writing, match: Match, reason: str) -> None:
        words = match.forms[0].label
        if words in self.ambiguous:
            return
        self.ambiguous.add(words)
        self.findings.append(
            faults.AMBIGUOUS_MENTION.at(
                text.path,
                text.span(match.start, match.end),
                f"“{words}” is {reason}; it is not linked.",
                f"Say which is meant: `senses: {{{words}: …}}` in the front matter.",
            )
        )


def unknown_mark(text: Writing, mark: Mark, known: Iterable[str]) -> Finding:
    """Return the finding that a mark names none of the ``known`` terms."""
    guess = nearest(mark.target, known)
    return faults.UNKNOWN_MARK.at(
        text.path,
        text.span(mark.start, mark.end),
        f"The glossary has no entry “{mark.target}”.",
        f"Did you mean [[{guess}]]?" if guess else "Write the id of an entry.",
    )


def _several(match: Match) -> tuple[str, ...]:
    """Return the terms that a match may mean, if there is more than one."""
    terms = {form.term for form in match.forms} if len(match.forms) > 1 else ()
    return tuple(sorted(terms)) if len(terms) > 1 else ()


def domains_of(entry: Entry[Record]) -> frozenset[str]:
    """Return the domains that an entry belongs to."""
    fields = entry.fields
    if isinstance(fields, Term):
        return frozenset({fields.domain})
    if isinstance(fields, Primer):
        return frozenset(fields.domains)
    if isinstance(fields, Project):
        return frozenset(fields.themes)
    if isinstance(fields, WorkingGroup):
        return frozenset({fields.theme} if fields.theme else ())
    if isinstance(fields, Framework):
        return frozenset({"data"})
    return frozenset()


def explicit_mark(mention: Mention, text: str) -> str:
    r"""Return the words of a mention as a mark that fits into tables, too: ``[[id\|words]]``."""
    return rf"[[{mention.term}\|{text[mention.start : mention.end]}]]"
