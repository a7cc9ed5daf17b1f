"""What linking costs beside converting Markdown, and whether it grows with the number of terms.

    python benchmarks/scale.py [--pages 10000] [--terms 5000] [--seed 1]

Pages of about 1,000 words, as long as our primers, with headings, lists, a table, links, code and
emphasis, are made from a seed; the labels of 500 made-up terms (each with three aliases) are strewn
in. In one process it measures: converting all pages with Python-Markdown and the site's extensions;
the whole link pass over the same pages (building the index, reading the prose, finding mentions,
deciding); and the pass with 500 terms only, for the time per page. Times are CPU seconds.
"""

from __future__ import annotations

import argparse
import random
import resource
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import markdown

from lpsa_build.config import Settings, Topic
from lpsa_build.mentions.index import forms_of
from lpsa_build.mentions.links import find_links
from lpsa_build.model.knowledge import KnowledgeBase
from lpsa_build.model.load import build
from lpsa_build.source.files import SourceFile

EXTENSIONS = ["admonition", "attr_list", "def_list", "footnotes", "tables", "toc",
              "pymdownx.details", "pymdownx.superfences"]  # fmt: skip
SYLLABLES = [
    "ba",
    "ce",
    "di",
    "fo",
    "gu",
    "ha",
    "je",
    "ki",
    "lo",
    "mu",
    "na",
    "pe",
    "qui",
    "ro",
    "su",
    "ta",
    "ve",
    "wi",
    "xo",
    "yu",
    "zan",
    "bel",
    "cor",
    "dan",
    "fir",
    "gol",
    "hus",
]
FILLER = [
    "the",
    "of",
    "and",
    "to",
    "in",
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
    "he",
    "his",
    "but",
    "at",
    "are",
    "this",
    "have",
    "from",
    "or",
    "had",
    "an",
    "they",
    "which",
    "one",
    "you",
    "were",
    "all",
    "her",
    "she",
    "there",
    "would",
    "their",
    "we",
    "him",
    "been",
    "has",
    "when",
    "who",
    "will",
    "no",
    "more",
    "if",
    "out",
    "so",
    "up",
    "said",
    "what",
    "its",
    "about",
    "than",
    "into",
    "them",
    "can",
    "only",
    "other",
    "time",
    "new",
    "some",
    "could",
]
TERMS_IN_PAGES = 500


def main() -> int:
    """Make the content, measure, print."""
    options = _options()
    words = Words(options.seed)
    labels = [words.label() for _ in range(options.terms * 4)]
    pages = [words.page(labels[: TERMS_IN_PAGES * 4]) for _ in range(options.pages)]
    size = sum(map(len, pages)) / len(pages) / 1000
    print(
        f"pages {len(pages)} of {size:.1f} kB, terms {options.terms}, labels {len(labels)}", end=""
    )

    many = knowledge_of(labels, options.terms, pages)
    forms = sum(1 for t in many.terms.values() for _ in forms_of(t.id, t.fields, "en"))
    print(f", forms {forms}")
    link_many = seconds(lambda: find_links(many))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    without = seconds(lambda: find_links(knowledge_of(labels, options.terms, [], many)))
    few = knowledge_of(labels, TERMS_IN_PAGES, pages)
    link_few = seconds(lambda: find_links(few))
    few_without = seconds(lambda: find_links(knowledge_of(labels, TERMS_IN_PAGES, [], few)))
    convert = seconds(lambda: _convert(pages))

    print(f"Python-Markdown {convert:.1f} s, link pass {link_many:.1f} s", end="")
    print(f" (of it {without:.1f} s for index and terms): ratio {link_many / convert:.3f}")
    ratio = (link_many - without) / (link_few - few_without)
    print(f"time per page, {options.terms} terms against {TERMS_IN_PAGES}: ratio {ratio:.2f}")
    print(f"peak memory {memory:.0f} MB")
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else "")
    parser.add_argument("--pages", type=int, default=10_000)
    parser.add_argument("--terms", type=int, default=5_000)
    parser.add_argument("--seed", type=int, default=1)
    return parser.parse_args()


def seconds(work: Callable[[], object]) -> float:
    """Return the CPU seconds that ``work`` takes."""
    start = time.process_time()
    work()
    return time.process_time() - start


def _convert(pages: list[str]) -> None:
    for page in pages:
        markdown.Markdown(extensions=EXTENSIONS).convert(page)


class Words:
    """Makes labels and pages from a seed."""

    def __init__(self, seed: int) -> None:
        """Begin with ``seed``."""
        self.random = random.Random(seed)  # noqa: S311  # no secret is made

    def word(self) -> str:
        """Return a made-up word."""
        return "".join(self.random.choices(SYLLABLES, k=self.random.randint(2, 4)))

    def label(self) -> str:
        """Return a label of one to three made-up words."""
        return " ".join(self.word() for _ in range(self.random.choice((1, 2, 2, 3))))

    def sentence(self, terms: list[str]) -> str:
        """Return a sentence with markup here and there and, mostly, a term."""
        words = self.random.choices(FILLER, k=self.random.randint(8, 18))
        if self.random.random() < 0.5:
            words.insert(self.random.randrange(len(words)), self.random.choice(terms))
        if self.random.random() < 0.3:
            at = self.random.randrange(len(words))
            mark = self.random.choice(("*{}*", "**{}**", "`{}`", "[{}](https://example.org/)"))
            words[at] = mark.format(words[at])
        return " ".join(words).capitalize() + "."

    def page(self, terms: list[str]) -> str:
        """Return a page of about 1,000 words."""
        parts = []
        for number in range(20):
            if number % 5 == 0:
                parts.append(f"## {self.sentence(terms)[:40]}")
            sentences = [self.sentence(terms) for _ in range(4)]
            if number % 5 == 3:
                sentences = [f"- {sentence}" for sentence in sentences]
            parts.append("\n".join(sentences))
        rows = [f"| {self.sentence(terms)} | {self.word()} |" for _ in range(5)]
        parts.append("\n".join(["| what | where |", "| --- | --- |", *rows]))
        return "\n\n".join(parts) + "\n"


def knowledge_of(
    labels: list[str], terms: int, pages: list[str], like: KnowledgeBase | None = None
) -> KnowledgeBase:
    """Return a knowledge base of ``terms`` terms with four labels each, and one page per text.

    With ``like`` it is that one, without its pages.
    """
    if like is not None:
        return replace(like, pages={})
    files = []
    for number in range(terms):
        own, *aliases = labels[number * 4 : number * 4 + 4]
        text = (
            f"---\nterm: {own}\naliases: [{', '.join(aliases)}]\ndefinition: A thing.\n"
            "domain: fiscal\nstatus: draft\n---\n"
        )
        files.append(_file(f"glossary/term-{number}.md", text))
    for number, page in enumerate(pages):
        files.append(_file(f"content/page-{number}.md", f"---\ntitle: Page {number}\n---\n{page}"))
    settings = Settings(Path(), domains={"fiscal": Topic("fiscal", "Fiscal")})
    knowledge, _ = build(settings, files)
    return knowledge


def _file(path: str, text: str) -> SourceFile:
    return SourceFile(path, text, text.encode())


if __name__ == "__main__":
    sys.exit(main())
