"""What linking costs beside converting Markdown, and whether it grows with the number of terms.

    python benchmarks/scale.py [--pages 10000] [--terms 5000] [--seed 1]

Pages are made from a seed to be like our primers, which have (counted on the three of them) 1,330
words of 6.4 characters, one sentence a line; in 1,000 words 42 mentions of terms, 123 signs that
may be markup (30 citations, 25 marks of emphasis, 6 quotation marks, a few links), 6 headings,
13 paragraphs, 19 list items and 18 table cells; and 75 words in 1,000 that begin a label without
being a mention. The words are made up, their frequencies are those of a natural text (Zipf). All
mentions are of 500 of the terms; each term has a label and three aliases, and a definition.

In one process it measures, in CPU seconds:

- the whole link pass over all pages and definitions, in a cold start: building the index, reading
  the prose, finding mentions, deciding;
- the same with 500 terms only, for the time per page (each the best of three, without index and
  definitions);
- converting the same pages with Python-Markdown as the site does: by MkDocs, with the extensions
  of mkdocs.yml and our own, linking and cleaning included; definitions are not counted here. For
  comparison, every tenth page by Python-Markdown with the extensions of mkdocs.yml alone.
"""

from __future__ import annotations

import argparse
import random
import re
import resource
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import accumulate
from pathlib import Path

import markdown
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from lpsa_build.adapters.python_markdown import LpsaExtension, Site
from lpsa_build.config import Settings, Topic
from lpsa_build.mentions.forms import forms_of
from lpsa_build.mentions.links import Links, find_links
from lpsa_build.model.knowledge import KnowledgeBase
from lpsa_build.model.load import build
from lpsa_build.source.files import SourceFile

ROOT = Path(__file__).resolve().parent.parent
SYLLABLES = re.findall(
    "[a-z]+",
    "ba ce di fo gu ha je ki lo mu na pe qui ro su ta ve wi xo yu zan bel cor dan fir gol hus",
)
SMALL_WORDS = re.findall(
    "[a-z]+",
    "the of and to in a is that for it as was with be by on not he his but at are this have from "
    "or had an they which one you were all her she there would their we him been has when who will "
    "no more if out so up said what its about than into them can only other time new some could",
)
VOCABULARY = 30_000
TERMS_IN_PAGES = 500
ROUNDS = 3


def main() -> int:
    """Make the content, measure, print."""
    options = _options()
    words = Words(options.seed)
    labels = [words.label() for _ in range(options.terms * 4)]
    words.mention(labels[: TERMS_IN_PAGES * 4])
    pages = [words.page() for _ in range(options.pages)]
    size = sum(map(len, pages)) / len(pages) / 1000
    print(f"pages {len(pages)} of {size:.1f} kB, terms {options.terms}", end="")

    many = knowledge_of(words, labels, options.terms, pages)
    before = _peak()
    found: list[Links] = []
    whole = seconds(lambda: found.append(find_links(many)))
    memory = _peak()
    forms = sum(1 for t in many.terms.values() for _ in forms_of(t.id, t.fields, "en"))
    mentions = sum(map(len, found.pop().mentions.values()))
    print(f", labels {len(labels)}, forms {forms}, mentions {mentions}")

    few = knowledge_of(words, labels, TERMS_IN_PAGES, pages)
    ratio = min(_pages_only(many) for _ in range(ROUNDS)) / min(
        _pages_only(few) for _ in range(ROUNDS)
    )
    index = seconds(lambda: find_links(replace(many, pages={})))
    config = load_config(str(ROOT / "mkdocs.yml"))
    plain = seconds(lambda: convert_plainly(config, pages[::10])) * len(pages) / len(pages[::10])
    convert = seconds(lambda: convert_as_the_site(config, pages))

    print(f"link pass {whole:.1f} s, of it {index:.1f} s for index and definitions")
    print(f"Python-Markdown as the site runs it {convert:.1f} s: ratio {whole / convert:.3f}")
    print(f"Python-Markdown with its extensions alone {plain:.1f} s: ratio {whole / plain:.3f}")
    print(f"time per page, {options.terms} terms against {TERMS_IN_PAGES}: ratio {ratio:.2f}")
    print(f"peak memory {memory:.0f} MB, of it {memory - before:.0f} MB by the link pass")
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


