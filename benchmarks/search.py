"""What a search costs a reader: bytes by the browser's own count, and seconds on a slow phone.

    LPSA_CHROMIUM=PATH python -m benchmarks.search [--terms 5000] [--pages 0] [--seed 1]

Two sites are looked at: this repository's, and one with made-up terms (each with a synonym and a
label in four other languages, some with an abbreviation or a label to avoid) and made-up pages of
1,000 words. Each is built with our theme and, from the very same Markdown, with Material for MkDocs
as it comes. Files are served compressed, as code hosts do; the browser begins with nothing.

Bytes are those that the browser counts, with headers (CDP, Network.loadingFinished):
of a term's page; then what the first answers add; and, of ours, what the full text adds. Seconds
are measured with a processor four times slower and the browser's "Slow 3G" (2,000 ms, 50 kB/s): to
the first contentful paint; from the start of a search on a page at rest to the first answer; and
from following a link to the first answer, where somebody searches as soon as the page is there.
"""

from __future__ import annotations

import argparse
import gzip
import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread
from typing import Any

import yaml
from mkdocs.utils.yaml import yaml_load
from playwright.sync_api import Browser, CDPSession, Page, TimeoutError, sync_playwright

from benchmarks.scale import Words
from lpsa_build.adapters.publication import render
from lpsa_build.config import read_settings
from lpsa_build.lint.check import review
from lpsa_build.render import page as rendered

ROOT = Path(__file__).resolve().parent.parent
SLOW = {"offline": False, "latency": 2000, "downloadThroughput": 50_000, "uploadThroughput": 50_000}
SLOWER_PROCESSOR = 4
CITATION = re.compile(r" ?\[@[^\]]+\]")
COMPRESSED = frozenset({".css", ".html", ".js", ".json", ".svg", ".xml"})
ARABIC = str.maketrans("abcdefghijklmnopqrstuvwxyz", "ابجدهفغحيككلمنوبقرستعفشخيز")
"""Letters of made-up words in another script, for labels in Arabic."""
QUIET = 700
"""Milliseconds without traffic after which a page is at rest."""
PATIENCE = 600
"""Seconds after which an answer is waited for no longer."""


@dataclass(frozen=True)
class Site:
    """A built site, and what a reader types on the page of one of its terms."""

    name: str
    folder: Path
    page: str
    query: str
    foreign: str
    ours: bool


