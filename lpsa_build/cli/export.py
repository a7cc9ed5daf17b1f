"""``lpsa export``: the knowledge base in formats of other programs."""

from __future__ import annotations

from pathlib import Path

import click

from lpsa_build.cli.group import lpsa
from lpsa_build.cli.output import write_all
from lpsa_build.config import read_settings
from lpsa_build.exchange import files as exchange
from lpsa_build.exchange.schema import schemas
from lpsa_build.lint.check import review


@lpsa.command()
@click.argument("form", metavar="FORMAT", type=click.Choice([*exchange.FORMATS, "schema"]))
@click.option("-o", "--output", type=click.Path(path_type=Path), help="File, or folder (schema).")
@click.pass_obj
def export(config_file: Path, form: str, output: Path | None) -> None:
    """Write the glossary in a format of other programs, or the JSON Schemas of content files.

    \b
    FORMAT is one of
      csv, xlsx   tables for people
      json        every field, with what was computed
      skos        SKOS in Turtle        jsonld  the same in JSON-LD
      tbx         TBX-Basic (ISO 30042:2019)
      inventory   objects.inv for Sphinx and mkdocstrings
      schema      JSON Schemas of all content files
    """  # noqa: D301  # click's mark for lines that stay as they are
    if form == "schema":
        found = {name: text.encode() for name, text in schemas().items()}
        write_all(output or Path("schemas"), found)
        return
    content = exchange.FORMATS[form](review(read_settings(config_file)).knowledge)
    if output:
        write_all(output.parent, {output.name: content})
    else:
        click.echo(content, nl=False)
