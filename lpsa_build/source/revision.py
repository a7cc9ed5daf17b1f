"""The content as it was at another revision of the git repository that holds it."""

from __future__ import annotations

import io
import subprocess
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from lpsa_build.errors import MachineError, UsageError


@contextmanager
def checked_out(root: Path, revision: str) -> Iterator[Path]:
    """Give a temporary folder with the files under ``root`` as they were at ``revision``.

    Raises:
        UsageError: ``root`` is not in a git repository, or there is no such revision.
        MachineError: git is not installed.
    """
    packed = _git(root, "archive", "--format=tar", _commit(root, revision))
    with TemporaryDirectory() as folder:
        with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
            archive.extractall(folder, filter="data")
        yield Path(folder)


def merge_base(root: Path, revision: str) -> str:
    """Return the commit at which the branch of today left ``revision``.

    Raises:
        UsageError: there is no such revision, or the two have no commit in common here.
        MachineError: git is not installed.
    """
    return _git(root, "merge-base", _commit(root, revision), "HEAD").decode().strip()


def changed_paths(root: Path, revision: str) -> frozenset[str]:
    """Return the paths under ``root`` that differ from ``revision``, new files included.

    Raises:
        UsageError: there is no such revision.
        MachineError: git is not installed.
    """
    changed = _git(root, "diff", "-z", "--name-only", "--relative", _commit(root, revision))
    new = _git(root, "ls-files", "-z", "--others", "--exclude-standard")
    return frozenset(filter(None, (changed + new).decode("utf-8", "replace").split("\0")))


def _commit(root: Path, revision: str) -> str:
    """Return the full name of a commit, so that no revision is taken for an option."""
    name = ["rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}"]
    return _git(root, *name).decode().strip()


def _git(root: Path, *arguments: str) -> bytes:
    try:
        done = subprocess.run(  # noqa: S603  # a list of arguments, no shell
            ["git", *arguments],  # noqa: S607  # whichever git the caller uses
            cwd=root,
            capture_output=True,
            check=False,
        )
    except OSError as error:
        raise MachineError(f"git cannot be started: {error.strerror}.") from error
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip() or "there is no such revision"
        raise UsageError(
            f"git {arguments[0]} failed: {said}. In CI, fetch the whole history (fetch-depth: 0)."
        )
    return done.stdout
