"""The real content as a benchmark sees it: text files, and just enough sense to damage them.

It reads front matter with PyYAML and knows nothing of how the checker reads or judges.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from random import Random
from typing import Any

import yaml

Place = tuple[str, int]
"""Path and line."""


@dataclass(frozen=True)
class Mutant:
    """Content with one defect: the files that differ (None: gone), and where it may be reported.

    Any of the places will do: of two entries that share a label, either may be named.
    """

    files: Mapping[str, bytes | None]
    places: frozenset[Place]


@dataclass(frozen=True)
class Kind:
    """A kind of defect: its name, the codes that count as found, and what makes one.

    ``make`` returns None where the chosen place does not allow the defect.
    """

    name: str
    codes: frozenset[str]
    make: Callable[[Site, Random], Mutant | None]


def kind(make: Callable[[Site, Random], Mutant | None], *codes: int) -> Kind:
    """Return the kind that a function makes; what is found has one of the codes (9: LPSA009)."""
    return Kind(make.__name__, frozenset(f"LPSA{code:03}" for code in codes), make)


@dataclass
class Sheet:
    """One file that is being damaged, as a list of lines."""

    path: str
    lines: list[str]

    @property
    def text(self) -> str:
        """The whole file."""
        return "\n".join(self.lines) + "\n"

    @property
    def end_of_front(self) -> int:
        """Index of the line that closes the front matter; the end of a file of YAML."""
        return self.lines.index("---", 1) if self.lines[0] == "---" else len(self.lines)

    def rows(self, key: str) -> range:
        """Return the indices of the lines of a top-level field; none if it is not there."""
        for first in range(self.end_of_front):
            if self.lines[first].startswith(f"{key}:"):
                last = first + 1
                while last < self.end_of_front and self.lines[last].startswith((" ", "-")):
                    last += 1
                return range(first, last)
        return range(0)

    def put(self, key: str, *lines: str) -> int:
        """Write a field in place of the old one, or at the end; return the line of its key."""
        rows = self.rows(key)
        first = rows.start if rows else self.end_of_front
        self.lines[first : first + len(rows)] = lines
        return first + 1

    def set(self, key: str, value: str) -> int:
        """Write a field on one line."""
        return self.put(key, f"{key}: {value}")

    def drop(self, key: str) -> int:
        """Delete a field; return the line where it was."""
        return self.put(key)

    def define(self, definition: str) -> range:
        """Write a definition in the way of our entries; return the lines of its text."""
        wrapped = textwrap.wrap(definition, 96, break_long_words=False, break_on_hyphens=False)
        first = self.put("definition", "definition: >-", *(f"  {line}" for line in wrapped))
        return range(first + 1, first + 1 + len(wrapped))

    def find(self, words: str, within: range) -> int:
        """Return the line, of those, in which words begin, even if they wrap over its end."""
        text, starts = "", []
        for line in within:
            starts.append(len(text))
            text += self.lines[line - 1].strip() + " "
        at = text.index(words)
        return [line for line, start in zip(within, starts, strict=True) if start <= at][-1]

    def mutant(self, *lines: int) -> Mutant:
        """Return the mutant that differs in this file; without lines, its beginning is at fault."""
        places = lines or (1, 2)
        return Mutant({self.path: self.text.encode()}, frozenset((self.path, n) for n in places))


def both(*mutants: Mutant) -> Mutant:
    """Return the mutant that has the damage of all; any of their places will do."""
    files = {path: data for mutant in mutants for path, data in mutant.files.items()}
    return Mutant(files, frozenset().union(*(mutant.places for mutant in mutants)))


@dataclass(frozen=True)
class Site:
    """All texts of the content, by path."""

    texts: Mapping[str, str]
    _parsed: dict[str, dict[str, Any]] = field(default_factory=dict, repr=False)

    def sheet(self, path: str) -> Sheet:
        """Return a file to be damaged."""
        return Sheet(path, self.texts[path].split("\n")[:-1])

    def fields(self, path: str) -> dict[str, Any]:
        """Return the front matter of a page, if it has any, or a file of YAML."""
        if path not in self._parsed:
            text = self.texts[path]
            if path.endswith(".md"):
                text = text.split("\n---\n", 1)[0] if text.startswith("---\n") else "{}"
            self._parsed[path] = yaml.safe_load(text.removeprefix("---\n"))
        return self._parsed[path]

    @cached_property
    def terms(self) -> dict[str, dict[str, Any]]:
        """Fields of each term, by path."""
        return {p: self.fields(p) for p in self.texts if re.fullmatch(r"glossary/[\w-]+\.md", p)}

    @cached_property
    def pages(self) -> tuple[str, ...]:
        """Paths of all Markdown that is not a term, but that about the rules of writing."""
        return tuple(
            path
            for path in self.texts
            if path.endswith(".md") and path not in self.terms and "contribute/" not in path
        )

    @cached_property
    def labels(self) -> dict[str, str]:
        """Paths of terms by each of their labels in English, in small letters."""
        return {
            label.casefold(): path
            for path, term in self.terms.items()
            for label in (
                term["term"],
                term.get("abbreviation") or "",
                *term.get("aliases", ()),
                *term.get("avoid", ()),
            )
            if label
        }

    @cached_property
    def frameworks(self) -> tuple[str, ...]:
        """Paths of frameworks that list items."""
        return tuple(
            path
            for path in self.texts
            if path.endswith("framework.yml") and self.fields(path)["structure"]["items"]
        )

    @cached_property
    def assessments(self) -> tuple[str, ...]:
        """Paths of assessments."""
        return tuple(path for path in self.texts if "/assessments/" in path)

    def path(self, term: str) -> str:
        """Return the path of a term."""
        return f"glossary/{term}.md"

    def any_term(self, dice: Random, suits: Callable[[dict[str, Any]], object] = bool) -> str:
        """Return the path of a random term that suits."""
        return dice.choice([path for path, fields in self.terms.items() if suits(fields)])

    def above(self, term: str) -> list[str]:
        """Return the ids of everything above a term, nearest first."""
        found: list[str] = []
        for upper in self.terms[self.path(term)].get("broader", ()):
            found += [upper, *self.above(upper)]
        return found


def identifier(path: str) -> str:
    """Return the id of a term."""
    return path.removeprefix("glossary/").removesuffix(".md")


def is_name(label: str) -> bool:
    """Tell whether a label has capitals of its own."""
    return label != label.lower()


def write_in(site: Site, dice: Random, path: str, sentence: str) -> Mutant | None:
    """Return the page with one more sentence after a random one of its running text."""
    sheet = site.sheet(path)
    spots = prose_rows(sheet)
    if not spots:
        return None
    row = dice.choice(spots)
    bullet = sheet.lines[row].startswith("- ")
    sheet.lines[row : row + 1] = [sheet.lines[row], ("  " if bullet else "") + sentence]
    return sheet.mutant(row + 2)


def prose_rows(sheet: Sheet) -> list[int]:
    """Return the indices of lines of running text that end a sentence."""
    front = sheet.end_of_front + 1 if sheet.lines[0] == "---" else 0
    fenced, found = False, []
    for row in range(front, len(sheet.lines)):
        line = sheet.lines[row]
        fenced ^= line.startswith("```")
        if not fenced and re.match(r"(- )?[A-Z].*[a-z\])]\.$", line):
            found.append(row)
    return found


def add_lines(site: Site, path: str, *lines: str) -> tuple[Sheet, int]:
    """Return the page with more lines at its end, and the number of the first of them."""
    sheet = site.sheet(path)
    sheet.lines += ["", *lines]
    return sheet, len(sheet.lines) - len(lines) + 1
