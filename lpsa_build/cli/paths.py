"""Paths as the caller gives them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from lpsa_build.config import Settings
from lpsa_build.errors import UsageError


def wanted_paths(settings: Settings, paths: Iterable[str]) -> tuple[str, ...]:
    """Return the paths, relative to the root, with ``/``.

    Raises:
        UsageError: a path does not exist or lies outside the root.
    """
    wanted = []
    for path in paths:
        full = Path(path).resolve()
        if not full.exists():
            raise UsageError(f"There is no file or folder {path}.")
        if not full.is_relative_to(settings.root):
            raise UsageError(f"{path} does not belong to the site in {settings.root}.")
        wanted.append(full.relative_to(settings.root).as_posix())
    return tuple(wanted)


def is_within(path: str, wanted: tuple[str, ...]) -> bool:
    """Tell whether a path is, or lies in, one of ``wanted``; all do where none is named."""
    return not wanted or any(
        path == part or part == "." or path.startswith(f"{part}/") for part in wanted
    )
