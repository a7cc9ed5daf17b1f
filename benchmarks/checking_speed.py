"""What `lpsa check` costs beside building the same content with MkDocs alone.

    python -m benchmarks.checking_speed [--terms 5000] [--primers 1000] [--seed 1]

Terms and primers are made up from a seed (see `scale.py`): each term has a label, three aliases, a
definition and a short note that names other terms, and is a kind of the next one; a primer has
about 1,300 words. In one run, each in a process of its own, it measures in CPU seconds:

- `mkdocs build` of the files as they are, with the Material theme, search and the extensions of our
  own site, but without our plugin;
- `lpsa check` of the same files: reading, linking, and every rule;
- `lpsa check` once more, after one word was added to one primer: nothing is kept between two runs,
  so it costs the same.
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.scale import Words

ROOT = Path(__file__).resolve().parent.parent
EXTENSIONS = """\
markdown_extensions:
  admonition: {}
  attr_list: {}
  def_list: {}
  footnotes: {}
  tables: {}
  pymdownx.details: {}
  pymdownx.superfences: {}
  toc: {permalink: true}
validation: {nav: {omitted_files: ignore}, links: {anchors: ignore}}
"""
OURS = f"""\
site_name: Speed
site_url: https://example.org/
docs_dir: content
theme: {{name: material, custom_dir: {ROOT}/lpsa_build/theme, font: false}}
nav: [index.md, glossary/index.md]
plugins: {{lpsa: {{domains: {{fiscal: Fiscal}}}}}}
{EXTENSIONS}"""
BARE = f"""\
site_name: Speed
site_url: https://example.org/
docs_dir: docs
theme: {{name: material, font: false, features: [navigation.prune]}}
nav: [index.md]
plugins: {{search: {{}}}}
{EXTENSIONS}"""
FOLDERS = ("glossary", "primers", "frameworks", "content")
CHECK = ("lpsa", "check", "--format", "json")
MOST = 20
"""Percent of the build that a check may cost."""


def main() -> int:
    """Print the figures; fail if a check costs more than it may."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--terms", type=int, default=5000)
    parser.add_argument("--primers", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        write_content(root, options.terms, options.primers, options.seed)
        build = cpu_seconds(root / "bare", "mkdocs", "build", "--quiet")
        print(f"mkdocs build without our plugin  {build:7.2f} s")
        check = cpu_seconds(root / "ours", *CHECK)
        print(f"lpsa check                       {check:7.2f} s  {check / build:6.1%}")
        with (root / "ours/primers/primer-0.md").open("a") as primer:
            primer.write("\nChanged.\n")
        again = cpu_seconds(root / "ours", *CHECK)
        print(f"lpsa check, one file changed     {again:7.2f} s  {again / build:6.1%}")
    return int(check * 100 > build * MOST)


def write_content(root: Path, terms: int, primers: int, seed: int) -> None:
    """Write the same terms and primers for both, as our plugin and as MkDocs alone expect them."""
    words = Words(seed)
    labels = [words.label() for _ in range(terms * 4)]
    words.mention(labels[: min(2000, len(labels)) : 4])
    files = {"content/index.md": "---\ntitle: Home\n---\nHello.\n"}
    for number in range(terms):
        files[f"glossary/term-{number}.md"] = term(words, labels, number)
    for number in range(primers):
        files[f"primers/primer-{number}.md"] = (
            f"---\ntitle: Primer {number}\nsummary: What it is about.\nlevel: introductory\n"
            f"domains: [fiscal]\norder: {number}\nauthors: [LPSA]\nupdated: 2026-11-20\n"
            f"status: draft\n---\n{words.page()}"
        )
    for name in FOLDERS:
        (root / "ours" / name).mkdir(parents=True)
        (root / "bare/docs" / name).mkdir(parents=True)
    (root / "ours/mkdocs.yml").write_text(OURS)
    (root / "bare/mkdocs.yml").write_text(BARE)
    for path, text in files.items():
        (root / "ours" / path).write_text(text)
        (root / "bare/docs" / path.removeprefix("content/")).write_text(text)


def term(words: Words, labels: list[str], number: int) -> str:
    """Return the file of one term."""
    own, *aliases = labels[number * 4 : number * 4 + 4]
    broader = f"broader: [term-{number + 1}]\n" if (number + 1) * 4 < len(labels) else ""
    return (
        f"---\nterm: {own}\naliases: [{', '.join(aliases)}]\n"
        f"definition: {' '.join(words.text(15, 0.8)).capitalize()}.\n"
        f"domain: fiscal\nstatus: draft\n{broader}---\nNote on {' '.join(words.text(15, 0.8))}.\n"
    )


def cpu_seconds(folder: Path, command: str, *arguments: str) -> float:
    """Return the CPU seconds, of user and system, that a command takes in a folder.

    Raises:
        RuntimeError: the command broke; a check that finds faults did not.
    """
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(  # noqa: S603  # our own commands
        [Path(sys.executable).with_name(command), *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        check=False,
        text=True,
    )
    if done.returncode and not done.stdout.startswith(("[", "{")):
        raise RuntimeError(done.stderr)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


if __name__ == "__main__":
    sys.exit(main())
