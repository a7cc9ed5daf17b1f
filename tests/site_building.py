"""Sites for tests: small ones written out, and ways to build them."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from hashlib import blake2b
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config

ROOT = Path(__file__).resolve().parent.parent
SITE_URL = "https://example.org/base/"
EPOCH = "1790000000"
"""The moment at which sites are built for tests: in September 2026."""

CONFIGURATION = f"""\
site_name: A small site
site_description: A site for tests.
site_url: {SITE_URL}
repo_url: https://code.example.com/site
edit_uri: edit/main/
docs_dir: content
theme:
  name: material
  custom_dir: {(ROOT / "lpsa_build" / "theme").as_posix()}
  font: false
nav:
  - index.md
  - Glossary: glossary/index.md
  - Frameworks: frameworks/index.md
plugins:
  search: {{}}
  lpsa:
    languages: [en, fr, ar]
    domains: {{fiscal: Fiscal dimension, governance: Governance}}
    regions: {{africa: Africa}}
markdown_extensions:
  admonition: {{}}
  attr_list: {{}}
  def_list: {{}}
  footnotes: {{}}
  tables: {{}}
  pymdownx.details: {{}}
  pymdownx.superfences: {{}}
  toc: {{permalink: true}}
validation:
  nav: {{omitted_files: ignore, not_found: warn}}
  links: {{not_found: warn, anchors: ignore, absolute_links: warn, unrecognized_links: warn}}
"""
HOME = "---\ntitle: Home\n---\nWelcome to a small site.\n"
CONTRIBUTE = "---\ntitle: Contribute\n---\nWrite to us.\n"


def unlike_others(label: str) -> str:
    """Return a definition that no other label has, nor nearly."""
    return f"Something with the mark {blake2b(label.encode()).hexdigest()}."


def term(label: str, definition: str = "", **fields: str) -> str:
    """Return a file of the glossary; ``body`` is what stands below its front matter."""
    body = fields.pop("body", "")
    lines = {"domain": "fiscal", "status": "draft", **fields}
    return "\n".join(
        [
            "---",
            f"term: {label}",
            f"definition: {definition or unlike_others(label)}",
            *(f"{name}: {value}" for name, value in lines.items()),
            "---",
            body,
        ]
    )


def write_site(folder: Path, files: Mapping[str, str], configuration: str = CONFIGURATION) -> Path:
    """Write a site with a home page and ``files``; return the path of its ``mkdocs.yml``."""
    pages = {"content/index.md": HOME, "content/contribute/index.md": CONTRIBUTE}
    config_file = folder / "mkdocs.yml"
    for path, text in {**pages, **files, "mkdocs.yml": configuration}.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    return config_file


def build_here(config_file: Path, site: Path, *, command: str = "build") -> Path:
    """Build a site within this process.

    With ``command="serve"`` faults of the content are told but do not stop the build, as while an
    author looks at a page.
    """
    config = load_config(str(config_file), site_dir=str(site))
    config.plugins.on_startup(command=command, dirty=False)  # type: ignore[arg-type]
    build(config)
    return site


def start_mkdocs(folder: Path, *arguments: str, **variables: str) -> subprocess.Popen[str]:
    """Start ``mkdocs`` in a folder; its output is one stream."""
    return _start("mkdocs", folder, *arguments, **variables)


def run_mkdocs(folder: Path, *arguments: str, **variables: str) -> tuple[int, str]:
    """Run ``mkdocs`` in a folder; return its exit status and all that it said."""
    return run_builder("mkdocs", folder, *arguments, **variables)


def run_builder(builder: str, folder: Path, *arguments: str, **variables: str) -> tuple[int, str]:
    """Run a builder in a folder; return its exit status and all that it said."""
    process = _start(builder, folder, *arguments, **variables)
    said, _ = process.communicate(timeout=120)
    return process.returncode, said


def _start(builder: str, folder: Path, *arguments: str, **variables: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", builder, *arguments],
        cwd=folder,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": EPOCH, **variables},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
    )


def tree_of(folder: Path) -> dict[str, bytes]:
    """Return every file of a folder: its path and its bytes."""
    found = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}
