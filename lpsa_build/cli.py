"""The command ``lpsa``: parses arguments, calls one function, prints.

Exit status: 0 fine, 1 findings at or above the failing severity, 2 wrong usage or a failure of
the machine.
"""

from __future__ import annotations

import json
import os
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import click

from lpsa_build import __version__
from lpsa_build.config import Settings, read_settings
from lpsa_build.errors import LpsaError, MachineError, UsageError
from lpsa_build.exchange import files as exchange
from lpsa_build.exchange import json as json_format
from lpsa_build.exchange import text as text_format
from lpsa_build.exchange.schema import schemas
from lpsa_build.lint import link_figures
from lpsa_build.lint.baseline import apply_baseline, baseline_line, render_baseline
from lpsa_build.lint.check import Review, review
from lpsa_build.lint.explain import explain_line
from lpsa_build.lint.manual import parse_manual
from lpsa_build.lint.mend import mend
from lpsa_build.lint.report import FORMATS
from lpsa_build.lint.report.report import Report
from lpsa_build.lint.report.text import line as finding_line
from lpsa_build.lint.report.text import printable
from lpsa_build.lint.rules import KINDS, RULES
from lpsa_build.mentions.policy import Mention
from lpsa_build.mentions.summary import Summary, summarize
from lpsa_build.model.addresses import Kind
from lpsa_build.model.layout import place_of
from lpsa_build.source.finding import Finding, Severity
from lpsa_build.source.revision import changed_paths, checked_out, merge_base


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


@lpsa.command()
@click.argument("paths", nargs=-1)
@click.option("--format", "form", type=click.Choice(list(FORMATS)), default="text")
@click.option("--select", multiple=True, metavar="CODE", help="Only this code, or LPSA4….")
@click.option("--ignore", multiple=True, metavar="CODE", help="All but this code.")
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning"]),
    help="Severity from which the command fails.  [default: fail_on in mkdocs.yml]",
)
@click.option(
    "--baseline",
    type=click.Path(path_type=Path, dir_okay=False),
    help="A file of known findings, which are not shown; it may only shrink.",
)
@click.option("--accept", is_flag=True, help="Write the baseline with all findings of now.")
@click.option("--changed", metavar="BASE", help="Only what the branch adds since git's BASE.")
@click.option("--fix", is_flag=True, help="Mend what can be mended safely.")
@click.option("--unsafe", is_flag=True, help="With --fix: also where the meaning may change.")
@click.pass_obj
def check(
    config_file: Path,
    paths: tuple[str, ...],
    form: str,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    fail_on: str | None,
    baseline: Path | None,
    accept: bool,
    changed: str | None,
    fix: bool,
    unsafe: bool,
) -> None:
    """Say what is wrong with the content, or with the files and folders in PATHS."""
    if (unsafe and not fix) or (accept and not baseline):
        raise UsageError("--unsafe needs --fix, and --accept needs --baseline.")
    settings = read_settings(config_file)
    wanted = _chosen(_wanted(settings, paths), _codes(select), _codes(ignore))
    result = _mended(settings, wanted, unsafe=unsafe) if fix else review(settings)
    findings = result.findings
    base = merge_base(settings.root, changed) if changed else ""
    if base:
        findings = tuple(_added(settings, config_file, base, findings))
    if baseline and accept:
        _accept(baseline, findings)
    if baseline:
        findings = tuple(apply_baseline(findings, _shown(settings, baseline), _read(baseline)))
    findings = tuple(filter(wanted, findings))
    report = Report(
        findings,
        sum(_within(path, _wanted(settings, paths)) for path in result.knowledge.files),
        settings.site_url,
        result.texts,
        changed_paths(settings.root, base) if base else frozenset(),
        color=form == "text" and _shows_color(),
    )
    _print(FORMATS[form](report))
    sys.exit(_fails(findings, Severity(fail_on) if fail_on else settings.fail_on))


