"""A real browser that looks at built sites, and minds what they do."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Dialog, Page, Playwright

from tests.site_reading import BuiltSite

FLAGS = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",  # there is no other host
)
PHONE, DESK = WIDTHS = 360, 1280


def start_browser(playwright: Playwright) -> Browser:
    """Start the browser that ``LPSA_CHROMIUM`` names; without one skip, or fail where CI runs."""
    if not (path := os.environ.get("LPSA_CHROMIUM")):
        no_browser = pytest.fail if os.environ.get("CI") else pytest.skip
        no_browser("LPSA_CHROMIUM names no browser")
    return playwright.chromium.launch(executable_path=path, args=FLAGS)


class _Handler(SimpleHTTPRequestHandler):
    """Serves a folder under a path, as a code host serves a project's pages; says nothing."""

    def __init__(self, *args: Any, base: str, directory: str) -> None:
        self.base = base
        super().__init__(*args, directory=directory)

    def translate_path(self, path: str) -> str:
        inside = path.startswith(self.base)
        return super().translate_path(path.removeprefix(self.base) if inside else "/elsewhere")

    def log_message(self, format: str, *args: object) -> None:  # its name there
        pass


@contextmanager
def served(site: BuiltSite) -> Iterator[str]:
    """Serve a site on this machine under the path that it has on the web; yield its address."""
    base = urlsplit(site.url).path
    handler = partial(_Handler, base=base, directory=str(site.folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}{base}"
        server.shutdown()
        thread.join()


@dataclass
class Visitor:
    """Somebody who reads a site that stands at ``address``."""

    browser: Browser
    address: str

    @contextmanager
    def reading(
        self,
        path: str,
        *,
        width: int = DESK,
        dark: bool = False,
        scripts: bool = True,
        touch: bool = False,
        hostile: bool = False,
    ) -> Iterator[Page]:
        """Open a page; at the end nothing may have gone wrong or gone to another host.

        On a ``hostile`` site the pages' own security policy is out of force, to see that they are
        safe without it, and what they name may be missing.
        """
        context = self.browser.new_context(
            viewport={"width": width, "height": 900},
            color_scheme="dark" if dark else "light",
            java_script_enabled=scripts,
            has_touch=touch,
            bypass_csp=hostile,
            reduced_motion="reduce",
        )
        context.set_default_timeout(5000)
        asked: list[str] = []
        wrong: list[str] = []

        def note(said: ConsoleMessage) -> None:
            if said.type == "error" and not (hostile and "status of 404" in said.text):
                wrong.append(said.text)

        def dismiss(dialog: Dialog) -> None:
            wrong.append(dialog.message)
            dialog.dismiss()

        context.on("request", lambda request: asked.append(request.url))
        context.on("console", note)
        context.on("weberror", lambda error: wrong.append(str(error.error)))
        context.on("dialog", dismiss)
        try:
            page = context.new_page()
            page.goto(self.address + path)
            yield page
        finally:
            context.close()
        assert [] == [url for url in asked if not url.startswith((self.address, "data:"))]
        assert [] == wrong
