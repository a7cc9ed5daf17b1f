"""Builds: a site is published whole or not at all."""

from __future__ import annotations

import os
import signal
import socket
import sys
import time
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from subprocess import Popen
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from lpsa_build.adapters.exchange_folder import LONGEST_BUILD, BuildFolder
from lpsa_build.errors import MachineError
from tests.site_building import (
    CONFIGURATION,
    run_builder,
    run_mkdocs,
    start_mkdocs,
    term,
    tree_of,
    write_site,
)

GRANT = {"glossary/grant.md": term("grant", "Money that is given.")}
PATIENCE = 30


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder of a small site that has been built once."""
    write_site(tmp_path, GRANT)
    assert 0 == run_mkdocs(tmp_path, "build")[0]
    return tmp_path


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., None]:
    """Tell that a build with ``files`` fails, says ``words``, and leaves the old site as it was."""
    folder = tmp_path_factory.mktemp("broken")
    write_site(folder, GRANT)
    assert 0 == run_mkdocs(folder, "build")[0]
    before = tree_of(folder / "site")

    def build(files: dict[str, str], *words: str, options: tuple[str, ...] = ()) -> None:
        write_site(folder, files)
        status, said = run_mkdocs(folder, "build", *options)
        for path in files:
            (folder / path).unlink()
        write_site(folder, GRANT)
        assert 1 == status, said
        assert [] == [word for word in words if word not in said], said
        assert "Traceback" not in said
        assert before == tree_of(folder / "site")
        assert [] == leftovers(folder)

    return build


def test_two_builds_are_equal_to_the_last_byte(twins: tuple[Path, Path]) -> None:
    """Wherever, whenever and in whatever order of sets they are made."""
    one, another = (tree_of(folder) for folder in twins)
    assert one.keys() == another.keys()
    assert [] == [path for path in one if one[path] != another[path]]


def test_a_fault_of_the_content_stops_the_build(broken: Callable[..., None]) -> None:
    files = {"glossary/grant.md": term("grant", status="finished")}
    broken(files, "glossary/grant.md:5:9: error LPSA015", "glossary/grant.md (LPSA015)")


def test_all_faults_are_told_at_once(broken: Callable[..., None]) -> None:
    files = {
        "glossary/tax.md": "---\nterm: tax\n",
        "content/page.md": "---\ntitle: A page\n---\nSee [this](nowhere.md).\n",
    }
    broken(files, "glossary/tax.md:1:1: error LPSA007", "content/page.md:4:12: error LPSA403")


def test_markup_that_the_sanitiser_takes_out_stops_the_build(broken: Callable[..., None]) -> None:
    files = {"content/page.md": "---\ntitle: A page\n---\n<script>alert(1)</script>\n"}
    broken(files, "content/page.md:4:1: error LPSA021", "<script>")


def test_a_warning_stops_a_strict_build(broken: Callable[..., None]) -> None:
    configuration = CONFIGURATION.replace("  - index.md\n", "  - index.md\n  - No page: no.md\n")
    files = {"mkdocs-wrong.yml": configuration}
    broken(files, "no.md", options=("--strict", "--config-file", "mkdocs-wrong.yml"))


def test_a_wrong_option_stops_the_build(broken: Callable[..., None]) -> None:
    files = {
        "mkdocs-wrong.yml": CONFIGURATION.replace("regions:", "scope: paragraph\n    regions:")
    }
    broken(files, "scope must be one of", options=("--config-file", "mkdocs-wrong.yml"))


def test_a_fault_of_a_hook_stops_the_build(broken: Callable[..., None]) -> None:
    """Also when all pages are made already, and only their writing fails."""
    hook = "from mkdocs.exceptions import PluginError\n\ndef on_post_page(output, page, config):\n"
    hook += "    if page.file.src_uri == 'glossary/grant.md':\n        raise PluginError('no')\n"
    files = {"hook.py": hook, "mkdocs-hook.yml": f"{CONFIGURATION}hooks: [hook.py]\n"}
    broken(files, "no", options=("--config-file", "mkdocs-hook.yml"))


def test_a_warning_is_no_fault_without_strict(folder: Path) -> None:
    configuration = CONFIGURATION.replace("  - index.md\n", "  - index.md\n  - No page: no.md\n")
    write_site(folder, {}, configuration)
    status, said = run_mkdocs(folder, "build")
    assert (0, True) == (status, "no.md" in said)


def test_a_build_may_go_elsewhere(folder: Path) -> None:
    before = tree_of(folder / "site")
    write_site(folder, {"glossary/tax.md": term("tax")})
    assert 0 == run_mkdocs(folder, "build", "--site-dir", "out/here")[0]
    assert (folder / "out" / "here" / "glossary" / "tax" / "index.html").is_file()
    assert before == tree_of(folder / "site")


def test_a_page_that_is_gone_is_gone_from_the_site(folder: Path) -> None:
    (folder / "glossary" / "grant.md").unlink()
    write_site(folder, {"glossary/tax.md": term("tax")})
    assert 0 == run_mkdocs(folder, "build")[0]
    published = {path for path in tree_of(folder / "site") if path.startswith("glossary/")}
    assert {"glossary/index.html", "glossary/tax/index.html"} == published


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signal")
def test_a_killed_build_leaves_the_old_site(folder: Path) -> None:
    """What it leaves behind is removed when no build can be using it any more."""
    before = tree_of(folder / "site")
    write_site(folder, {f"glossary/term-{n}.md": term(f"word {n}") for n in range(60)})
    process = start_mkdocs(folder, "build")
    wait_for(lambda: any(tree_of(left) for left in leftovers(folder)))
    process.send_signal(signal.SIGKILL)
    process.communicate()
    assert before == tree_of(folder / "site")
    (left,) = leftovers(folder)
    assert 0 == run_mkdocs(folder, "build")[0]
    assert [left] == leftovers(folder)  # it might belong to a build that still runs
    os.utime(left, (0, time.time() - LONGEST_BUILD - 1))
    assert 0 == run_mkdocs(folder, "build")[0]
    assert [] == leftovers(folder)
    assert (folder / "site" / "glossary" / "term-59" / "index.html").is_file()


def test_a_site_that_was_set_aside_by_a_killed_build_comes_back(tmp_path: Path) -> None:
    site = tmp_path / "site"
    (tmp_path / ".site.old-0badcafe").mkdir()
    (tmp_path / ".site.old-0badcafe" / "index.html").write_text("old")
    BuildFolder.beside(site)
    assert {"index.html": b"old"} == tree_of(site)
    assert [] == leftovers(tmp_path)


def test_a_build_that_cannot_be_published_leaves_the_old_site(tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    (site / "index.html").write_text("old")
    folder = BuildFolder.beside(site)
    with pytest.raises(MachineError, match="cannot be replaced"):
        folder.publish()  # nothing has been built
    assert {"index.html": b"old"} == tree_of(site)
    assert [] == leftovers(tmp_path)


def test_other_folders_beside_the_site_are_left_alone(tmp_path: Path) -> None:
    kept = [".site.building", ".site-old", "site.old-1", ".other.old-1", ".site.old"]
    for name in kept:
        (tmp_path / name).mkdir()
        os.utime(tmp_path / name, (0, 0))
    BuildFolder.beside(tmp_path / "site").discard()
    assert sorted(kept) == sorted(path.name for path in tmp_path.iterdir())


def test_serving_goes_on_through_faults(folder: Path) -> None:
    """An edit shows; a fault is told and hurts its own page only; mending it brings it back."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    process = start_mkdocs(folder, "serve", "--livereload", "--dev-addr", address)
    grant, home = (f"http://{address}/base/{path}" for path in ("glossary/grant/", ""))
    file = folder / "glossary" / "grant.md"
    try:
        wait_for(lambda: "Money that is given." in fetch(grant), process)
        file.write_text(term("grant", "Money that is sent."), encoding="utf-8")
        wait_for(lambda: "Money that is sent." in fetch(grant), process)
        file.write_text(term("grant", "Money: that is [broken"), encoding="utf-8")
        wait_for(lambda: "Money" not in fetch(grant), process)
        assert "Welcome" in fetch(home)
        file.write_text(term("grant", "Money that is back."), encoding="utf-8")
        wait_for(lambda: "Money that is back." in fetch(grant), process)
    finally:
        process.send_signal(signal.SIGTERM if sys.platform == "win32" else signal.SIGINT)
        said, _ = process.communicate(timeout=PATIENCE)
    assert "glossary/grant.md:3:" in said
    assert "Traceback" not in said
    assert [] == leftovers(folder)