@lpsa.command()
@click.argument("paths", nargs=-1)
@click.option("--all", "everything", is_flag=True, help="Also mentions that are not linked.")
@click.option(
    "--summary", "figures", is_flag=True, help="Figures instead: density, ambiguity, use."
)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
@click.pass_obj
def links(
    config_file: Path, paths: tuple[str, ...], everything: bool, figures: bool, form: str
) -> None:
    """List every link to a term that the build makes in prose."""
    settings = read_settings(config_file)
    result = review(settings)
    wanted = _wanted(settings, paths)
    if figures:
        _print_figures(
            summarize(result.knowledge, result.links, lambda p: _within(p, wanted)), form
        )
        return
    mentions = sorted(
        (
            mention
            for found in result.links.mentions.values()
            for mention in found
            if (mention.linked or everything) and _within(mention.path, wanted)
        ),
        key=lambda m: (m.path, m.span),
    )
    if form == "json":
        data = {"links": [_link(mention) for mention in mentions]}
        _print(json.dumps(data, ensure_ascii=False, indent=2) + "\n")
    else:
        _print("".join(f"{_link_line(mention)}\n" for mention in mentions))


def _print_figures(summary: Summary, form: str) -> None:
    if form == "json":
        _print(json.dumps(link_figures.as_data(summary), ensure_ascii=False, indent=2) + "\n")
    else:
        _print(link_figures.render(summary))


@lpsa.command()
@click.argument("what", metavar="CODE|FILE:LINE")
@click.pass_obj
def explain(config_file: Path, what: str) -> None:
    """Say what a CODE means, or why each term of a line of a file is linked or not."""
    if fault := next((f for f in KINDS if what.casefold() in {f.code.casefold(), f.name}), None):
        manuals = [parse_manual(rule.manual) for rule in RULES if rule.fault == fault]
        words = "".join(f"\n{manual.sentence}\n\n{manual.markdown}" for manual in manuals)
        _print(f"{fault.code} {fault.name} ({fault.severity})\n{words or fault.summary}\n")
        return
    name, colon, line = what.rpartition(":")
    if not colon or not line.isdigit():
        raise UsageError(f"“{what}” is neither a code (LPSA301) nor a place (FILE:LINE).")
    settings = read_settings(config_file)
    (path,) = _wanted(settings, [name])
    reasons = explain_line(review(settings), path, int(line))
    _print("".join(f"{reason}\n" for reason in reasons) or "No term is named in this line.\n")


@lpsa.command()
@click.argument("file")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
@click.pass_obj
def score(config_file: Path, file: str, form: str) -> None:
    """Say what the assessment in FILE comes to, at every level of its framework.

    Errors and warnings about it, or about its framework, are said beside the result.
    """
    settings = read_settings(config_file)
    (path,) = _wanted(settings, [file])
    place = place_of(path, settings)
    if place is None or place.kind is not Kind.ASSESSMENT:
        raise UsageError(
            f"{file} is no assessment: frameworks/<id>/assessments/<place>-<year>.yml."
        )
    result = review(settings)
    home = f"{path.rpartition('/assessments/')[0]}/framework.yml"
    findings = [f for f in result.failing(Severity.WARNING) if f.path in {path, home}]
    for finding in findings:
        click.echo(finding_line(finding), err=True)
    framework = result.knowledge.frameworks.get(place.id.split("/")[0])
    assessment = result.knowledge.assessments.get(place.id)
    if framework and assessment:
        render = {"json": json_format.score, "text": text_format.score}[form]
        _print(render(framework, assessment))
    sys.exit(_fails(findings, settings.fail_on))


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
        _write_all(output or Path("schemas"), found)
        return
    content = exchange.FORMATS[form](review(read_settings(config_file)).knowledge)
    if output:
        _write_all(output.parent, {output.name: content})
    else:
        click.echo(content, nl=False)


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