def _peak() -> float:
    """Return the most memory that the process has had so far, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _pages_only(knowledge: KnowledgeBase) -> float:
    """Return the seconds of a link pass over pages that nobody has read yet, less all else."""
    unread = replace(knowledge, pages={key: replace(e) for key, e in knowledge.pages.items()})
    whole = seconds(lambda: find_links(unread))
    return whole - seconds(lambda: find_links(replace(knowledge, pages={})))


def convert_as_the_site(config: MkDocsConfig, pages: list[str]) -> None:
    """Convert pages as MkDocs does, with the extensions of mkdocs.yml and our own."""
    config.markdown_extensions.append(LpsaExtension(site=Site()))  # type: ignore[arg-type]
    files = Files([])
    for number, text in enumerate(pages):
        page = Page(None, File(f"page-{number}.md", "", "", use_directory_urls=True), config)
        page.markdown = text
        page.render(config, files)


def convert_plainly(config: MkDocsConfig, pages: list[str]) -> None:
    """Convert pages by Python-Markdown with the extensions of mkdocs.yml and nothing else."""
    for text in pages:
        markdown.Markdown(
            extensions=config.markdown_extensions, extension_configs=config.mdx_configs
        ).convert(text)


class Words:
    """Makes labels and pages from a seed."""

    def __init__(self, seed: int) -> None:
        """Begin with ``seed``; nothing is mentioned until :meth:`mention` is called."""
        self.random = random.Random(seed)  # noqa: S311  # no secret is made
        self.vocabulary = [self.word(1, 2, 2, 3) for _ in range(VOCABULARY)]
        self.weights = list(accumulate(1 / (rank + 10) for rank in range(VOCABULARY)))
        self.mentioned: list[str] = []
        self.beginnings: list[str] = []

    def word(self, *lengths: int) -> str:
        """Return a made-up word of as many syllables as one of ``lengths``."""
        return "".join(self.random.choices(SYLLABLES, k=self.random.choice(lengths)))

    def label(self) -> str:
        """Return a label of one to three made-up words."""
        return " ".join(self.word(4) for _ in range(self.random.choice((1, 2, 2, 3))))

    def mention(self, labels: list[str]) -> None:
        """Strew ``labels`` into all texts from now on, and words that begin one of them."""
        self.mentioned = labels
        self.beginnings = [label.split()[0] for label in labels if " " in label]

    def words(self, number: int) -> list[str]:
        """Return words of running text: half of them small, some that begin a label."""
        return [
            self.random.choice(
                self.beginnings if chance >= 0.5 and self.beginnings else SMALL_WORDS
            )
            if chance < 0.59
            else self.random.choices(self.vocabulary, cum_weights=self.weights)[0]
            for chance in (self.random.random() for _ in range(number))
        ]

    def text(self, number: int, mention: float, marked: float = 0.0) -> list[str]:
        """Return words, with the given chances of a mention and of markup among them."""
        words = self.words(number)
        if self.mentioned and self.random.random() < mention:
            words[self.random.randrange(number)] = self.random.choice(self.mentioned)
        if self.random.random() < marked:
            at = self.random.randrange(number)
            mark = self.random.choice(("*{}*", "*{}*", "“{}”", "[{}](https://example.org/)"))
            words[at] = mark.format(words[at])
        return words

    def sentence(self) -> str:
        """Return a sentence, which is a line."""
        words = " ".join(self.text(self.random.randint(7, 15), 0.65, 0.3)).capitalize()
        return f"{words} {self.citation()}." if self.random.random() < 0.5 else f"{words}."

    def citation(self) -> str:
        """Return a citation."""
        return f"[@{self.random.choice(self.vocabulary)}-{self.random.randint(1990, 2026)}]"

    def item(self) -> str:
        """Return a list item of two lines; many begin with a word in bold."""
        first, second = self.text(11, 0.5, 0.2), self.text(7, 0.25)
        if self.random.random() < 0.5:
            first[0] = f"**{first[0].capitalize()}.**"
        end = f" {self.citation()}." if self.random.random() < 0.6 else "."
        return f"- {' '.join(first)}\n  {' '.join(second)}{end}"

    def row(self) -> str:
        """Return a row of a table."""
        return f"| {' | '.join(' '.join(self.text(4, 0.2)) for _ in range(3))} |"

    def section(self, number: int) -> Iterator[str]:
        """Yield a heading and what stands under it."""
        yield f"## {' '.join(self.words(4)).capitalize()}"
        for _ in range(2):
            yield "\n".join(self.sentence() for _ in range(3))
        if number % 4 == 3:
            head = "| what | where | why |\n| --- | --- | --- |"
            yield "\n".join([head, *(self.row() for _ in range(5))])
        else:
            yield "\n".join(self.item() for _ in range(4))

    def page(self) -> str:
        """Return a page of about 1,300 words."""
        return "\n\n".join(part for n in range(8) for part in self.section(n)) + "\n"


def knowledge_of(words: Words, labels: list[str], terms: int, pages: list[str]) -> KnowledgeBase:
    """Return a knowledge base of ``terms`` terms with four labels each, and one page per text."""
    files = []
    for number in range(terms):
        own, *aliases = labels[number * 4 : number * 4 + 4]
        text = (
            f"---\nterm: {own}\naliases: [{', '.join(aliases)}]\n"
            f"definition: {' '.join(words.text(25, 0.8))}.\n"
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
