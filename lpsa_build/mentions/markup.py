"""What the texts hold besides words must fit: HTML, links, citations, directives."""

from __future__ import annotations

from collections.abc import Iterator

from lpsa_build.language.likeness import nearest
from lpsa_build.mentions.policy import unknown_mark
from lpsa_build.mentions.writing import (
    BODY,
    Writing,
    loose_writing,
    translated_fields,
    writings,
)
from lpsa_build.model.addresses import Kind
from lpsa_build.model.directives import READERS, Trouble, read_directive
from lpsa_build.model.knowledge import Entry, KnowledgeBase
from lpsa_build.model.targets import Target, Targets
from lpsa_build.model.values import Record
from lpsa_build.source import faults
from lpsa_build.source.blocks import MAX_DEPTH
from lpsa_build.source.finding import Finding
from lpsa_build.source.markup import (
    SCHEMES,
    forbidden_attributes,
    forbidden_markup,
    may_link,
    may_load,
    scheme_of,
)
from lpsa_build.source.pieces import Directive


def find_markup_faults(knowledge: KnowledgeBase, targets: Targets) -> Iterator[Finding]:
    """Yield what is wrong with the HTML, links, citations and directives of every text."""
    translations = (*knowledge.term_translations.values(), *knowledge.primer_translations.values())
    for entry in (*knowledge.entries(), *translations):
        for text in (*writings(entry), *translated_fields(entry)):
            yield from _html(text)
            yield from _attributes(text)
            yield from _destinations(text, targets)
            yield from _citations(knowledge, entry, text)
            yield from _directives(text, knowledge)
            yield from _too_deep(text)
    for term in knowledge.terms.values():
        for text in translated_fields(term):
            yield from _marks(text, knowledge)
    for translation in knowledge.term_translations.values():
        for text in writings(translation):
            yield from _marks(text, knowledge)
    for path, body in knowledge.unread.values():
        text = loose_writing(path, body, knowledge.settings.language)
        yield from (*_html(text), *_attributes(text), *_destinations(text, targets))
        yield from _directives(text, knowledge)
        yield from _marks(text, knowledge)


def _marks(text: Writing, knowledge: KnowledgeBase) -> Iterator[Finding]:
    """Yield the marks that name no entry, for texts in which the linker seeks no mentions.

    An entry that is named and cannot be read has faults of its own.
    """
    for mark in text.prose.marks:
        named = mark.target in knowledge.terms or f"{Kind.TERM}:{mark.target}" in knowledge.unread
        if mark.target and not named:
            yield unknown_mark(text, mark, knowledge.terms)


def _too_deep(text: Writing) -> Iterator[Finding]:
    for start, end in text.prose.too_deep:
        yield faults.TOO_DEEP.at(
            text.path,
            text.span(start, end),
            f"Lists or quotations are nested more than {MAX_DEPTH} levels deep.",
            "Write it with fewer levels.",
        )


def _html(text: Writing) -> Iterator[Finding]:
    for raw in text.prose.html:
        if refused := forbidden_markup(raw.text):
            yield faults.REMOVED_MARKUP.at(
                text.path,
                text.span(raw.start, raw.end),
                f"{', '.join(refused)} may not be published and is taken out.",
                "Write it in Markdown, or put a backslash before `<` to show it as text.",
            )


def _attributes(text: Writing) -> Iterator[Finding]:
    for listed in text.prose.attributes:
        if refused := forbidden_attributes(listed.text):
            yield faults.REMOVED_MARKUP.at(
                text.path,
                text.span(listed.start, listed.end),
                f"{', '.join(refused)} may not be published and is taken out.",
                "Take it out of the braces: only ids, classes and the like may stand there.",
            )


