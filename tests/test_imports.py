"""Modules: each can be imported first, and none is left unfinished."""

from __future__ import annotations

import subprocess
import sys
from pkgutil import walk_packages

import pytest

import lpsa_build
from tests.site_building import ROOT

MODULES = [module.name for module in walk_packages(lpsa_build.__path__, "lpsa_build.")]
IMPORT_EACH_FIRST = """
import importlib, sys
import click, jinja2, markdown, mkdocs.plugins, pydantic, yaml  # what is not ours may stay
for name in sys.argv[1:]:
    for known in [known for known in sys.modules if known.split(".")[0] == "lpsa_build"]:
        del sys.modules[known]
    try:
        importlib.import_module(name)
    except ImportError as error:
        print(f"{name}: {error}")
"""
UNFINISHED = ("TO" + "DO", "FIX" + "ME", "XX" + "X")


def test_each_module_can_be_imported_first() -> None:
    """In an interpreter that knows none of the others: no import goes round in a circle."""
    halves = MODULES[::2], MODULES[1::2]
    processes = [
        subprocess.Popen(
            [sys.executable, "-c", IMPORT_EACH_FIRST, *half],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            cwd=ROOT,
        )
        for half in halves
    ]
    said = [process.communicate()[0].decode() for process in processes]
    assert [("", 0), ("", 0)] == [
        (text, process.returncode) for text, process in zip(said, processes, strict=True)
    ]


@pytest.mark.parametrize("folder", ["lpsa_build", "tests", "hooks", "content", "glossary"])
def test_nothing_is_left_unfinished(folder: str) -> None:
    """No file says that something is still to be done."""
    endings = {".py", ".md", ".html", ".js", ".css", ".yml"}
    for path in (ROOT / folder).rglob("*"):
        if path.suffix in endings:
            text = path.read_text(encoding="utf-8")
            assert [] == [word for word in UNFINISHED if word in text], path
