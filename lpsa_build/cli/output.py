"""What the commands print and write, and how they end."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

import click

from lpsa_build.errors import MachineError
from lpsa_build.source.finding import Finding, Severity


def write_all(folder: Path, files: dict[str, bytes]) -> None:
    """Write files into a folder, which is made if need be.

    Raises:
        MachineError: the folder or a file cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in files.items():
            (folder / name).write_bytes(content)
    except OSError as error:
        raise MachineError(f"{folder} cannot be written: {error.strerror}.") from error


def print_text(text: str) -> None:
    """Print a text as it is, as UTF-8."""
    sys.stdout.reconfigure(encoding="utf-8", newline="")  # type: ignore[union-attr]
    click.echo(text, nl=False)


def exit_status(findings: Iterable[Finding], severity: Severity) -> int:
    """Return 1 if a finding weighs at least as much as ``severity``, else 0."""
    return int(any(finding.severity.rank <= severity.rank for finding in findings))