def _destinations(text: Writing, targets: Targets) -> Iterator[Finding]:
    for link in text.prose.destinations:
        span = text.span(link.start, link.end)
        scheme = scheme_of(link.address)
        if link.title:
            yield faults.REMOVED_MARKUP.at(
                text.path,
                span,
                f"The words {link.title} after the address are taken out: only a reader who points "
                "at the link with a mouse would see them.",
                "Say it in the text, or delete the words.",
            )
        if link.raw and not (may_load if link.image else may_link)(link.address):
            continue  # told with its tag
        if scheme is not None and scheme not in SCHEMES:
            yield faults.UNSAFE_LINK.at(
                text.path,
                span,
                f"An address that begins with “{scheme}:” may not be linked.",
                "Link to a web page (https://…) or a mail address (mailto:…).",
            )
        elif link.image and not may_load(link.address):
            yield faults.UNSAFE_LINK.at(
                text.path,
                span,
                "Images of other sites are not shown: readers' devices would contact that site.",
                "Put the image into the content folder and link it from there.",
            )
        elif (target := targets.resolve(text.path, link.address)) and target.fault:
            yield faults.BROKEN_LINK.at(
                text.path,
                span,
                f"The link “{link.address}” leads nowhere. {target.fault}",
                _link_cure(link.address, target, targets),
            )


def _link_cure(address: str, target: Target, targets: Targets) -> str:
    if target.anchor:
        heading = nearest(target.anchor, targets.anchors[target.path])
        return f"Did you mean #{heading}?" if heading else "Name one of its headings."
    if address.startswith("/"):
        return "Write the way from this file: the name of a file beside it, or ../ to go up."
    name = address.partition("#")[0].rsplit("/", 1)[-1]
    names = {path.rsplit("/", 1)[-1]: path for path in targets.pages}
    guess = nearest(name, names)
    if guess and guess != name:
        return f"Did you mean {names[guess]}?"
    return f"Check the way to {names[guess]} from this file." if guess else "Correct the path."


def _citations(knowledge: KnowledgeBase, entry: Entry[Record], text: Writing) -> Iterator[Finding]:
    listed = [*_sources(entry), *_sources(_original(knowledge, entry))]
    for citation in text.prose.citations:
        if citation.ref not in listed:
            yield faults.UNKNOWN_CITATION.at(
                text.path,
                text.span(citation.start, citation.end),
                f"“{citation.ref}” is cited and does not stand under `sources:`.",
                _right_citation(citation.ref, listed),
            )


def _right_citation(ref: str, listed: list[str]) -> str:
    if "@" in ref:
        each = [f"[@{one.strip(' @;')}]" for one in ref.split(";")]
        return f"Give each source brackets of its own: {' '.join(each)}."
    guess = nearest(ref, listed)
    return f"Did you mean [@{guess}]?" if guess else f"Add {{ref: {ref}}} there."


def _sources(entry: Entry[Record] | None) -> Iterator[str]:
    yield from (source.ref for source in getattr(entry and entry.fields, "sources", ()))


def _original(knowledge: KnowledgeBase, entry: Entry[Record]) -> Entry[Record] | None:
    """Return what a translation translates; it may cite what that lists."""
    if not entry.suffix:
        return None
    originals = knowledge.terms if entry.kind is Kind.TERM else knowledge.primers
    return originals.get(entry.id)


def _directives(text: Writing, knowledge: KnowledgeBase) -> Iterator[Finding]:
    for directive in text.prose.directives:
        if text.field != BODY or text.text[: directive.start][-1:] not in {"", "\n"}:
            yield _out_of_place(text, directive)
            continue
        trouble = read_directive(knowledge, directive.kind, directive.words)
        if isinstance(trouble, Trouble):
            span = text.span(directive.start, directive.end)
            if directive.kind in READERS:
                at = directive.words_start
                span = text.span(at + trouble.start, at + trouble.end)
            yield faults.UNKNOWN_MARK.at(text.path, span, trouble.message, trouble.cure)


def _out_of_place(text: Writing, directive: Directive) -> Finding:
    return faults.UNKNOWN_MARK.at(
        text.path,
        text.span(directive.start, directive.end),
        f"“[[{directive.kind}: …]]” stands in a list, a quotation or a field of the front matter.",
        "Give it a paragraph of its own in the text of the page.",
    )
