"""What a framework costs beside the same rows as plain Markdown tables, and how large its page is.

    python -m benchmarks.frameworks [--items 500] [--assessments 60]

Two sites are written and built by `mkdocs build`, one after the other, in one run. One holds a
framework of so many items and its assessments as data: from it come the structure, the results at
every level, charts, the comparison, and the data files. The other holds the same rows as Markdown
tables, written by hand as it were: a page for the framework, a page for each assessment, and one on
which all assessments stand side by side, pillar by pillar. Times are CPU seconds of the whole
build, the start of Python and the full-text index included. Sizes are those of the framework's
page as it is sent, compressed with gzip.

    python -m benchmarks.frameworks --items 10000 --assessments 1

builds a framework of 10,000 items, whose tables are folded.
"""

from __future__ import annotations

import argparse
import gzip
import os
import resource
import subprocess
import sys
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parent.parent
PILLARS = 10
WORDS = """the council decides on local taxes and fees services staff roads water schools health
budgets plans audits reports land markets waste light parks fire police courts records votes wards
citizens women youth elders grants loans debt rules laws rights duties limits powers"""
GRADES = "ABCD"
CONFIGURATION = f"""\
site_name: A benchmark
site_url: https://example.org/
docs_dir: content
theme: {{name: material, custom_dir: {(ROOT / "lpsa_build" / "theme").as_posix()}, font: false}}
plugins: {{lpsa: {{languages: [en]}}}}
markdown_extensions: {{tables: {{}}, attr_list: {{}}, pymdownx.superfences: {{}}}}
"""
FRAMEWORK = """\
title: A framework
version: "1"
publisher: Somebody
licence: Made up.
summary: A framework for measuring the build.
confidence: unknown
scales:
  letters:
    kind: ordered
    values:
      - {code: A, points: 4}
      - {code: B, points: 3}
      - {code: C, points: 2}
      - {code: D, points: 1}
aggregation: mean
structure:
  levels: [pillar, indicator]
  items:
"""
FILLER = [
    "the",
    "of",
    "and",
    "to",
    "a",
    "is",
    "that",
    "for",
    "it",
    "as",
    "was",
    "with",
    "be",
    "by",
    "on",
    "not",
    "but",
    "at",
    "are",
    "this",
    "have",
    "from",
]


def main() -> int:
    """Write both sites, build them, print."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else "")
    parser.add_argument("--items", type=int, default=500)
    parser.add_argument("--assessments", type=int, default=60)
    options = parser.parse_args()
    with TemporaryDirectory() as name:
        data, tables = Path(name) / "data", Path(name) / "tables"
        write_data(data, options.items, options.assessments)
        write_tables(tables, options.items, options.assessments)
        by_tables = seconds(tables)
        by_data = seconds(data)
        print(f"{options.items} items, {options.assessments} assessments")
        print(f"as data {by_data:.1f} s, as Markdown tables {by_tables:.1f} s", end="")
        print(f": ratio {by_data / by_tables:.2f}")
        for page in ("", "place-0-2025/", "compare/"):
            path = data / "site" / "frameworks" / "big" / page / "index.html"
            if path.is_file():
                size = len(gzip.compress(path.read_bytes(), mtime=0)) / 1000
                print(f"frameworks/big/{page}: {size:.1f} kB gzipped")
    return 0


def seconds(folder: Path) -> float:
    """Return the CPU seconds of building a site."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, "-m", "mkdocs", "build", "-q"]
    subprocess.run(command, cwd=folder, env=environment, check=True)  # noqa: S603  # our own
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def codes(items: int) -> list[tuple[int, str, str]]:
    """Return pillar, code and title of each item."""
    each = -(-items // PILLARS)
    random = Random(1)  # noqa: S311  # no secret is made
    words = [" ".join(random.choices(WORDS.split(), k=8)) for _ in range(items)]
    return [
        (n // each, f"{n // each + 1}.{n % each + 1}", f"Matter {n} {words[n]}")
        for n in range(items)
    ]


def score(item: int, assessment: int) -> str:
    """Return the score of an item: any, but the same each time."""
    return GRADES[(item * 7 + assessment * 3 + item * assessment) % 4]


def write_data(folder: Path, items: int, assessments: int) -> None:
    """Write the site whose framework and assessments are data."""
    lines = [FRAMEWORK]
    pillar = -1
    for number, code, title in codes(items):
        if number != pillar:
            pillar = number
            lines.append(
                f'    - code: "{number + 1}"\n      title: Pillar {number + 1}\n      items:\n'
            )
        lines.append(f'        - {{code: "{code}", title: {title}, scale: letters}}\n')
    _write(folder, "mkdocs.yml", CONFIGURATION)
    _write(folder, "content/index.md", "---\ntitle: Home\n---\nHome.\n")
    _write(folder, "frameworks/big/framework.yml", "".join(lines))
    for place in range(assessments):
        scores = [
            f'  "{code}": {{score: {score(n, place)}}}'
            for n, (_, code, _) in enumerate(codes(items))
        ]
        head = f'place: Place {place}\nlevel: local\nperiod: "2025"\nassessors: Nobody\n'
        text = head + "status: illustrative\nscores:\n" + "\n".join(scores) + "\n"
        _write(folder, f"frameworks/big/assessments/place-{place}-2025.yml", text)


def write_tables(folder: Path, items: int, assessments: int) -> None:
    """Write the site that has the same rows as Markdown tables."""
    _write(folder, "mkdocs.yml", CONFIGURATION)
    _write(folder, "content/index.md", "---\ntitle: Home\n---\nHome.\n")
    rows = codes(items)
    structure = [(p, f"| {code} | {title} | Scale letters | |") for p, code, title in rows]
    _write(
        folder,
        "content/big.md",
        _page("A framework", "| Code | Title | Scale | Terms |", structure),
    )
    for place in range(assessments):
        scores = [
            (p, f"| {code} | {title} | {score(n, place)} | |")
            for n, (p, code, title) in enumerate(rows)
        ]
        text = _page(f"Place {place}", "| Code | Title | Score | Evidence |", scores)
        _write(folder, f"content/place-{place}.md", text)
    head = "".join(f"| Place {place} " for place in range(assessments))
    cells = [
        (0, f"| Pillar {pillar + 1} " + "| 2.5 " * assessments + "|") for pillar in range(PILLARS)
    ]
    _write(folder, "content/compare.md", _page("Compare", f"| Pillar {head}|", cells))


def _page(title: str, head: str, rows: list[tuple[int, str]]) -> str:
    parts = [f"---\ntitle: {title}\n---\n"]
    pillar = -1
    for number, row in rows:
        if number != pillar:
            pillar = number
            rule = "| --- " * (head.count("|") - 1)
            parts.append(f"\n## Pillar {number + 1}\n\n{head}\n{rule}|\n")
        parts.append(f"{row}\n")
    return "".join(parts)


def _write(folder: Path, path: str, text: str) -> None:
    (folder / path).parent.mkdir(parents=True, exist_ok=True)
    (folder / path).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
