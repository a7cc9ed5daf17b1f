"""The built site as a zip that opens from a disk, without a server and without a connection.

Links lead to ``…/index.html``, and what the scripts fetch comes in scripts (``offline.js``). The
full text is left out: its index needs a server; pages are then found by their titles.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Collection, Iterator
from importlib.resources import files
from posixpath import dirname, join, normpath
from typing import BinaryIO
from urllib.parse import unquote, urljoin, urlsplit, urlunsplit

ADDRESS = "data/lpsa-offline.zip"
FOLDER = "lpsa-offline/"
SCRIPT = "assets/lpsa-offline.js"
LEFT_OUT = ("pagefind/", "search/", "sitemap.xml", "404.html", ADDRESS)
"""What only a server, a search engine or the full-text search can use."""
FETCHED = ("data/definitions.", "data/search/")
"""Data for scripts only: they are replaced by scripts."""
READ_AND_FETCHED = ("data/frameworks/", "data/assessments/")
"""Data that readers take away as well: they stay, and have a script beside them."""
TAG = re.compile(
    r"""<[a-z][\w-]*(?:\s+[^\s"'<>=]+(?:=(?:"[^"]*"|'[^']*'|[^\s"'<>]+))?)*\s*/?>""", re.IGNORECASE
)
LINK = re.compile(r'(\s(?:href|src|action)="|\scontent="\d+;\s*url=)([^"]*)(?=")', re.IGNORECASE)
FULL_TEXT = re.compile(r'\sdata-full-text="[^"]*"')
OWN_SCRIPT = re.compile(r'<script src="((?:\.\./)*)assets/lpsa\.js"')
POLICY = re.compile(r"(?<=[\" ])'self'(?=[; \"])")
OLDEST = (1980, 1, 1, 0, 0, 0)
"""The time of every file in the zip: the same pages give the same bytes."""


def write_zip(
    target: BinaryIO, names: Collection[str], read: Callable[[str], bytes], url: str
) -> None:
    """Write the zip of a site.

    Args:
        target: the file to write to.
        names: the paths of all files of the site.
        read: gives the bytes of one of them.
        url: the address of the site; what is not in the zip is linked there.
    """
    with zipfile.ZipFile(target, "w") as archive:
        for name, content in offline_files(names, read, url):
            info = zipfile.ZipInfo(FOLDER + name, OLDEST)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 3  # as on Unix, so that the mode counts, wherever it is made
            info.external_attr = 0o100644 << 16
            archive.writestr(info, content)


def offline_files(
    names: Collection[str], read: Callable[[str], bytes], url: str
) -> Iterator[tuple[str, bytes]]:
    """Yield path and bytes of each file of the copy, sorted by path."""
    kept = {name for name in names if not name.startswith(LEFT_OUT)}
    script = (files("lpsa_build.exchange") / "offline.js").read_bytes()
    made = {SCRIPT: script}
    for name in kept:
        if name.startswith((*FETCHED, *READ_AND_FETCHED)) and name.endswith(".json"):
            made[f"{name.removesuffix('json')}js"] = b""
    for name in sorted({*kept, *made}):
        if name == SCRIPT:
            yield name, script
        elif name in made:
            source = f"{name.removesuffix('js')}json"
            yield name, f'lpsaOffline("{source}", {read(source).decode()});\n'.encode()
        elif name.endswith(".html"):
            yield name, offline_page(read(name).decode(), name, kept, url).encode()
        elif not name.startswith(FETCHED):
            yield name, read(name)


def offline_page(html: str, name: str, names: Collection[str], url: str) -> str:
    """Return a page for the copy: its links, its policy and its scripts fit a disk."""

    def tag(match: re.Match[str]) -> str:
        found = LINK.sub(lambda link: link[1] + offline_link(link[2], name, names, url), match[0])
        return POLICY.sub("'self' file:", FULL_TEXT.sub("", found))

    return OWN_SCRIPT.sub(rf'<script src="\1{SCRIPT}"></script>\n  \g<0>', TAG.sub(tag, html), 1)


def offline_link(link: str, page: str, names: Collection[str], url: str) -> str:
    """Return a link of the page at path ``page`` as the copy needs it."""
    parts = urlsplit(link)
    if parts.scheme or parts.netloc or not parts.path:
        return link
    path = normpath(join(dirname(page), unquote(parts.path))).removeprefix("./")
    if path in names:
        return link
    if (f"{path}/index.html" if path != "." else "index.html") in names:
        return urlunsplit(parts._replace(path=join(parts.path, "index.html")))
    return urljoin(f"{url.rstrip('/')}/{page}", link) if url else link
