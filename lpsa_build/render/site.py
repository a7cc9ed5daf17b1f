"""The whole site as values: pages and files. Nothing is written here, nothing is read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from textwrap import shorten
from typing import Any

from markupsafe import Markup

from lpsa_build.mentions.links import Links
from lpsa_build.mentions.writing import BODY, Writing, field_writing, writings
from lpsa_build.model.addresses import (
    Kind,
    address_of,
    citation_address,
    relative,
    relative_address,
    revision_anchor,
)
from lpsa_build.model.directives import Insertion, read_directive
from lpsa_build.model.framework import Assessment, Framework
from lpsa_build.model.knowledge import Entry, KnowledgeBase
from lpsa_build.model.records import RECORDS
from lpsa_build.model.references import items_with_paths
from lpsa_build.model.revisions import find_changes
from lpsa_build.model.targets import Targets
from lpsa_build.model.term import Term
from lpsa_build.model.values import Record, show_number
from lpsa_build.render.facets import facets_of
from lpsa_build.render.figures import Figures, name_of
from lpsa_build.render.page import Draft, Page, make_environment, plain, run_template
from lpsa_build.render.results import meaning_of, step_of, table_of, tables_of
from lpsa_build.render.text import Edit, PageText, apply_edits, citations_left_out
from lpsa_build.render.words import (
    Words,
    country_name,
    direction,
    language_name,
    own_name,
    show_date,
    show_size,
    words_of,
)

Path = tuple[str | int, ...]
ToHtml = Callable[[str, str], str]
DESCRIPTION_LENGTH = 200


def title_of(entry: Entry[Record], words: Words) -> str:
    """Return the name of an entry as lists and page titles show it."""
    fields = entry.fields
    if isinstance(fields, Assessment):
        return name_of(fields, words)
    if isinstance(fields, Framework | Term):
        return fields.heading if isinstance(fields, Framework) else fields.title
    return str(getattr(fields, "title", entry.id))


def places_of(framework: Framework) -> dict[str, Path]:
    """Return, by the code of an item, where it stands in the file."""
    return {item.code: path for path, item in items_with_paths(framework)}


@dataclass
class Renderer:
    """Makes pages from templates; what a template asks for is noted as what the page is made of.

    ``to_html`` turns a short Markdown text, as it stands on a page path, into clean HTML;
    ``downloads`` are the data files beside the pages: address and number of bytes.
    """

    knowledge: KnowledgeBase
    links: Links
    targets: Targets
    to_html: ToHtml
    downloads: Mapping[str, int] = field(default_factory=dict)
    _fields: dict[tuple[str, tuple[str | int, ...]], Writing] = field(default_factory=dict)

    @cached_property
    def environment(self) -> Any:
        """The template environment in the site's language."""
        environment = make_environment(self.words)
        environment.globals.update(
            settings=self.knowledge.settings,
            knowledge=self.knowledge,
            schema_names=tuple(RECORDS),
            title_of=lambda entry: title_of(entry, self.words),
            language_name=lambda code: language_name(code, self.language),
            own_name=own_name,
            direction=direction,
            country_name=lambda code: country_name(code, self.language),
            show_date=lambda day: show_date(day, self.language),
            show_number=show_number,
            downloads=self.downloads,
            show_size=lambda size: show_size(size, self.language),
            citation_address=citation_address,
            revision_anchor=revision_anchor,
            figures=self.figures,
            doubts_of=self.doubts_of,
            places_of=places_of,
            meaning_of=meaning_of,
            step_of=step_of,
            tables_of=tables_of,
            table_of=table_of,
        )
        return environment

    @cached_property
    def figures(self) -> Figures:
        """The charts, and what the assessments come to."""
        return Figures(self.words, self.language)

    @property
    def language(self) -> str:
        """The language of the site."""
        return self.knowledge.settings.language

    @cached_property
    def words(self) -> Any:
        """The interface words of the site's language."""
        return words_of(self.language)

    def doubts_of(self, entry: Entry[Assessment]) -> dict[str, list[str]]:
        """Return, by the code of an item, the terms whose meaning changed since it was scored."""
        doubts: dict[str, list[str]] = {}
        for change in find_changes(self.knowledge, entry):
            for item in change.items:
                title = self.knowledge.terms[change.term].fields.title
                doubts.setdefault(item.code, []).append(title)
        return doubts

    @cached_property
    def by_key(self) -> Mapping[str, Entry[Record]]:
        """Every entry that has a page, by key."""
        return {entry.key: entry for entry in self.knowledge.entries()}

    def page(
        self,
        template: str,
        path: str,
        *,
        title: str,
        description: str = "",
        entry: Entry[Record] | None = None,
        listings: Iterable[str] = (),
        **context: Any,
    ) -> Page:
        """Return the page that ``template`` makes at ``path``."""
        draft = Draft(path)
        asked = Asked(self, path, entry, draft)
        markdown = run_template(
            self.environment, template, draft, {**asked.functions(), "title": title, **context}
        )
        markdown += asked.printed()
        fields = entry.fields if entry else None
        return Page(
            path,
            title,
            shorten(description, DESCRIPTION_LENGTH, placeholder=" …"),
            markdown,
            draft.parts,
            source=entry.path if entry else "",
            kind=template.removesuffix(".md"),
            updated=getattr(fields, "updated", None),
            noindex=str(getattr(fields, "status", "")) in {"draft", "illustrative"}
            and template != "project.md",
            records=frozenset(asked.records | ({entry.key} if entry else set())),
            definitions=frozenset(asked.definitions),
            listings=frozenset(listings),
            facets=facets_of(entry, self.knowledge.settings),
        )

    def plain_definition(self, entry: Entry[Term]) -> str:
        """Return the definition of a term without any markup."""
        writing = self.field_text(entry, ("definition",), entry.fields.definition)
        text = apply_edits(writing.text, list(citations_left_out(writing)))
        return plain(self.to_html(text, entry.page))

    def field_text(self, entry: Entry[Record], path: tuple[str | int, ...], value: str) -> Writing:
        """Return one value of an entry as a text, read once."""
        key = (entry.key, path)
        if key not in self._fields:
            self._fields[key] = field_writing(entry, path, value.strip())
        return self._fields[key]


