"""Built sites: pages as trees of elements, and whether their links lead anywhere.

The tree is what is written in the file, not what a browser makes of it: an element that is never
closed, or closed in the wrong place, is told by ``Page.misplaced``.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source"}
)
LINKS = {
    "a": "href",
    "area": "href",
    "link": "href",
    "script": "src",
    "img": "src",
    "source": "src",
    "iframe": "src",
    "form": "action",
}
ID_REFERENCES = ("for", "aria-labelledby", "aria-describedby", "aria-controls", "headers")
REFRESH = re.compile(r"\d+;\s*url=(?P<address>.*)")


@dataclass(eq=False)
class Element:
    """An element: its attributes, and what is in it, texts and elements."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    parent: Element | None = None
    content: list[Element | str] = field(default_factory=list)

    def __getitem__(self, name: str) -> str:
        return self.attributes.get(name, "")

    def walk(self) -> Iterator[Element]:
        """Yield every element inside this one, in the order of the page."""
        for child in self.content:
            if isinstance(child, Element):
                yield child
                yield from child.walk()

    def all(self, *tags: str, **attributes: str) -> list[Element]:
        """Return the elements inside with one of the tags; ``class_`` names one of its classes."""
        wanted = {name.strip("_").replace("_", "-"): value for name, value in attributes.items()}
        return [
            element
            for element in self.walk()
            if (not tags or element.tag in tags)
            and all(value in element.words(name) for name, value in wanted.items())
        ]

    def one(self, *tags: str, **attributes: str) -> Element:
        """Return the only element of its kind inside."""
        found = self.all(*tags, **attributes)
        assert len(found) == 1, f"{len(found)} elements {tags} {attributes}"
        return found[0]

    def words(self, attribute: str) -> list[str]:
        """Return an attribute's value, and its words: a class list holds each of its classes."""
        value = self[attribute]
        return [value, *value.split()]

    @property
    def text(self) -> str:
        """The text inside on one line, without the links that headings carry to themselves."""
        return " ".join("".join(self._texts()).split())

    def _texts(self) -> Iterator[str]:
        for child in self.content:
            if isinstance(child, str):
                yield child
            elif "headerlink" not in child.words("class"):
                yield from child._texts()

    def ancestors(self) -> Iterator[Element]:
        """Yield what this element is in, innermost first."""
        if self.parent:
            yield self.parent
            yield from self.parent.ancestors()


class Page:
    """One HTML file as a tree."""

    def __init__(self, html: str) -> None:
        reader = _TreeReader()
        reader.feed(html)
        reader.close()
        self.root = reader.root
        self.misplaced = reader.misplaced
        self.ids = Counter(element["id"] for element in self.root.walk() if element["id"])

    @property
    def article(self) -> Element:
        """What the page is about, without the theme's frame around it."""
        return self.root.one("article")

    def meta(self, name: str) -> str:
        """Return what a ``meta`` element says; an empty text if there is none."""
        found = [*self.root.all("meta", name=name), *self.root.all("meta", property=name)]
        return found[0]["content"] if found else ""

    def json_ld(self) -> list[Any]:
        """Return the page's structured data."""
        scripts = self.root.all("script", type="application/ld+json")
        return [json.loads("".join(map(str, script.content))) for script in scripts]

    def addresses(self) -> Iterator[str]:
        """Yield every address that the page names, for readers or for programs."""
        for element in self.root.walk():
            if address := element[LINKS.get(element.tag, "-")]:
                yield address
            if element.tag == "meta":
                if match := REFRESH.match(element["content"]):
                    yield match["address"]
                if element["property"] in {"og:url", "og:image"}:
                    yield element["content"]
        for data in self.json_ld():
            yield from _addresses_in(data)


class BuiltSite:
    """The folder of a built site, which stands at ``url``."""

    def __init__(self, folder: Path, url: str) -> None:
        self.folder, self.url = folder, url

    @cached_property
    def pages(self) -> dict[str, Page]:
        """Address → page, for every HTML file; the home page has an empty address."""
        return {
            path.relative_to(self.folder).as_posix().removesuffix("index.html"): Page(
                path.read_text(encoding="utf-8")
            )
            for path in sorted(self.folder.rglob("*.html"))
        }

    @cached_property
    def files(self) -> frozenset[str]:
        """The paths of all files."""
        found = (path for path in self.folder.rglob("*") if path.is_file())
        return frozenset(path.relative_to(self.folder).as_posix() for path in found)

    @cached_property
    def redirects(self) -> frozenset[str]:
        """The addresses of pages that only lead to another one."""
        return frozenset(
            a for a, p in self.pages.items() if p.root.all("meta", http_equiv="refresh")
        )

    @cached_property
    def articles(self) -> dict[str, Page]:
        """The pages that are there to be read."""
        others = {*self.redirects, "404.html"}
        return {address: page for address, page in self.pages.items() if address not in others}

    def data(self, path: str) -> Any:
        """Return what a JSON file of the site holds."""
        return json.loads((self.folder / path).read_text(encoding="utf-8"))

    def address(self, page: str, link: str) -> str | None:
        """Return the address in this site that a link on a page means; None for other sites."""
        absolute = urljoin(self.url + page, link)
        if not absolute.startswith(self.url):
            return None
        return absolute.removeprefix(self.url)

    def fault(self, page: str, link: str) -> str:
        """Say why a link on a page leads nowhere; an empty text if it does lead somewhere."""
        address = self.address(page, link)
        if address is None:
            same_host = urlsplit(urljoin(self.url + page, link)).netloc == urlsplit(self.url).netloc
            return "it leaves the site's folder" if same_host else ""
        parts = urlsplit(address)
        path, fragment = unquote(parts.path), unquote(parts.fragment)
        if path in self.pages:
            known = self.pages[path].ids
            return "" if not fragment or fragment in known else f"{path} has no id {fragment}"
        if path not in self.files:
            return "there is no such file"
        return "only pages have parts" if fragment or parts.query else ""


class _TreeReader(HTMLParser):
    """Builds the tree; says what is closed that is not open, or left open."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("#document")
        self.misplaced: list[str] = []
        self._open = self.root

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs}, self._open)
        self._open.content.append(element)
        if tag not in VOID:
            self._open = element

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._open.content.append(
            Element(tag, {name: value or "" for name, value in attrs}, self._open)
        )

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID:
            return
        if self._open.tag != tag:
            self.misplaced.append(f"</{tag}> in <{self._open.tag}>")
        around = [self._open, *self._open.ancestors()]
        if closed := next((element for element in around if element.tag == tag), None):
            self._open = closed.parent or self.root

    def handle_data(self, data: str) -> None:
        self._open.content.append(data)

    def close(self) -> None:
        super().close()
        left = [self._open, *self._open.ancestors()]
        self.misplaced.extend(f"<{element.tag}> is left open" for element in left[:-1])


def _addresses_in(data: Any) -> Iterator[str]:
    if isinstance(data, dict):
        for key, value in data.items():
            if key in {"url", "@id"}:
                yield str(value)
            elif key != "sameAs":
                yield from _addresses_in(value)
    elif isinstance(data, list):
        for value in data:
            yield from _addresses_in(value)