def main() -> int:
    """Build the sites one after the other, measure each, print as it goes."""
    options = _options()
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=os.environ["LPSA_CHROMIUM"])
        for site in sites(Path(folder), options):
            print(site.name)
            for what, size in bytes_of(browser, site).items():
                print(f"  {size / 1000:9.1f} kB  {what}", flush=True)
            for what, seconds in seconds_of(browser, site).items():
                shown = f"{seconds:9.2f}" if seconds < PATIENCE else f"{f'> {PATIENCE}':>9}"
                print(f"  {shown} s   {what}", flush=True)
        browser.close()
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else "")
    parser.add_argument("--terms", type=int, default=5_000)
    parser.add_argument("--pages", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    return parser.parse_args()


# The sites


def sites(folder: Path, options: argparse.Namespace) -> Iterator[Site]:
    """Yield our content and the made-up one, each in our theme and in the stock theme."""
    made_up = folder / "made-up"
    term, foreign = write_made_up(made_up, options)
    for name, root, page, query, other in (
        ("this repository", ROOT, "glossary/devolution/", "equalization", "recettes propres"),
        (
            f"{options.terms} terms, {options.pages} pages",
            made_up,
            "glossary/term-1/",
            term,
            foreign,
        ),
    ):
        for ours in (True, False):
            target = folder / f"{root.name}-{'ours' if ours else 'stock'}"
            build(root, target) if ours else build_stock(root, folder / "stock", target)
            theme = "our theme" if ours else "Material for MkDocs"
            yield Site(f"{name}: {theme}", target, page, query, other, ours)


def build(root: Path, target: Path) -> None:
    """Build a site with our theme, as it is published."""
    _mkdocs(root / "mkdocs.yml", target)


def build_stock(root: Path, docs: Path, target: Path) -> None:
    """Build the same pages with Material for MkDocs and its search."""
    config = configuration(root)
    for page in render(review(read_settings(root / "mkdocs.yml"))).pages:
        path = docs / root.name / page.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(with_parts(page), "utf-8")
    config |= {
        "docs_dir": str(docs / root.name),
        "theme": {
            "name": "material",
            "language": "en",
            "font": False,
            "features": ["navigation.prune"],
        },
        "plugins": {"search": {}},
        "site_url": "https://example.org/",
        "repo_url": "",  # of it, the stock theme would ask another host
    }
    config.pop("hooks", None)
    file = docs / f"{root.name}.yml"
    file.write_text(yaml.safe_dump(config), "utf-8")
    _mkdocs(file, target)


def with_parts(page: rendered.Page) -> str:
    """Return the Markdown of a page with its trusted parts in place."""
    return rendered.TOKEN.sub(lambda token: page.parts[token[1]], page.markdown)


def configuration(root: Path) -> dict[str, Any]:
    """Return the configuration of a site, to be changed."""
    return yaml_load((root / "mkdocs.yml").read_text("utf-8"))


def _mkdocs(config: Path, target: Path) -> None:
    command = [sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(config), "-d", str(target)]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    subprocess.run(command, check=True, env=environment, stderr=subprocess.DEVNULL)  # noqa: S603


def sentence(words: Words) -> str:
    """Return a sentence without markup."""
    return f"{' '.join(words.words(12)).capitalize()}."


def write_made_up(root: Path, options: argparse.Namespace) -> tuple[str, str]:
    """Write a site with made-up terms and pages; return a label of a term, and a foreign one."""
    words = Words(options.seed)
    (root / "glossary").mkdir(parents=True)
    (root / "content").mkdir()
    labels: list[str] = []
    foreign = ""
    used: set[str] = set()

    def label() -> str:
        """Return a label that no other term has."""
        while (form := (made := words.label()).replace(" ", "").rstrip("s")) in used:
            pass
        used.add(form)
        return made

    for number in range(options.terms):
        labels.append(label())
        other = {code: label() for code in ("fr", "es", "pt")}
        foreign = foreign or other["fr"]
        other["ar"] = label().translate(ARABIC)
        fields: dict[str, Any] = {
            "term": labels[-1],
            "aliases": [label()],
            "definition": sentence(words),
            "domain": "fiscal",
            "status": "draft",
            "translations": {code: {"term": word, "revision": 1} for code, word in other.items()},
        }
        short = "".join(word[:2] for word in labels[-1].split()).upper()
        if number % 3 == 0 and short not in used:
            fields["abbreviation"] = short
            used.add(short)
        if number % 5 == 0:
            fields["avoid"] = [label()]
        text = f"---\n{yaml.safe_dump(fields, allow_unicode=True)}---\n{sentence(words)}\n"
        (root / "glossary" / f"term-{number}.md").write_text(text, "utf-8")
    words.mention(labels)
    for number in range(options.pages):
        page = CITATION.sub("", words.page())
        text = f"---\ntitle: Page {number} {words.label()}\n---\n{page}"
        (root / "content" / f"page-{number}.md").write_text(text, "utf-8")
    (root / "content" / "index.md").write_text("---\ntitle: Home\n---\nWelcome.\n", "utf-8")
    config = configuration(ROOT)
    config |= {
        "site_url": "https://example.org/",
        "nav": ["index.md", {"Glossary": "glossary/index.md"}],
        "theme": {
            "name": "material",
            "custom_dir": str(ROOT / "lpsa_build" / "theme"),
            "font": False,
        },
    }
    config.pop("hooks", None)
    (root / "mkdocs.yml").write_text(yaml.safe_dump(config), "utf-8")
    return labels[2], foreign


# A server as code hosts have it


@lru_cache(maxsize=512)
def compressed(path: str) -> bytes:
    """Return the bytes of a file as they go over the line."""
    content = Path(path).read_bytes()
    return gzip.compress(content, 6) if Path(path).suffix in COMPRESSED else content


class _Handler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def send_head(self) -> BytesIO | None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return None
        content = compressed(str(path))
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "max-age=600")
        if path.suffix in COMPRESSED:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        return BytesIO(content)

    def log_message(self, format: str, *args: object) -> None:  # its name there
        pass


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder on this machine; yield its address."""
    handler = partial(_Handler, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


# A reader


class Traffic:
    """What a page has received, and when it last did."""

    def __init__(self, session: CDPSession) -> None:
        """Begin to count."""
        self.bytes = 0.0
        self.last = time.monotonic()
        session.send("Network.enable")
        session.on("Network.loadingFinished", self._count)
        session.on("Network.requestWillBeSent", self._touch)

    def _count(self, event: dict[str, Any]) -> None:
        self.bytes += event["encodedDataLength"]
        self._touch(event)

    def _touch(self, _: dict[str, Any]) -> None:
        self.last = time.monotonic()

    def rest(self, page: Page) -> float:
        """Wait until the page is at rest; return all bytes so far."""
        self.last = time.monotonic()
        while (time.monotonic() - self.last) * 1000 < QUIET:
            page.wait_for_timeout(100)
        return self.bytes


@contextmanager
def visit(browser: Browser, site: Site) -> Iterator[tuple[Page, CDPSession, str]]:
    """Open a browser that knows nothing; yield a page, its session, and the site's address."""
    with served(site.folder) as address:
        context = browser.new_context(viewport={"width": 360, "height": 800})
        context.set_default_timeout(PATIENCE * 1000)
        page = context.new_page()
        yield page, context.new_cdp_session(page), address
        context.close()