if find_spec("properdocs"):

    def test_properdocs_builds_the_same_site_and_is_as_strict(folder: Path) -> None:
        """The builder that follows MkDocs runs our plugin unchanged."""
        before = tree_of(folder / "site")
        arguments = ("build", "--strict", "--config-file", "mkdocs.yml")
        status, said = run_builder("properdocs", folder, *arguments)
        assert 0 == status, said
        assert before == tree_of(folder / "site")
        write_site(folder, {}, CONFIGURATION.replace("  - index.md", "  - index.md\n  - no.md"))
        assert 1 == run_builder("properdocs", folder, *arguments)[0]
        assert before == tree_of(folder / "site")


def leftovers(folder: Path) -> list[Path]:
    """Return what builds have left beside the site."""
    return sorted([*folder.glob(".site.building-*"), *folder.glob(".site.old-*")])


def wait_for(condition: Callable[[], bool], process: Popen[str] | None = None) -> None:
    """Wait until ``condition`` holds."""
    end = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < end
        assert process is None or process.poll() is None
        time.sleep(0.05)


def fetch(address: str) -> str:
    """Return a page, or nothing if there is none (yet)."""
    try:
        with urlopen(address, timeout=PATIENCE) as answer:
            return str(answer.read().decode())
    except HTTPError as error:
        error.close()
        return ""
    except OSError:
        return ""
