"""This site's own policy: a page loads nothing from another host."""

import re

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.pages import Page

LOADS = re.compile(
    r"<(?:script|img|iframe|source|audio|video|embed)\b[^>]*\bsrc=[\"']?(?:https?:)?//[^\s\"'>]+"
    r"|<link\b(?=[^>]*\brel=[\"']?(?:stylesheet|preload|preconnect|icon))[^>]*\bhref=[\"']?(?:https?:)?//[^\s\"'>]+",
    re.IGNORECASE,
)


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Stop the build when a page would contact another host."""
    if found := LOADS.search(output):
        raise PluginError(f"{page.file.src_uri}: loads from another host: {found.group()}")
    return output
