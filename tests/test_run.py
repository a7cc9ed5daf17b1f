"""The program ``run``: what it refuses, and what it reuses."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from importlib.machinery import SourceFileLoader
from importlib.util import module_from_spec, spec_from_loader
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture
def run(tmp_path: Path) -> ModuleType:
    """The program as a module, on a project of its own that holds lock files alone."""
    locks = [f"requirements/{kind}.txt" for kind in ("build", "pdf", "test")]
    for name in ("run", "pyproject.toml", *locks):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes((ROOT / name).read_bytes())
    loader = SourceFileLoader("run_program", str(tmp_path / "run"))
    spec = spec_from_loader("run_program", loader)
    assert spec is not None
    module = module_from_spec(spec)
    loader.exec_module(module)
    return module


def started(*arguments: str, code: str = "") -> subprocess.CompletedProcess[str]:
    """Return how the program ended; ``code`` is run in its place of the interpreter first."""
    program = str(ROOT / "run")
    head = [sys.executable, program]
    if code:
        text = f"import sys; {code}; exec(compile(open({program!r}).read(), {program!r}, 'exec'))"
        head = [sys.executable, "-c", text]
    return subprocess.run([*head, *arguments], capture_output=True, text=True, check=False)


def test_an_old_python_gets_one_sentence() -> None:
    """It says what is needed, and what was found."""
    ended = started("build", code="sys.version_info = (3, 9, 18, 'final', 0)")
    assert 2 == ended.returncode
    assert "" == ended.stdout
    assert ended.stderr.startswith("This needs Python 3.11.5 or newer, but ")
    assert ended.stderr.endswith(" is 3.9.18.\n")
    assert 1 == ended.stderr.count("\n")


def test_an_old_python_can_read_it() -> None:
    """A program that cannot be read cannot say which Python it needs."""
    ast.parse((ROOT / "run").read_text("utf-8"), feature_version=(3, 7))


def test_help_names_the_four_commands() -> None:
    """Without a command it is shown, too, and the status says that nothing was done."""
    assert 0 == started("--help").returncode
    nothing = started()
    assert 2 == nothing.returncode
    for command in ("build", "test", "serve", "check"):
        assert f"python3 run {command}" in nothing.stderr


@pytest.mark.parametrize(
    ("made", "wanted"),
    [("build", "build"), ("test", "test"), ("test", "build"), ("test", "pdf"), ("pdf", "build")],
)
def test_an_environment_that_fits_is_reused(run: ModuleType, made: str, wanted: str) -> None:
    """An environment for tests serves for building as well, with a PDF or without."""
    pretend_environment(run, made)
    before = sorted(run.VENV.rglob("*"))
    run.prepare_environment(wanted)
    assert before == sorted(run.VENV.rglob("*"))


@pytest.mark.parametrize("changed", ["requirements/test.txt", "pyproject.toml"])
def test_a_changed_lock_makes_another_environment(run: ModuleType, changed: str) -> None:
    """Whatever it is made from counts."""
    before = run.fingerprint("test")
    with (run.ROOT / changed).open("a", encoding="utf-8") as file:
        file.write("\n# changed\n")
    assert before != run.fingerprint("test")


def test_a_named_browser_comes_first(run: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    """The variable LPSA_CHROMIUM wins over what lies on the path."""
    monkeypatch.setenv("LPSA_CHROMIUM", sys.executable)
    assert sys.executable == run.find_chromium()


def test_two_builds_of_one_commit_have_one_time(
    run: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The time of the last commit, unless the caller gives another."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1")
    assert {} == run.last_commit_time()
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    assert {} == run.last_commit_time()
    git = ["git", "-c", "user.name=x", "-c", "user.email=x@example.org"]
    for words in (["init", "-q"], ["commit", "-q", "--allow-empty", "-m", "x"]):
        when = {**os.environ, "GIT_COMMITTER_DATE": "@1700000000 +0000"}
        subprocess.run([*git, *words], cwd=run.ROOT, check=True, env=when)
    assert {"SOURCE_DATE_EPOCH": "1700000000"} == run.last_commit_time()


def pretend_environment(run: ModuleType, kind: str) -> None:
    """Make what looks like a finished environment."""
    python = Path(run.tool("python"))
    python.parent.mkdir(parents=True)
    python.symlink_to(sys.executable)
    run.STAMP.write_text(run.fingerprint(kind), "utf-8")
