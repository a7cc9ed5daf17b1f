"""What becomes of each mention on a page: the linking policy, and the reason for every decision."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lpsa_build.language.folding import folded_words
from lpsa_build.language.likeness import nearest
from lpsa_build.mentions.index import Form, FormIndex, Match
from lpsa_build.mentions.passages import Writing
from lpsa_build.model.addresses import Kind
from lpsa_build.model.framework import Framework
from lpsa_build.model.knowledge import Entry, KnowledgeBase
from lpsa_build.model.pages import Primer, Project, WorkingGroup
from lpsa_build.model.term import LinkPolicy, Term
from lpsa_build.model.values import Record
from lpsa_build.source import faults
from lpsa_build.source.finding import Finding, Span
from lpsa_build.source.pieces import Mark, Passage
from lpsa_build.source.yaml_tree import Path


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that name a term, and what becomes of them.

    ``start`` and ``end`` are offsets in the text of ``field``; ``term`` is empty when the words
    are ambiguous or kept from linking.
    """

    path: str
    span: Span
    text: str
    language: str
    term: str
    form: str
    linked: bool
    reason: str
    field: Path
    start: int
    end: int
    section: int
    table: bool
    marked: bool
    candidates: tuple[str, ...] = ()


class PagePolicy:
    """The linking policy of one page and what has been linked on it so far."""

    def __init__(self, knowledge: KnowledgeBase, entry: Entry[Record]) -> None:
        self.terms = knowledge.terms
        self.unread = knowledge.unread
        self.scope = knowledge.settings.scope
        self.language = knowledge.settings.language
        self.own = entry.id if entry.kind is Kind.TERM else ""
        self.no_link = frozenset(getattr(entry.fields, "no_link", ()))
        senses: Mapping[str, str] = getattr(entry.fields, "senses", {})
        self.senses = {folded_words(w): term for w, term in senses.items() if term in self.terms}
        self.domains = domains_of(entry)
        self.on_page: set[str] = set()
        self.in_section: set[tuple[Path, int, str]] = set()
        self.ambiguous: set[str] = set()
        self.findings: list[Finding] = []

    def mentions(self, text: Writing, index: FormIndex) -> Iterator[Mention]:
        """Yield the mentions in one text, marks included, in reading order."""
        found: list[tuple[int, Passage | Mark, Match | None]] = [
            (mark.start, mark, None) for mark in text.prose.marks
        ]
        for passage in text.prose.passages:
            found.extend(
                (passage.source(match.start), passage, match)
                for match in index.find(passage.text, passage.glued)
            )
        for _, place, match in sorted(found, key=lambda item: item[0]):
            if isinstance(place, Mark):
                mention = self._marked(text, place)
            else:
                assert match is not None
                mention = self._mention(text, place, match)
            if mention:
                yield mention

    def _marked(self, text: Writing, mark: Mark) -> Mention | None:
        span = text.span(mark.start, mark.end)
        known = mark.target in self.terms
        if f"{Kind.TERM}:{mark.target}" in self.unread:
            return None
        if mark.target and not known:
            guess = nearest(mark.target, self.terms)
            self.findings.append(
                faults.UNKNOWN_MARK.at(
                    text.path,
                    span,
                    f"The glossary has no entry “{mark.target}”.",
                    f"Did you mean [[{guess}]]?" if guess else "Write the id of an entry.",
                )
            )
            return None
        if known:
            self._count(text, mark.section, mark.target)
        return Mention(
            text.path,
            span,
            mark.text or (self.terms[mark.target].fields.term if known else ""),
            self.language,
            mark.target,
            mark.target or mark.text,
            linked=known and mark.target != self.own,
            reason="marked" if known else "kept from linking by [[!…]]",
            field=text.field,
            start=mark.start,
            end=mark.end,
            section=mark.section,
            table=mark.table,
            marked=True,
        )

    def _mention(self, text: Writing, passage: Passage, match: Match) -> Mention:
        start, end = passage.source(match.start), passage.source(match.end - 1) + 1
        form, why_not = self._choose(match)
        if form is None:
            self._report_ambiguous(text, start, end, match, why_not)
        elif not why_not:
            why_not = self._policy(text, passage.section, form.term)
        if form and not why_not:
            self._count(text, passage.section, form.term)
        return Mention(
            text.path,
            text.span(start, end),
            passage.text[match.start : match.end],
            self.language,
            form.term if form else "",
            (form or match.forms[0]).text,
            linked=not why_not,
            reason=why_not or f"first mention in the {self.scope}",
            field=text.field,
            start=start,
            end=end,
            section=passage.section,
            table=passage.table,
            marked=False,
            candidates=tuple(sorted({f.term for f in match.forms})),
        )

    def _choose(self, match: Match) -> tuple[Form | None, str]:
        """Return the form that is meant and an empty text, or why none is linked."""
        for form in match.forms:
            if (sense := self.senses.get(folded_words(form.label))) is not None:
                return Form(form.text, form.label, sense, form.rank), ""
        fitting = [form for form in match.forms if not self._too_common(form.term)]
        if not fitting:
            return match.forms[0], "a common word outside its domain"
        best = min(form.rank for form in fitting)
        strongest = {f.term: f for f in fitting if f.rank == best}
        in_domain = {t: f for t, f in strongest.items() if self._domain(t) in self.domains}
        for choice in (in_domain, strongest):
            if len(choice) == 1:
                return next(iter(choice.values())), ""
        return None, "ambiguous: " + " or ".join(sorted(strongest))

    def _too_common(self, term: str) -> bool:
        fields = self.terms[term].fields
        return fields.common_word and fields.domain not in self.domains

    def _domain(self, term: str) -> str:
        return self.terms[term].fields.domain

    def _policy(self, text: Writing, section: int, term: str) -> str:
        """Return why a mention of ``term`` is not linked here, or an empty text."""
        policy = self.terms[term].fields.link
        if term == self.own:
            return "the term's own page"
        if term in self.no_link:
            return "no_link on this page"
        if policy in {LinkPolicy.NEVER, LinkPolicy.EXPLICIT}:
            return f"link: {policy} of the term"
        if term in self.on_page and (policy is LinkPolicy.FIRST or self.scope == "page"):
            return "already linked on this page"
        if self.scope == "section" and (text.field, section, term) in self.in_section:
            return "already linked in this section"
        return ""

    def _count(self, text: Writing, section: int, term: str) -> None:
        self.on_page.add(term)
        self.in_section.add((text.field, section, term))

    def _report_ambiguous(
        self, text: Writing, start: int, end: int, match: Match, reason: str
    ) -> None:
        words = match.forms[0].label
        if words in self.ambiguous:
            return
        self.ambiguous.add(words)
        self.findings.append(
            faults.AMBIGUOUS_MENTION.at(
                text.path,
                text.span(start, end),
                f"“{words}” is {reason}; it is not linked.",
                f"Say which is meant: `senses: {{{words}: …}}` in the front matter.",
            )
        )


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
    """Return the words of a mention in ``text`` as an explicit mark: ``[[id|words]]``."""
    bar = "\\|" if mention.table else "|"
    return f"[[{mention.term}{bar}{text[mention.start : mention.end]}]]"