def search(page: Page, site: Site, query: str) -> None:
    """Open the search of a site, type, and wait for the first answer."""
    if site.ours:
        page.keyboard.press("/")
        page.keyboard.type(query)
        page.locator("#__found a[role=option]").first.wait_for()
    else:
        page.locator("label[for=__search]").first.click()
        page.keyboard.type(query)
        page.locator(".md-search-result__item a").first.wait_for()


def bytes_of(browser: Browser, site: Site) -> dict[str, float]:
    """Return what has been received when, each from the beginning or added to what was before."""
    sizes = {}
    with visit(browser, site) as (page, session, address):
        traffic = Traffic(session)
        page.goto(address + site.page)
        sizes["a term's page, nothing kept"] = before = traffic.rest(page)
        search(page, site, site.query)
        after = traffic.rest(page)
        sizes[f"more for the answers to “{site.query}”"] = after - before
        if site.ours:
            page.locator("#__found div[role=option]").click()
            page.get_by_role("group", name="Pages").wait_for()
            sizes["more for the full text of the same"] = traffic.rest(page) - after
    if site.ours:
        with visit(browser, site) as (page, session, address):
            traffic = Traffic(session)
            page.goto(address + site.page)
            before = traffic.rest(page)
            search(page, site, site.foreign)
            sizes[f"more for the answers to “{site.foreign}”"] = traffic.rest(page) - before
    return sizes


def seconds_of(browser: Browser, site: Site) -> dict[str, float]:
    """Return how long a slow phone on a slow line takes."""
    with visit(browser, site) as (page, session, address):
        traffic = Traffic(session)
        session.send("Network.emulateNetworkConditions", SLOW)
        session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER_PROCESSOR})
        page.goto(address + site.page)
        script = "performance.getEntriesByName('first-contentful-paint')[0].startTime / 1000"
        paint = float(page.evaluate(script))
        traffic.rest(page)
        found = seconds_to_answer(page, site, time.monotonic())
    with visit(browser, site) as (page, session, address):
        session.send("Network.enable")
        session.send("Network.emulateNetworkConditions", SLOW)
        session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER_PROCESSOR})
        start = time.monotonic()
        page.goto(address + site.page, wait_until="domcontentloaded")
        at_once = seconds_to_answer(page, site, start)
    return {
        "to the first contentful paint": paint,
        "from opening the search to the first answer, page at rest": found,
        "from following a link to the first answer, searched at once": at_once,
    }


def seconds_to_answer(page: Page, site: Site, start: float) -> float:
    """Search; return the seconds since ``start``, all our patience if no answer came in it."""
    try:
        search(page, site, site.query)
    except TimeoutError:
        return PATIENCE
    return time.monotonic() - start


if __name__ == "__main__":
    sys.exit(main())
