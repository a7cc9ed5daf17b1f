"""One page from a template; what the template asks for is noted as what the page is made of."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from textwrap import shorten
from typing import Any

from markupsafe import Markup

from lpsa_build.mentions.writing import BODY, Writing, writings
from lpsa_build.model.addresses import Kind, address_of, relative, relative_address
from lpsa_build.model.directives import Insertion, read_directive
from lpsa_build.model.knowledge import Entry
from lpsa_build.model.values import Record
from lpsa_build.render.facets import facets_of
from lpsa_build.render.page import Draft, Page, run_template
from lpsa_build.render.renderer import Renderer
from lpsa_build.render.text import Edit, PageText

DESCRIPTION_LENGTH = 200


def make_page(
    renderer: Renderer,
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
    asked = Asked(renderer, path, entry, draft)
    names = {**asked.functions(), "title": title, **context}
    markdown = run_template(renderer.environment, template, draft, names) + asked.printed()
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
        facets=facets_of(entry, renderer.knowledge.settings),
    )


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
