"""Pagefind: an index of every word of every page, in pieces that a reader's browser fetches.

It runs when a site is published, not while an author looks at it: it reads all pages each time.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from lpsa_build.adapters.full_text_index import arrange_index
from lpsa_build.adapters.full_text_marks import restore_marks, with_codes
from lpsa_build.errors import MachineError

FOLDER = "pagefind"
LEFT_OUT = (
    "[data-search-exclude]",
    ".headerlink",
    ".lpsa-az",  # lists of terms would be found for each of them
    ".lpsa-letters",
    ".lpsa-definitions",
    ".lpsa-contrast",
    ".lpsa-notice",
    ".lpsa-badge",
)
"""What of a page is not searched, as CSS selectors."""
SEARCHED = "data-pagefind-body"
"""What marks the text of a page that is searched."""
UNUSED = ("pagefind-*.js", "pagefind-*.css")
"""Pagefind's own interfaces and its worker, which no page of ours loads."""


def index_pages(site: Path) -> None:
    """Write the full-text index of a built site into its folder ``pagefind``.

    Pages without ``data-pagefind-body`` are left out; each is filed under its language. The same
    pages give the same bytes.

    Raises:
        MachineError: Pagefind cannot be run, or says that it failed.
    """
    index = site / FOLDER
    shutil.rmtree(index, ignore_errors=True)
    with TemporaryDirectory() as folder:
        _write_readable(site, Path(folder))
        _run_pagefind(Path(folder), index)
    for pattern in UNUSED:
        for file in index.glob(pattern):
            file.unlink()
    restore_marks(index)
    arrange_index(index)


def _write_readable(site: Path, folder: Path) -> None:
    """Write the pages that are searched once more, as Pagefind can read them."""
    for page in site.rglob("*.html"):
        html = page.read_text("utf-8")
        if SEARCHED in html:
            copy = folder / page.relative_to(site)
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_text(with_codes(html), "utf-8", newline="")


def _run_pagefind(pages: Path, index: Path) -> None:
    command = [sys.executable, "-m", "pagefind", "--site", str(pages), "--output-path", str(index)]
    command += ["--quiet", "--exclude-selectors", ", ".join(LEFT_OUT)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603
    if done.returncode:
        raise MachineError(
            f"The full-text index was not made: {(done.stderr or done.stdout).strip()}"
        )
