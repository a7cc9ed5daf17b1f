"""What HTML and which addresses content may use; one list for the reader and the sanitiser."""

from __future__ import annotations

import re
from html.parser import HTMLParser

SCHEMES = frozenset({"http", "https", "mailto"})

_GLOBAL = frozenset({"class", "id", "lang", "dir"})
_PLAIN = [
    "p",
    "br",
    "hr",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "ul",
    "li",
    "dl",
    "dt",
    "dd",
    "strong",
    "em",
    "code",
    "pre",
    "blockquote",
    "sup",
    "sub",
    "s",
    "del",
    "ins",
    "kbd",
    "abbr",
    "cite",
    "q",
    "dfn",
    "var",
    "samp",
    "small",
    "mark",
    "table",
    "thead",
    "tbody",
    "tfoot",
    "tr",
    "caption",
    "figure",
    "figcaption",
    "div",
    "span",
    "section",
    "details",
    "summary",
]
ATTRIBUTES: dict[str, frozenset[str]] = dict.fromkeys(_PLAIN, _GLOBAL) | {
    "a": _GLOBAL | {"href", "data-term"},
    "img": _GLOBAL | {"src", "alt", "width", "height", "loading"},
    "ol": _GLOBAL | {"start", "type"},
    "th": _GLOBAL | {"scope", "colspan", "rowspan", "align"},
    "td": _GLOBAL | {"colspan", "rowspan", "align"},
    "details": _GLOBAL | {"open"},
    "bdi": _GLOBAL,
    "bdo": _GLOBAL,
}
"""Element → the attributes it may carry. Everything else is removed."""


def scheme_of(address: str) -> str | None:
    """Return the scheme of a link address in lower case, None for a relative one.

    Characters that browsers skip inside a scheme (white space, controls) are skipped here too.
    """
    squeezed = "".join(c for c in address if ord(c) > 0x20)
    head, colon, _ = squeezed.partition(":")
    if not colon or any(c in head for c in "/?#"):
        return None
    return head.lower()


_NAME = re.compile(r"(?:^|(?<=\s))([^\s=.#][^\s=]*)=")
_ALLOWED = frozenset().union(*ATTRIBUTES.values())


def forbidden_attributes(listed: str) -> list[str]:
    """Name the attributes in a list (``{: onclick="…" }``) that may not be published anywhere."""
    return [name for name in _NAME.findall(listed.strip("{:} ")) if name.lower() not in _ALLOWED]


def forbidden_markup(html: str) -> list[str]:
    """Name the elements and attributes of a piece of raw HTML that may not be published."""
    scanner = _TagScanner()
    scanner.feed(html)
    return scanner.refused


class _TagScanner(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.refused: list[str] = []

    def parse_marked_section(self, i: int, report: int = 1) -> int:
        """Take ``<![`` for a comment, as browsers do; the library's own way is to stop."""
        return self.parse_bogus_comment(i, bool(report))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in ATTRIBUTES:
            self.refused.append(f"<{tag}>")
            return
        for name, value in attrs:
            if (
                name not in ATTRIBUTES[tag]
                or (name == "id" and (value or "").startswith("__"))
                or (name == "href" and not may_link(value or ""))
                or (name == "src" and not may_load(value or ""))
            ):
                self.refused.append(f"{name} of <{tag}>")


def may_link(address: str) -> bool:
    """Tell whether a page may link to an address."""
    return (scheme := scheme_of(address)) is None or scheme in SCHEMES


def may_load(address: str) -> bool:
    """Tell whether a page may show what lies at an address: a file of the site itself."""
    squeezed = "".join(c for c in address if ord(c) > 0x20).replace("\\", "/")
    return scheme_of(address) is None and not squeezed.startswith("//")
