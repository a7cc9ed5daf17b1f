"""All pages and files of the site, in one call."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from lpsa_build.mentions.links import Links
from lpsa_build.model.addresses import address_of
from lpsa_build.model.knowledge import KnowledgeBase
from lpsa_build.model.targets import Targets
from lpsa_build.render.alphabet import list_file
from lpsa_build.render.articles import render_articles
from lpsa_build.render.cards import cards_files
from lpsa_build.render.feed import feed_files
from lpsa_build.render.findings import Explained, render_findings
from lpsa_build.render.frameworks import render_frameworks
from lpsa_build.render.glossary import render_glossary
from lpsa_build.render.page import Page, StaticFile
from lpsa_build.render.renderer import Renderer, ToHtml
from lpsa_build.render.search import search_files


@dataclass(frozen=True)
class RenderedSite:
    """What a builder publishes."""

    pages: tuple[Page, ...]
    files: tuple[StaticFile, ...]


def render_everything(
    knowledge: KnowledgeBase,
    links: Links,
    targets: Targets,
    to_html: ToHtml,
    kinds: Sequence[Explained],
    downloads: Mapping[str, int] | None = None,
) -> RenderedSite:
    """Return the whole site. The same knowledge base always gives the same bytes.

    ``kinds`` are what the checker may find; ``downloads`` are the addresses of data files that
    stand beside the pages, and their numbers of bytes.
    """
    renderer = Renderer(knowledge, links, targets, to_html)
    feed = tuple(feed_files(renderer))
    sizes = {file.path: len(file.content) for file in feed}
    renderer.downloads = {**(downloads or {}), **sizes}
    pages = [
        *render_articles(renderer),
        *render_glossary(renderer),
        *render_frameworks(renderer),
        *render_findings(renderer, kinds),
    ]
    data = (*cards_files(renderer), list_file(renderer), *search_files(renderer, pages))
    files = (*_redirects(renderer), *feed, *data)
    return RenderedSite(tuple(pages), files)


def _redirects(renderer: Renderer) -> Iterator[StaticFile]:
    """Yield a small page at each old id, which leads to the new one."""
    template = renderer.environment.get_template("redirect.html")
    for entry in renderer.knowledge.entries():
        for old in getattr(entry.fields, "redirect_from", ()):
            address = entry.old_address(old)
            target = f"{'../' * address.count('/')}{address_of(entry.page)}"
            url = renderer.knowledge.settings.site_url.rstrip("/") + "/" + address_of(entry.page)
            html = template.render(
                target=target, url=url, title=getattr(entry.fields, "title", entry.id)
            )
            yield StaticFile(f"{address}index.html", html.encode())
