"""What many tests look at, made once: the real content, its pages, the built site."""

from __future__ import annotations

from pathlib import Path
from shutil import copytree

import pytest
from hypothesis import settings

from lpsa_build.adapters.publication import render
from lpsa_build.config import read_settings
from lpsa_build.lint.check import Review, review
from lpsa_build.render.everything import RenderedSite
from tests import hostile_site
from tests.site_building import ROOT, start_mkdocs
from tests.site_reading import BuiltSite

settings.register_profile("lpsa", derandomize=True, deadline=None, max_examples=300)
settings.load_profile("lpsa")

SOURCES = ("content", "frameworks", "glossary", "hooks", "primers", "lpsa_build/theme")


@pytest.fixture(scope="session")
def content() -> Review:
    """The real content, read and reviewed."""
    return review(read_settings(ROOT / "mkdocs.yml"))


@pytest.fixture(scope="session")
def rendered(content: Review) -> RenderedSite:
    """The pages of the real content as values."""
    return render(content)


@pytest.fixture(scope="session")
def twins(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The real site, built by the command in strict mode, twice: by different machines, as it were.

    They differ in folder, time, time zone and in the order in which Python keeps sets.
    """
    folders = tmp_path_factory.mktemp("one"), tmp_path_factory.mktemp("another-one")
    for folder in folders:
        (folder / "mkdocs.yml").write_bytes((ROOT / "mkdocs.yml").read_bytes())
        for name in SOURCES:
            copytree(ROOT / name, folder / name)
    circumstances = (
        {"PYTHONHASHSEED": "1", "TZ": "UTC", "LC_ALL": "C"},
        {"PYTHONHASHSEED": "2", "TZ": "Pacific/Kiritimati", "SOURCE_DATE_EPOCH": "1000000000"},
    )
    processes = [
        start_mkdocs(folder, "build", "--strict", **variables)
        for folder, variables in zip(folders, circumstances, strict=True)
    ]
    for process in processes:
        said, _ = process.communicate(timeout=120)
        assert process.returncode == 0, said
    return folders[0] / "site", folders[1] / "site"


@pytest.fixture(scope="session")
def site(content: Review, twins: tuple[Path, Path]) -> BuiltSite:
    """The real site."""
    return BuiltSite(twins[0], content.knowledge.settings.site_url)


@pytest.fixture(scope="session")
def attacked(tmp_path_factory: pytest.TempPathFactory) -> tuple[BuiltSite, str]:
    """The hostile site, built in spite of all, and what the build says of it."""
    return hostile_site.build(tmp_path_factory.mktemp("hostile"), hostile_site.attacks())
