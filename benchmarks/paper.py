"""What the PDF of a large glossary costs: seconds, memory, bytes.

    python -m benchmarks.paper [--terms 500 1000 2000] [--seed 1]

Terms are made up from a seed (see `scale.py`): each has a label in four other languages, an alias,
a definition that names two other terms, a source, and one or two terms that it is not. Each number
of terms is measured in a process of its own: CPU seconds of the program that makes the PDF, without
reading and linking the content, and the most memory that the process ever had, with all of that.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.scale import Words
from lpsa_build.adapters.python_markdown import Fragments
from lpsa_build.config import read_settings
from lpsa_build.exchange.pdf import make_pdf
from lpsa_build.lint.check import review
from lpsa_build.render.book import render_book
from lpsa_build.render.renderer import Renderer

ROOT = Path(__file__).resolve().parent.parent
CONFIGURATION = """\
site_name: Paper
site_url: https://example.org/
docs_dir: content
plugins: {lpsa: {languages: [en, fr, es, pt, ar], domains: {fiscal: Fiscal}}}
"""
REFERENCE = "references: [{id: a, type: report, title: A report, URL: 'https://example.org/a'}]\n"


def main() -> int:
    """Measure each size in a process of its own; print as it goes."""
    options = _options()
    if options.only:
        print(measured(options.only, options.seed))
        return 0
    for terms in options.terms:
        words = ["--only", str(terms), "--seed", str(options.seed)]
        command = [sys.executable, "-m", "benchmarks.paper", *words]
        subprocess.run(command, cwd=ROOT, check=True)  # noqa: S603  # ourselves
    return 0


def measured(terms: int, seed: int) -> str:
    """Return one line on a glossary of so many terms."""
    with TemporaryDirectory() as folder:
        write(Path(folder), terms, seed)
        result = review(read_settings(Path(folder) / "mkdocs.yml"))
    fragments = Fragments({}, lambda term, _: f"glossary/{term}/")
    sources = (result.knowledge, result.links, result.targets, fragments.to_html)
    book = render_book(Renderer(*sources), lambda text, _: text)
    start = time.process_time()
    size = len(make_pdf(book, lambda _: None))
    seconds = time.process_time() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return f"{terms} terms: {seconds:.0f} s, {peak:.0f} MB of memory, {size / 1e6:.1f} MB"


def write(folder: Path, terms: int, seed: int) -> None:
    """Write the content of a site."""
    words = Words(seed)
    labels = [words.label() for _ in range(terms)]
    ids = [label.replace(" ", "-") for label in labels]
    (folder / "glossary").mkdir()
    (folder / "content").mkdir()
    (folder / "mkdocs.yml").write_text(CONFIGURATION, encoding="utf-8")
    (folder / "content" / "references.yml").write_text(REFERENCE, encoding="utf-8")
    for n, label in enumerate(labels):
        translated = "".join(
            f"  {language}: {{term: {words.label()}, revision: 1, status: unreviewed}}\n"
            for language in ("fr", "es", "pt", "ar")
        )
        text = (
            f"---\nterm: {label}\naliases: [{words.label()}]\ndefinition: >-\n"
            f"  Part of [[{ids[n - 1]}]] that {words.label()} and {words.label()} have\n"
            f"  in [[{ids[n - 2]}]] where {words.label()} is {words.label()}.\n"
            f"domain: fiscal\nstatus: draft\ncontrast: [{ids[n - 3]}]\nsources: [{{ref: a}}]\n"
            f"translations:\n{translated}---\n"
        )
        (folder / "glossary" / f"{ids[n]}.md").write_text(text, encoding="utf-8")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--terms", type=int, nargs="+", default=[500, 1000, 2000])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", type=int, default=0, help=argparse.SUPPRESS)
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