@dataclass
class Asked:
    """The functions a template may call on one page, and what it called for."""

    renderer: Renderer
    path: str
    entry: Entry[Record] | None
    draft: Draft
    records: set[str] = field(default_factory=set)
    definitions: set[str] = field(default_factory=set)
    linked: set[str] = field(default_factory=set)

    def functions(self) -> dict[str, Any]:
        """Return the functions by the names that templates use."""
        return {
            "entry": self.entry,
            "path": self.path,
            "link": self.link,
            "file": lambda address: relative_address(address, self.path),
            "permalink": self.permalink,
            "edit_link": self.edit_link,
            "use": self.use,
            "definition": self.definition,
            "html": self.html,
            "body": self.body,
            "numbers": self.numbers(self.entry),
        }

    def link(self, target: str, anchor: str = "") -> str:
        """Return the link to a page path."""
        return relative(target, self.path) + (f"#{anchor}" if anchor else "")

    def permalink(self) -> str:
        """Return the whole address of the page."""
        return self.renderer.knowledge.settings.site_url.rstrip("/") + "/" + address_of(self.path)

    def edit_link(self, path: str) -> str:
        """Return where a file is edited, or an empty text where the site names no such place."""
        base = self.renderer.knowledge.settings.edit_base
        return base + path if base else ""

    def use(self, key: str) -> Entry[Record] | None:
        """Return an entry by key and note that the page is made from it."""
        self.records.add(key)
        return self.renderer.by_key.get(key)

    def definition(self, term: str) -> Markup:
        """Return the definition of a term as HTML; citations have their list on its page only."""
        self.definitions.add(term)
        entry = self.renderer.knowledge.terms[term]
        cited = entry.page == self.path
        return self.html(entry, ("definition",), entry.fields.definition, cited=cited)

    def html(
        self,
        entry: Entry[Record],
        field_path: tuple[str | int, ...],
        value: str,
        *,
        cited: bool = True,
    ) -> Markup:
        """Return one value of an entry, whose Markdown may mention terms, as HTML."""
        writing = self.renderer.field_text(entry, tuple(field_path), value)
        self._note_links(entry, writing)
        text = self._text(entry, cited=cited).markdown(writing, final=True)
        return Markup(self.renderer.to_html(text, self.path))  # noqa: S704  # sanitised

    def body(self) -> Markup:
        """Return the body of the page's entry as Markdown, which meets the sanitiser later."""
        if self.entry is None or not self.entry.body.text.strip():
            return Markup("")
        writing = next(text for text in writings(self.entry) if text.field == BODY)
        self._note_links(self.entry, writing)
        text = self._text(self.entry, cited=True).markdown(writing, self._insertions(writing))
        return Markup(text)  # noqa: S704  # sanitised later

    def printed(self) -> str:
        """Return a list of the definitions that the page's texts link to and paper cannot follow.

        It is made here since a browser that prints waits for no script; on a screen it is hidden.
        """
        own = self.entry.id if self.entry and self.entry.kind is Kind.TERM else ""
        needed = self.linked - self.definitions - {own}
        terms = [term for term in self.renderer.knowledge.sorted_terms if term.id in needed]
        if not terms:
            return ""
        template = self.renderer.environment.get_template("printed.html")
        html = template.render(terms=terms, plain=self.renderer.plain_definition)
        return str(self.draft.keep(html))

    def _note_links(self, entry: Entry[Record], writing: Writing) -> None:
        self.linked.update(m.term for m in self.renderer.links.of(entry.key, writing.field))

    def _insertions(self, writing: Writing) -> list[Edit]:
        """Return the edits that put, for each directive, the token of a trusted part."""
        edits: list[Edit] = []
        for number, directive in enumerate(writing.prose.directives, 1):
            meant = read_directive(self.renderer.knowledge, directive.kind, directive.words)
            if isinstance(meant, Insertion):
                token = self.draft.keep(self._inserted(meant, number))
                edits.append((directive.start, directive.end, token))
        return edits

    def _inserted(self, meant: Insertion, number: int) -> str:
        template = self.renderer.environment.get_template("insertion.html")
        return str(template.render(**self.functions(), insertion=meant, number=number))

    def _text(self, entry: Entry[Record], *, cited: bool) -> PageText:
        renderer = self.renderer
        numbers = self.numbers(entry) if cited else None
        return PageText(renderer.links, renderer.targets, entry.key, self.path, numbers)

    def numbers(self, entry: Entry[Record] | None) -> dict[str, int]:
        """Return the number of each source in the entry's list."""
        sources = getattr(entry.fields, "sources", ()) if entry else ()
        refs = dict.fromkeys(source.ref for source in sources)
        return {ref: number for number, ref in enumerate(refs, 1)}


def neighbours(
    entries: Iterable[Entry[Any]],
) -> Iterator[tuple[Entry[Any] | None, Entry[Any], Entry[Any] | None]]:
    """Yield each entry with the one before and the one after it."""
    listed = list(entries)
    for number, entry in enumerate(listed):
        before = listed[number - 1] if number else None
        after = listed[number + 1] if number + 1 < len(listed) else None
        yield before, entry, after
