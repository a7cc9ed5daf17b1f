"""The Python-Markdown extension: term links, the sanitiser, and the trusted parts after it.

``[[id]]`` and ``[[id|text]]`` become links to terms. It runs under any builder that converts with
Python-Markdown; the page being converted is found in :func:`page_of`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, MutableMapping, Sequence
from dataclasses import dataclass, field, replace
from html import escape
from posixpath import dirname, relpath
from typing import Any
from xml.etree.ElementTree import Element

import markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor
from markdown.postprocessors import Postprocessor
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import ETX, STX, AtomicString

from lpsa_build.adapters.images import sized_images
from lpsa_build.adapters.sanitizer import clean, removals
from lpsa_build.model.addresses import address_of
from lpsa_build.render.page import TOKEN, TOKEN_END, TOKEN_START
from lpsa_build.source.image_size import Size

BAR = rf"(?:\\?\||{STX}[^{ETX}]*{ETX})"
"""In a table the bar is written ``\\|``, which Markdown has set aside when it comes to us."""
MARK = (
    r"\[\[(?:[ ]*!(?P<kept>[^\[\]]+)"
    rf"|(?P<target>[^\[\]|\\\n{STX}]+)(?:{BAR}(?P<words>[^\[\]]*))?)\]\](?!\(|\[(?!\[))"
)
AFTER_LINKS = 125
"""Priority below ``short_reference`` (130), so that ordinary links keep their meaning."""
BEFORE_RAW_HTML = 23
LAST = -100
FRAGMENT_EXTENSIONS = ("attr_list",)
NEVER_CLOSED = "an element that is never closed and so takes in what follows"
PART = re.compile(f"<p>{TOKEN.pattern}</p>")
Resolve = Callable[[str, str], str | None]


@dataclass
class Site:
    """What the extension needs to know of the site.

    ``titles`` is term → preferred label, ``paths`` term → page path, ``parts`` token → trusted
    HTML, ``images`` the size of each by its address. ``removed`` collects, by page path, what the
    sanitiser took out.
    """

    titles: Mapping[str, str] = field(default_factory=dict)
    paths: Mapping[str, str] = field(default_factory=dict)
    parts: Mapping[str, str] = field(default_factory=dict)
    images: Mapping[str, Size] = field(default_factory=dict)
    table_word: str = "Table"
    removed: MutableMapping[str, list[str]] = field(default_factory=dict)

    def builder_link(self, term: str, page: str) -> str | None:
        """Return the link from a page to a term as the builder rewrites it, none to itself."""
        path = self.paths.get(term)
        return relpath(path, dirname(page) or ".") if path and path != page else None


def page_of(md: markdown.Markdown) -> str:
    """Return the path of the page that is being converted, or an empty text.

    MkDocs and ProperDocs leave the file on their ``relpath`` processor, Zensical the page on its
    context processor; both seams are the ones these builders' own extensions use.
    """
    if "relpath" in md.treeprocessors:
        return str(getattr(getattr(md.treeprocessors["relpath"], "file", None), "src_uri", ""))
    for processor in md.preprocessors:
        if page := getattr(processor, "page", None):
            return str(getattr(page, "path", ""))
    return ""


class TermLinks(InlineProcessor):
    """``[[id|words]]`` → ``<a class="term" …>``; an unknown id leaves its words as text."""

    ANCESTOR_EXCLUDES = ("a",)

    def __init__(self, md: markdown.Markdown, titles: Mapping[str, str], resolve: Resolve) -> None:
        super().__init__(MARK, md)
        self.titles, self.resolve = titles, resolve

    def handleMatch(  # type: ignore[override]  # noqa: N802  # the base class names it so
        self, match: re.Match[str], _: str
    ) -> tuple[Element | str, int, int]:
        """Return the link, or the words alone."""
        if match["kept"]:
            return self.unescape(match["kept"]), match.start(0), match.end(0)
        target, words = match["target"].strip(), match["words"]
        shown = " ".join((words or self.titles.get(target, target)).split())
        address = self.resolve(target, page_of(self.md))
        if address is None:
            return self.unescape(shown), match.start(0), match.end(0)
        link = Element("a", {"class": "term", "href": address, "data-term": target})
        link.text = shown if words else AtomicString(shown)
        return link, match.start(0), match.end(0)


class MarkedSections(Preprocessor):
    """Parts ``<![`` with an empty token: MkDocs reads raw HTML with a library that stops at it."""

    def run(self, lines: list[str]) -> list[str]:
        """Return the lines; the token goes with all others at the end."""
        return [line.replace("<![", f"<!{TOKEN_START}{TOKEN_END}[") for line in lines]


class ColumnHeadings(Treeprocessor):
    """The heading of a table's column says that it is one."""

    def run(self, root: Element) -> None:
        """Give each its scope."""
        for cell in root.iter("th"):
            cell.set("scope", "col")


class CleanThenInsert(Postprocessor):
    """The last step: sanitise what content made, then put the trusted parts in."""

    def __init__(self, md: markdown.Markdown, site: Site) -> None:
        super().__init__(md)
        self.site = site

    def run(self, text: str) -> str:
        """Return the finished HTML of a page."""
        assert self.md is not None
        page = page_of(self.md)
        html = sized_images(clean(text), address_of(page), self.site.images)
        html = scrollable_tables(html, self.site.table_word)
        swallowed = sum(map(bool, TOKEN.findall(text))) > len(PART.findall(html))
        if refused := [*removals(text), *([NEVER_CLOSED] if swallowed else [])]:
            self.site.removed.setdefault(page, []).extend(refused)
        return insert_parts(html, self.site.parts)


def scrollable_tables(html: str, word: str) -> str:
    """Return ``html`` whose tables scroll by themselves where they are wider than the screen.

    ``word`` names them for a screen reader: Table 1, Table 2 …
    """
    pieces = html.split("<table>")
    if len(pieces) == 1:
        return html
    opened = [
        f'<div class="lpsa-scroll" tabindex="0" role="region" aria-label="{escape(word)} {number}">'
        f'<table class="lpsa-table">{piece.replace("</table>", "</table></div>")}'
        for number, piece in enumerate(pieces[1:], 1)
    ]
    return "".join([pieces[0], *opened])


def insert_parts(html: str, parts: Mapping[str, str]) -> str:
    """Return ``html`` with every token, and the paragraph around it, replaced by its part."""
    return TOKEN.sub("", PART.sub(lambda match: parts.get(match[1], ""), html))


class LpsaExtension(Extension):
    """Term links, clean HTML and trusted parts for a page of the site."""

    def __init__(self, **options: Any) -> None:
        """Take ``site``: a :class:`Site`."""
        self.config = {"site": [Site(), "what the extension needs to know of the site"]}
        super().__init__(**options)

    def extendMarkdown(self, md: markdown.Markdown) -> None:  # noqa: N802
        """Register the processors, and what the Markdown of our own pages is written in."""
        site: Site = self.getConfig("site")
        md.registerExtensions(FRAGMENT_EXTENSIONS, {})
        links = TermLinks(md, site.titles, site.builder_link)
        md.inlinePatterns.register(links, "lpsa_terms", AFTER_LINKS)
        md.preprocessors.register(MarkedSections(md), "lpsa_marked_sections", BEFORE_RAW_HTML)
        md.treeprocessors.register(ColumnHeadings(md), "lpsa_columns", LAST)
        md.postprocessors.register(CleanThenInsert(md, site), "lpsa_clean", LAST)


def makeExtension(**options: Any) -> LpsaExtension:  # noqa: N802  # Python-Markdown's entry point
    """Return the extension."""
    return LpsaExtension(**options)


def page_converter(
    extensions: Sequence[Any], options: Mapping[str, Any], site: Site
) -> Callable[[str, Mapping[str, str]], str]:
    """Return a function that converts a page as the builder would: Markdown and parts → HTML.

    ``extensions`` and their ``options`` are those of the site, with or without ours.
    """
    others = [name for name in extensions if not isinstance(name, LpsaExtension)]

    def convert(text: str, parts: Mapping[str, str]) -> str:
        ours = LpsaExtension(site=replace(site, parts=parts, removed={}))
        md = markdown.Markdown(extensions=[*others, ours], extension_configs=dict(options))
        return md.convert(text)

    return convert


class Fragments:
    """Converts short texts (definitions, notes) that templates put into trusted parts."""

    def __init__(self, titles: Mapping[str, str], resolve: Resolve) -> None:
        """``resolve`` gives the browser's link from a page path to a term."""
        self._page = ""
        self._md = markdown.Markdown(extensions=list(FRAGMENT_EXTENSIONS))
        links = TermLinks(self._md, titles, lambda term, _: resolve(term, self._page))
        self._md.inlinePatterns.register(links, "lpsa_terms", AFTER_LINKS)

    def to_html(self, text: str, page: str) -> str:
        """Return inline HTML of Markdown as it stands on ``page``; one paragraph loses its tags."""
        self._page = page
        html = clean(self._md.reset().convert(text)).strip()
        if html.startswith("<p>") and html.count("<p>") == 1 and html.endswith("</p>"):
            return html[3:-4]
        return html
