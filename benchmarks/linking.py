"""How well the linker finds the links that authors made by hand.

    python -m benchmarks.linking FOLDER [--language en] [--show 20]

FOLDER holds Markdown, one file per glossary entry (its title is `title` or `term` of the front
matter, else the first heading), whose authors link entries as `[words](/other-entry/)`,
`[words](other-entry.md)` or `[words](#other-entry)`. The links are taken out; the linker has to
find them again. It knows of each entry its title and, as of every term, its definition (the first
sentence of the text, which tells whether the title is a verb); no alias and no abbreviation, unless
the title itself has one in brackets. Links in headings, quotations and code do not count: nothing
is linked there.

It measures twice: as a site links by default, and as one with `derivations: true` in `mkdocs.yml`
does. That switch is off by default, because a derived word may mean something else (local,
localize); a glossary whose authors link freely will want it on.

What it prints for each:

- recall: of all hand-made links, those whose words link to the same entry. It is told apart for
  links that are a *plain inflection* of the title and those in *free* words. Plain are the words of
  the title whatever their case, spelling (British, hyphen, space, accents), number, possessive or
  verb ending (parse, parsed); compared are the words cut to their stems by a few endings, not by
  the linker's own rules. Everything else is free: a derived word, a part of the title, a synonym;
- ambiguous: links whose words are the title of several entries (“variable (data)”,
  “variable (program)”). The linker does not guess: it leaves them, with a finding for the author;
- wrong targets: the same words link to another entry;
- in a longer term: the words are part of a longer mention, of another entry (`[API](…) gateway`,
  where “API gateway” has an entry of its own, and a mention of a compound never links its part);
- parts: only some of the words link, to another entry;
- extra links: words that no author linked, first mention in each section.
"""

from __future__ import annotations

import argparse
import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from lpsa_build.language.folding import fold
from lpsa_build.language.forms import parts
from lpsa_build.mentions.forms import forms_of
from lpsa_build.mentions.index import FormIndex, Match
from lpsa_build.model.term import Term
from lpsa_build.model.values import Status
from lpsa_build.source.pieces import BLANK
from lpsa_build.source.prose import scan_prose

FRONT_MATTER = re.compile(r"\A---[ ]*\n(.*?)\n---[ ]*\n", re.DOTALL)
TITLE = re.compile(r"^[ ]*(?:title|term):[ ]*(.+)$", re.MULTILINE | re.IGNORECASE)
HEADING = re.compile(r"^#[ ]+(.+)$", re.MULTILINE)
QUESTION = re.compile(r"^(?:What|Who) (?:is|are) (?:an? |the )?(.+?)\?$", re.IGNORECASE)
LINK = re.compile(r"(?<!!)\[(?P<words>[^\[\]]+)\]\((?P<target>[^()\s]+)\)")
SENTENCE = re.compile(r"^(?![#>|<{\s])[^\n]+(?:\n[^\n]+)*", re.MULTILINE)
ENDING = re.compile(r"(?<=\w\w)(?:['’]s?|ies|ied|ying|es|ed|ing|s|(?<=u)x|e|y)$")


class Link(NamedTuple):
    """A link made by hand: where its words stand in the text without links, and its entry."""

    start: int
    end: int
    target: str


@dataclass(frozen=True)
class Entry:
    """One glossary entry of the folder, its links taken out."""

    id: str
    title: str
    text: str
    links: tuple[Link, ...]

    @property
    def term(self) -> Term:
        """The entry as our model has it."""
        sentence = SENTENCE.search(self.text)
        definition = sentence.group() if sentence else self.title
        return Term(term=self.title, definition=definition, domain="any", status=Status.DRAFT)


@dataclass
class Result:
    """What became of the links: numbers by name, and by name the words with their entries."""

    numbers: Counter[str] = field(default_factory=Counter)
    words: dict[str, Counter[tuple[str, ...]]] = field(default_factory=dict)

    def add(self, name: str, *words: str) -> None:
        """Count one link under ``name``."""
        self.numbers[name] += 1
        self.words.setdefault(name, Counter())[words] += 1

    def share(self, name: str, of: str = "links") -> str:
        """Return one number as a share of another."""
        return f"{self.numbers[name] / (self.numbers[of] or 1):.3f}"


def main() -> int:
    """Read the folder, measure, print."""
    options = _options()
    entries = list(read_entries(options.folder))
    if not entries:
        print(f"{options.folder} holds no Markdown with titles.", file=sys.stderr)
        return 2
    for derived in (False, True):
        result = measure(entries, options.language, derived=derived)
        _print(entries, result, derived=derived, show=options.show)
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else "")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--language", default="en")
    parser.add_argument("--show", type=int, default=0, metavar="N", help="the N most frequent")
    return parser.parse_args()


def _print(entries: list[Entry], result: Result, *, derived: bool, show: int) -> None:
    number = result.numbers
    print(f"derivations: {str(derived).lower()}")
    print(f"  entries {len(entries)}, hand-made links {number['links']}")
    print(
        f"  recall {result.share('found')}:"
        f" plain inflections {result.share('found plain', 'plain')} of {number['plain']},"
        f" free words {result.share('found free', 'free')} of {number['free']};"
        f" ambiguous {number['ambiguous']}"
    )
    print(
        f"  wrong targets {result.share('wrong')}, in a longer term {result.share('longer')},"
        f" parts {result.share('parts')}"
    )
    print(f"  extra links {number['extra']} ({result.share('extra')} per hand-made link)")
    for name in ("missed plain", "missed free", "ambiguous", "wrong", "longer", "parts", "extra"):
        for words, times in result.words.get(name, Counter[tuple[str, ...]]()).most_common(show):
            print(f"    {name} {times}: {' -> '.join(words)}")


