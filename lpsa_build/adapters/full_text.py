"""Pagefind: an index of every word of every page, in pieces that a reader's browser fetches.

It runs when a site is published, not while an author looks at it: it reads all pages each time.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from lpsa_build.adapters.full_text_order import order_index
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
UNUSED = ("pagefind-*.js", "pagefind-*.css")
"""Pagefind's own interfaces and its worker, which no page of ours loads."""


def index_pages(site: Path) -> None:
    """Write the full-text index of a built site into its folder ``pagefind``.

    Pages without ``data-pagefind-body`` are left out; each is filed under its language. The same
    pages give the same bytes.

    Raises:
        MachineError: Pagefind cannot be run, or says that it failed.
    """
    shutil.rmtree(site / FOLDER, ignore_errors=True)
    command = [sys.executable, "-m", "pagefind", "--site", str(site), "--output-subdir", FOLDER]
    command += ["--quiet", "--exclude-selectors", ", ".join(LEFT_OUT)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603
    if done.returncode:
        raise MachineError(
            f"The full-text index was not made: {(done.stderr or done.stdout).strip()}"
        )
    for pattern in UNUSED:
        for file in (site / FOLDER).glob(pattern):
            file.unlink()
    order_index(site / FOLDER)
