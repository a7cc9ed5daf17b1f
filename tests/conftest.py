"""What many tests look at, made once: the real site, a server for it, a browser."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from lpsa_build.config import read_settings
from lpsa_build.lint.check import Review, review
from lpsa_build.render.everything import RenderedSite
from tests.site_building import ROOT, render_all, run_mkdocs
from tests.site_reading import BuiltSite


@pytest.fixture(scope="session")
def content() -> Review:
    """The real content, read and reviewed."""
    return review(read_settings(ROOT / "mkdocs.yml"))


@pytest.fixture(scope="session")
def rendered(content: Review) -> RenderedSite:
    """The pages of the real content as values."""
    return render_all(content)


@pytest.fixture(scope="session")
def site(content: Review, tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """The real site, built as it is published: in strict mode, by the command."""
    folder = tmp_path_factory.mktemp("real") / "site"
    variables = {"PYTHONHASHSEED": "1", "TZ": "UTC"}
    status, said = run_mkdocs(ROOT, "build", "--strict", "--site-dir", str(folder), **variables)
    assert status == 0, said
    return BuiltSite(folder, content.knowledge.settings.site_url)