def read_entries(folder: Path) -> Iterator[Entry]:
    """Yield every entry of the folder, with links to other entries taken out of its text."""
    texts = {path: path.read_text("utf-8").replace("\r\n", "\n") for path in folder.rglob("*.md")}
    ids = {_id(path) for path in texts}
    for path, text in sorted(texts.items()):
        front = FRONT_MATTER.match(text)
        found = (TITLE.search(front[1]) if front else None) or HEADING.search(text)
        if found and (title := _title(found[1])):
            body = text[front.end() :] if front else text
            stripped, links = strip_links(body, ids - {_id(path)})
            yield Entry(_id(path), title, stripped, tuple(links))


def _title(text: str) -> str:
    return QUESTION.sub(r"\1", text.strip().strip("\"'").replace("`", "").replace("*", ""))


def _id(path: Path) -> str:
    return (path.parent.name if path.stem in {"index", "_index"} else path.stem).lower()


def strip_links(text: str, ids: set[str]) -> tuple[str, list[Link]]:
    """Return the text without its links to entries, and where they were."""
    pieces, links, at, length = [], [], 0, 0
    for match in LINK.finditer(text):
        target = _target(match["target"])
        if target not in ids:
            continue
        before = text[at : match.start()]
        start = length + len(before)
        pieces += [before, match["words"]]
        length = start + len(match["words"])
        links.append(Link(start, length, target))
        at = match.end()
    return "".join([*pieces, text[at:]]), links


def _target(address: str) -> str:
    path, _, anchor = address.partition("#")
    name = path.strip("/").rsplit("/", 1)[-1].removesuffix(".md").removesuffix(".html")
    return (name or anchor).lower()


def measure(entries: list[Entry], language: str, *, derived: bool) -> Result:
    """Return what the linker makes of the texts."""
    index = FormIndex(
        form for e in entries for form in forms_of(e.id, e.term, language, derived=derived)
    )
    titles = {entry.id: entry.title for entry in entries}
    result = Result()
    for entry in entries:
        _measure(entry, index, titles, result)
    return result


def chosen(match: Match) -> tuple[str, ...]:
    """Return the terms that a match can mean: the linker links it if there is one."""
    best = min(form.rank for form in match.forms)
    return tuple(sorted({form.term for form in match.forms if form.rank == best}))


def _measure(entry: Entry, index: FormIndex, titles: dict[str, str], result: Result) -> None:
    prose = scan_prose(entry.text)
    found = [(m.start, m.end, chosen(m)) for m in index.find(prose.running, entry.text)]
    for link in entry.links:
        if BLANK in prose.running[link.start : link.end]:
            continue
        words = " ".join(entry.text[link.start : link.end].split())
        kind = "plain" if is_plain(words, titles[link.target]) else "free"
        hits = [hit for hit in found if hit[0] < link.end and link.start < hit[1]]
        result.add("links")
        result.add(kind)
        _judge(link, words, kind, hits, result)
    told: set[tuple[str, int]] = set()
    for start, end, terms in found:
        place = terms[0], prose.section_at(start)
        free = not any(start < link.end and link.start < end for link in entry.links)
        if free and len(terms) == 1 and terms[0] != entry.id and place not in told:
            told.add(place)
            result.add("extra", " ".join(entry.text[start:end].split()), terms[0])


def _judge(
    link: Link, words: str, kind: str, hits: list[tuple[int, int, tuple[str, ...]]], result: Result
) -> None:
    """Count a link by what the linker makes of its words."""
    linked = [(start, end, terms[0]) for start, end, terms in hits if len(terms) == 1]
    over = [hit for hit in linked if hit[0] <= link.start and link.end <= hit[1]]
    if any(term == link.target for _, _, term in linked):
        result.add("found", words)
        result.add(f"found {kind}", words)
    elif over:
        longer = over[0][1] - over[0][0] > link.end - link.start
        result.add("longer" if longer else "wrong", words, link.target, over[0][2])
    elif linked:
        result.add("parts", words, link.target, linked[0][2])
    elif any(link.target in terms for _, _, terms in hits):
        result.add("ambiguous", words, link.target)
    else:
        result.add(f"missed {kind}", words, link.target)


def is_plain(words: str, title: str) -> bool:
    """Tell whether words are a plain inflection of a title, or of its short form in brackets."""
    return any(_stems(words) == _stems(label) for label in parts(title) if label)


def _stems(words: str) -> str:
    """Return the folded words cut to their stems, as one word: hyphen and space do not count."""
    plain = unicodedata.normalize("NFC", words).replace("&", " and ")
    return "".join(map(_stem, re.findall(r"[\w'’]+", plain)))


def _stem(word: str) -> str:
    stem = ENDING.sub("", fold(word))
    return stem[:-1] if stem[-1:] == stem[-2:-1] != "" else stem


if __name__ == "__main__":
    sys.exit(main())
