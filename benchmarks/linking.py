"""How well the linker finds the links that authors made by hand.

    python benchmarks/linking.py FOLDER [--language en] [--derivations] [--show 20]

FOLDER holds Markdown, one file per glossary entry (its title is `title` or `term` of the front
matter, else the first heading), whose authors link entries as `[words](/other-entry/)`,
`[words](other-entry.md)` or `[words](#other-entry)`. The links are taken out; the linker, which
knows the titles only (and an abbreviation in brackets at a title's end), has to find them again.

It prints recall (hand-made links whose words link to the same entry), wrong targets (the same
words link to another entry), parts (only some of the words link, to another entry), and extra links
(words that no author linked, first mention in each section).
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lpsa_build.language.forms import abbreviation_forms, surface_forms
from lpsa_build.mentions.index import Form, FormIndex, Match, Rank, is_acronym
from lpsa_build.source.pieces import BLANK
from lpsa_build.source.prose import scan_prose

FRONT_MATTER = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)
TITLE = re.compile(r"^(?:title|term):[ ]*(.+)$", re.MULTILINE)
HEADING = re.compile(r"^#[ ]+(.+)$", re.MULTILINE)
LINK = re.compile(r"(?<!!)\[(?P<words>[^\[\]]+)\]\((?P<target>[^()\s]+)\)")
SHORT = re.compile(r"^(?P<label>.+?)\s*\((?P<short>[^()]+)\)$")


@dataclass(frozen=True)
class Entry:
    """One glossary entry of the folder, its links taken out; ``links`` are start, end, target."""

    id: str
    title: str
    text: str
    links: tuple[tuple[int, int, str], ...]


def main() -> int:
    """Read the folder, measure, print."""
    options = _options()
    entries = list(read_entries(options.folder))
    if not entries:
        print(f"{options.folder} holds no Markdown with titles.", file=sys.stderr)
        return 2
    index = FormIndex(
        form for e in entries for form in title_forms(e, options.language, options.derivations)
    )
    result: Counter[str] = Counter()
    missed: Counter[tuple[str, str]] = Counter()
    wrong: Counter[tuple[str, str, str]] = Counter()
    parts: Counter[tuple[str, str, str]] = Counter()
    extra: Counter[tuple[str, str]] = Counter()
    for entry in entries:
        _measure(entry, index, result, missed, wrong, parts, extra)
    links = result["links"] or 1
    print(f"entries {len(entries)}, hand-made links {result['links']}")
    print(
        f"recall {result['found'] / links:.3f}  wrong targets {result['wrong'] / links:.3f}",
        end="  ",
    )
    print(f"parts {result['parts'] / links:.3f}")
    print(f"extra links {result['extra']} ({result['extra'] / links:.2f} per hand-made link)")
    for name, counter in (("missed", missed), ("wrong", wrong), ("parts", parts), ("extra", extra)):
        for what, number in counter.most_common(options.show):
            print(f"  {name} {number}: {' -> '.join(what)}")
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else "")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--language", default="en")
    parser.add_argument("--derivations", action="store_true")
    parser.add_argument("--show", type=int, default=0, metavar="N")
    return parser.parse_args()


def read_entries(folder: Path) -> Iterator[Entry]:
    """Yield every entry of the folder, with links to other entries taken out of its text."""
    texts = {path: path.read_text("utf-8").replace("\r\n", "\n") for path in folder.rglob("*.md")}
    ids = {_id(path) for path in texts}
    for path, text in sorted(texts.items()):
        front = FRONT_MATTER.match(text)
        found = (TITLE.search(front[1]) if front else None) or HEADING.search(text)
        if found:
            body = text[front.end() :] if front else text
            stripped, links = strip_links(body, ids - {_id(path)})
            yield Entry(_id(path), found[1].strip().strip("\"'"), stripped, tuple(links))


def _id(path: Path) -> str:
    return (path.parent.name if path.stem in {"index", "_index"} else path.stem).lower()


def strip_links(text: str, ids: set[str]) -> tuple[str, list[tuple[int, int, str]]]:
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
        links.append((start, length, target))
        at = match.end()
    return "".join([*pieces, text[at:]]), links


def _target(address: str) -> str:
    path, _, anchor = address.partition("#")
    name = path.strip("/").rsplit("/", 1)[-1].removesuffix(".md").removesuffix(".html")
    return (name or anchor).lower()


def title_forms(entry: Entry, language: str, derived: bool) -> Iterator[Form]:
    """Yield the forms of a title, as the product makes them."""
    match = SHORT.match(entry.title)
    label, short = (match["label"], match["short"]) if match else (entry.title, "")
    if re.fullmatch(r"\S*[A-Z]\S*[A-Z]\S*", short):
        for text in abbreviation_forms(short):
            yield Form(text, short, entry.id, Rank.ABBREVIATION, exact=True)
    exact = is_acronym(label)
    texts = abbreviation_forms(label) if exact else surface_forms(label, language, derived=derived)
    for text in texts:
        yield Form(text, label, entry.id, Rank.LABEL, exact=exact, generated=text != label)


def chosen(match: Match) -> str:
    """Return the one term that a match can mean, empty if it is ambiguous."""
    best = min(form.rank for form in match.forms)
    terms = {form.term for form in match.forms if form.rank == best}
    return terms.pop() if len(terms) == 1 else ""


def _measure(
    entry: Entry,
    index: FormIndex,
    result: Counter[str],
    missed: Counter[tuple[str, str]],
    wrong: Counter[tuple[str, str, str]],
    parts: Counter[tuple[str, str, str]],
    extra: Counter[tuple[str, str]],
) -> None:
    prose = scan_prose(entry.text)
    found = [
        (m.start, m.end, term, prose.section_at(m.start))
        for m in index.find(prose.running, entry.text)
        if (term := chosen(m))
    ]
    for start, end, target in entry.links:
        if BLANK in prose.running[start:end]:
            continue  # in a heading, quotation or code, where nothing is linked
        result["links"] += 1
        hits = [(a, b, term) for a, b, term, _ in found if a < end and start < b]
        terms = [term for _, _, term in hits]
        words = " ".join(entry.text[start:end].split())
        if target in terms:
            result["found"] += 1
        elif others := [term for a, b, term in hits if a <= start and b >= end]:
            result["wrong"] += 1
            wrong[words, target, others[0]] += 1
        elif terms:
            result["parts"] += 1
            parts[words, target, terms[0]] += 1
        else:
            missed[words, target] += 1
    told: set[tuple[str, int]] = set()
    for a, b, term, section in found:
        if any(a < end and start < b for start, end, _ in entry.links) or term == entry.id:
            continue
        if (term, section) not in told:
            told.add((term, section))
            result["extra"] += 1
            extra[" ".join(entry.text[a:b].split()), term] += 1


if __name__ == "__main__":
    sys.exit(main())
