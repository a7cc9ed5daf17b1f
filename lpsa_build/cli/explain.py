"""``lpsa explain``: what a rule is about, or why words are linked or not."""

from __future__ import annotations

from pathlib import Path

import click

from lpsa_build.cli.group import lpsa
from lpsa_build.cli.output import print_text
from lpsa_build.cli.paths import wanted_paths
from lpsa_build.config import read_settings
from lpsa_build.errors import UsageError
from lpsa_build.lint.check import review
from lpsa_build.lint.explain import explain_line
from lpsa_build.lint.manual import parse_manual
from lpsa_build.lint.rules import KINDS, RULES


@lpsa.command()
@click.argument("what", metavar="CODE|FILE:LINE")
@click.pass_obj
def explain(config_file: Path, what: str) -> None:
    """Say what a CODE means, or why each term of a line of a file is linked or not."""
    if fault := next((f for f in KINDS if what.casefold() in {f.code.casefold(), f.name}), None):
        manuals = [parse_manual(rule.manual) for rule in RULES if rule.fault == fault]
        words = "".join(f"\n{manual.sentence}\n\n{manual.markdown}" for manual in manuals)
        print_text(f"{fault.code} {fault.name} ({fault.severity})\n{words or fault.summary}\n")
        return
    name, colon, line = what.rpartition(":")
    if not colon or not line.isdigit():
        raise UsageError(f"“{what}” is neither a code (LPSA301) nor a place (FILE:LINE).")
    settings = read_settings(config_file)
    (path,) = wanted_paths(settings, [name])
    reasons = explain_line(review(settings), path, int(line))
    print_text("".join(f"{reason}\n" for reason in reasons) or "No term is named in this line.\n")
