"""The one place where HTML made from content is cleaned."""

from __future__ import annotations

import nh3

from lpsa_build.source.markup import ATTRIBUTES, SCHEMES, forbidden_markup, may_load

_TAGS = set(ATTRIBUTES)
_ATTRIBUTES: dict[str, set[str]] = {tag: set(names) for tag, names in ATTRIBUTES.items()}
_ATTRIBUTES["*"] = set()  # else the library lets `title` pass, which the theme inserts as HTML
_OWN_REMOVALS = ("title of <a>", "title of <img>", "style of <td>", "style of <th>")
"""What Markdown extensions write themselves, or what is told at the place where it was written."""


def _keep(element: str, attribute: str, value: str) -> str | None:
    """Drop ids that begin as the theme's own do (DOM clobbering), and images of other sites."""
    if attribute == "src" and not may_load(value):
        return None
    return None if attribute == "id" and value.startswith("__") else value


def clean(html: str) -> str:
    """Return ``html`` with nothing outside the allow-list; cleaning twice changes nothing."""
    return nh3.clean(
        html,
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        attribute_filter=_keep,
        url_schemes=set(SCHEMES),
        link_rel=None,
        strip_comments=True,
    )


def removals(html: str) -> list[str]:
    """Name what :func:`clean` takes out of ``html`` and an author may have meant."""
    return [name for name in forbidden_markup(html) if name not in _OWN_REMOVALS]
