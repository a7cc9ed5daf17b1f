"""A page as a value, and how a template makes one.

A template writes Markdown. What it writes inside ``{% call part() %}`` is trusted HTML: it travels
through Markdown as a token and takes the token's place after the sanitiser. No content can forge
a token, since the reader refuses private-use characters.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from lpsa_build.render.words import Words

TOKEN_START, TOKEN_END = "\ue000", "\ue001"
TOKEN = re.compile(f"{TOKEN_START}([^{TOKEN_END}]*){TOKEN_END}")
_MARKDOWN = re.compile(r"([\\`*_{}\[\]()#+!.-])")
_ENTITIES = str.maketrans(
    {
        "&": "&amp;",
        "<": "&lt;",
        ">": "&gt;",
        "|": "&#124;",
        "~": "&#126;",
        "^": "&#94;",
        "=": "&#61;",
    }
)


@dataclass(frozen=True)
class Page:
    """One page of the site.

    ``path`` is its path among the builder's sources (``glossary/grant.md``); ``markdown`` holds
    tokens for the trusted ``parts``. ``source`` is the file to edit, from the root. ``records``,
    ``definitions`` and ``listings`` name what it was made from: entries (``term:grant``), terms
    whose definition it shows, and lists of entries whose every change shows on it. ``facets`` are
    what a search is narrowed by.
    """

    path: str
    title: str
    description: str
    markdown: str
    parts: Mapping[str, str]
    source: str = ""
    kind: str = "page"
    updated: date | None = None
    noindex: bool = False
    wide: bool = False
    records: frozenset[str] = frozenset()
    definitions: frozenset[str] = frozenset()
    listings: frozenset[str] = frozenset()
    facets: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class StaticFile:
    """A file of the site that is no page: its address and its bytes."""

    path: str
    content: bytes


@dataclass
class Draft:
    """Collects the trusted parts while the template of one page runs."""

    path: str
    parts: dict[str, str] = field(default_factory=dict)

    def part(self, caller: Callable[[], str]) -> Markup:
        """Keep the HTML of a ``call`` block of the template and return its token."""
        return self.keep(str(caller()))

    def keep(self, html: str) -> Markup:
        """Keep trusted HTML and return its token, which stands in a paragraph of its own."""
        name = f"{self.path}:{len(self.parts)}"
        self.parts[name] = html.strip()
        return Markup(f"\n\n{TOKEN_START}{name}{TOKEN_END}\n\n")  # noqa: S704  # no content in it


def escape_markdown(text: str) -> Markup:
    """Return plain text as Markdown that shows it as it is."""
    one_line = re.sub(r"\s+", " ", str(text), flags=re.ASCII).strip()  # keeps no-break spaces
    return Markup(_MARKDOWN.sub(r"\\\1", one_line).translate(_ENTITIES))  # noqa: S704  # escaped


def make_environment(words: Words) -> Environment:
    """Return the template environment with the interface words of one language."""
    environment = Environment(
        loader=PackageLoader("lpsa_build.render"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n", "jinja2.ext.do"],
    )
    environment.install_gettext_callables(  # type: ignore[attr-defined]  # from ext.i18n
        words.gettext, words.ngettext, newstyle=True
    )
    environment.filters["md"] = escape_markdown
    return environment


def run_template(
    environment: Environment, template: str, draft: Draft, context: Mapping[str, Any]
) -> str:
    """Return the Markdown of a page; its trusted parts are left in ``draft``."""
    text = environment.get_template(template).render(part=draft.part, **context)
    return text.strip() + "\n"


def plain(html: str) -> str:
    """Return the text of a piece of HTML, on one line."""
    return " ".join(Markup(html).striptags().split())  # noqa: S704  # only stripped
