"""The command ``lpsa``: parses arguments, calls one function, prints.

Exit status: 0 fine, 1 findings at or above the failing severity, 2 wrong usage or a failure of
the machine.
"""

from __future__ import annotations

import sys

import click

from lpsa_build.cli import check, explain, export, import_file, links, score  # noqa: F401  # they add commands
from lpsa_build.cli.group import lpsa
from lpsa_build.errors import LpsaError


def main() -> None:
    """Run the command; a fault of machine or caller becomes one sentence and exit status 2."""
    try:
        lpsa(prog_name="lpsa")
    except LpsaError as error:
        click.echo(f"lpsa: {error}", err=True)
        sys.exit(2)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(2)