def _chosen(
    paths: tuple[str, ...], only: tuple[str, ...], never: tuple[str, ...]
) -> Callable[[Finding], bool]:
    """Return what tells whether a finding lies within the paths and has one of the codes."""
    return lambda finding: (
        _within(finding.path, paths)
        and (not only or finding.code.startswith(only))
        and not (never and finding.code.startswith(never))
    )


def _mended(settings: Settings, wanted: Callable[[Finding], bool], *, unsafe: bool) -> Review:
    """Apply the fixes of the wanted findings on disk and return what is left."""
    result, changed = mend(settings, wanted, unsafe=unsafe)
    for path, data in changed.items():
        try:
            (settings.root / path).write_bytes(data)
        except OSError as error:
            raise MachineError(f"{path} cannot be written: {error.strerror}.") from error
        click.echo(f"mended {printable(path)}", err=True)
    return result


def _added(
    settings: Settings, config_file: Path, base: str, findings: Iterable[Finding]
) -> Iterator[Finding]:
    """Yield the findings that were not there at the commit ``base``."""
    with checked_out(settings.root, base) as folder:
        before = review(read_settings(folder / config_file.name)).findings
    known = Counter(map(baseline_line, before))
    for finding in findings:
        if known[line := baseline_line(finding)]:
            known[line] -= 1
        else:
            yield finding


def _accept(baseline: Path, findings: Iterable[Finding]) -> None:
    """Write a baseline of all findings; one that is there already stays as it is."""
    if baseline.exists():
        raise UsageError(f"{baseline} is there already; a baseline may only shrink.")
    _write_all(baseline.parent, {baseline.name: render_baseline(findings).encode()})


def _shown(settings: Settings, path: Path) -> str:
    full = path.resolve()
    inside = full.is_relative_to(settings.root)
    return full.relative_to(settings.root).as_posix() if inside else path.as_posix()


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path} cannot be read. Make it with --accept.") from error


def _shows_color() -> bool:
    """Tell whether the output is a terminal that may show colors (see no-color.org)."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR")


def _wanted(settings: Settings, paths: Iterable[str]) -> tuple[str, ...]:
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


def _codes(given: Iterable[str]) -> tuple[str, ...]:
    """Return codes, or beginnings of codes, in capitals.

    Raises:
        UsageError: no code is or begins so.
    """
    codes = tuple(code.upper() for code in given)
    for code in codes:
        if not any(fault.code.startswith(code) for fault in KINDS):
            raise UsageError(f"There is no code {code}.")
    return codes


def _within(path: str, wanted: tuple[str, ...]) -> bool:
    return not wanted or any(
        path == part or part == "." or path.startswith(f"{part}/") for part in wanted
    )


def _fails(findings: Iterable[Finding], severity: Severity) -> int:
    return int(any(finding.severity.rank <= severity.rank for finding in findings))


def _link(mention: Mention) -> dict[str, object]:
    start, end = mention.span.start, mention.span.end
    return {
        "path": mention.path,
        "line": start.line,
        "column": start.column,
        "end_line": end.line,
        "end_column": end.column,
        "text": mention.text,
        "language": mention.language,
        "term": mention.term or None,
        "form": mention.form,
        "linked": mention.linked,
        "reason": mention.reason,
    }


def _link_line(mention: Mention) -> str:
    start = mention.span.start
    words = " ".join(mention.text.split())
    arrow = "->" if mention.linked else "--"
    target = mention.term or "?"
    return (
        f"{mention.path}:{start.line}:{start.column}: {words} {arrow} {target} ({mention.reason})"
    )


def _write_all(folder: Path, files: dict[str, bytes]) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in files.items():
            (folder / name).write_bytes(content)
    except OSError as error:
        raise MachineError(f"{folder} cannot be written: {error.strerror}.") from error


def _print(text: str) -> None:
    sys.stdout.reconfigure(encoding="utf-8", newline="")  # type: ignore[union-attr]
    click.echo(text, nl=False)
