"""The command ``lpsa`` itself, to which the modules beside this one add what it does."""

from __future__ import annotations

from pathlib import Path

import click

from lpsa_build import __version__


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__)
@click.option(
    "--config",
    "config_file",
    type=click.Path(path_type=Path),
    default=Path("mkdocs.yml"),
    help="The site's mkdocs.yml.  [default: the one in this folder]",
)
@click.pass_context
def lpsa(context: click.Context, config_file: Path) -> None:
    """Check, list and export the shared vocabulary."""
    context.obj = config_file
