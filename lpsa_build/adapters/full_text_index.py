"""Brings Pagefind's index into one order and into smaller pieces than it comes in.

It writes the values of its filters as chance has it, and words in pieces of some 30 kB, one of
which a reader fetches for each word: half of that does as well.

The index consists of gzipped CBOR (RFC 8949) after a magic word, in files that are named for a
digest of what they hold. These kinds are read here:
``*.pf_meta``, whose third part is ``[[first word, last word, file], …]`` and whose fourth is
``[[name, file], …]``; ``index/*.pf_index`` with ``[[[word, …], …]]``; and ``filter/*.pf_filter``
with ``[name, [[value, [page, …]], …]]``.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from hashlib import blake2b
from itertools import pairwise, takewhile
from pathlib import Path
from typing import Any

import cbor2

from lpsa_build.errors import MachineError

MAGIC = b"pagefind_dcd"
PIECES, FILTERS = 2, 3
"""Which parts of the list of all files are about words and about filters."""
PIECE_SIZE = 16_000
"""How many bytes, compressed, a piece of the index may have, if it holds more than one word."""

NAME_LENGTH = 10
"""How many figures of a digest are in a name: so few that 10,000 files hardly ever share one."""


def arrange_index(folder: Path) -> None:
    """Split what is large in an index, sort its filters, and name its files for what they hold.

    Raises:
        MachineError: the index is not of the form that this knows.
    """
    entry = folder / "pagefind-entry.json"
    known = json.loads(entry.read_text("utf-8"))
    try:
        for language in known["languages"].values():
            language["hash"] = _arrange_language(folder, language["hash"])
    except (cbor2.CBORError, ValueError, KeyError, IndexError, TypeError) as error:
        raise MachineError(f"Pagefind writes an index of another form now: {error}.") from error
    text = json.dumps(known, ensure_ascii=False, separators=(",", ":"))
    entry.write_text(text, "utf-8", newline="")


def _arrange_language(folder: Path, name: str) -> str:
    path = folder / f"pagefind.{name}.pf_meta"
    meta = _read(path)
    meta[PIECES] = [small for piece in meta[PIECES] for small in _split_piece(folder, *piece)]
    meta[FILTERS] = sorted(_order_filter(folder, *listed) for listed in meta[FILTERS])
    path.unlink()
    return _write(folder, "pagefind.{}.pf_meta", name, meta)


def _split_piece(folder: Path, first: str, last: str, file: str) -> list[list[str]]:
    """Split one piece of the index; return first word, last word and file of each part."""
    path = folder / "index" / f"{file}.pf_index"
    if path.stat().st_size <= PIECE_SIZE:
        return [[first, last, file]]
    (words,) = _read(path)
    path.unlink()
    parts = list(_halved(words))
    files = [_write(folder / "index", "{}.pf_index", file, [part]) for part in parts]
    firsts = [first, *(_parting(a[-1][0], b[0][0]) for a, b in pairwise(parts))]
    lasts = [*(part[-1][0] for part in parts[:-1]), last]
    return [list(piece) for piece in zip(firsts, lasts, files, strict=True)]


def _halved(words: list[Any]) -> Iterator[list[Any]]:
    """Yield the words in parts that are small enough, or of one word."""
    if len(words) == 1 or len(gzip.compress(cbor2.dumps(words))) <= PIECE_SIZE:
        yield words
    else:
        middle = _best_middle([word for word, *_ in words])
        yield from _halved(words[:middle])
        yield from _halved(words[middle:])


def _best_middle(words: list[str]) -> int:
    """Return where to part sorted words: not within a family, which is sought by its beginning."""
    half = len(words) / 2
    third = range(max(1, len(words) // 3), max(2, len(words) * 2 // 3))
    return min(third, key=lambda at: (len(_parting(words[at - 1], words[at])), abs(at - half)))


def _parting(before: str, after: str) -> str:
    """Return the shortest beginning of a word that the word before it has not."""
    shared = takewhile(lambda letters: letters[0] == letters[1], zip(before, after, strict=False))
    return after[: len(list(shared)) + 1]


def _order_filter(folder: Path, name: str, file: str) -> list[str]:
    """Sort the values of one filter; return its name and that of its file."""
    path = folder / "filter" / f"{file}.pf_filter"
    title, values = _read(path)
    path.unlink()
    ordered = [title, sorted(values)]
    return [name, _write(folder / "filter", "{}.pf_filter", file, ordered)]


def _read(path: Path) -> Any:
    data = gzip.decompress(path.read_bytes())
    if not data.startswith(MAGIC):
        raise ValueError(f"{path.name} does not begin as expected")
    return cbor2.loads(data[len(MAGIC) :])


def _write(folder: Path, pattern: str, old: str, value: Any) -> str:
    """Write a file under a name of its own, in the language of its old one; return the name."""
    data = MAGIC + cbor2.dumps(value)
    name = f"{old.partition('_')[0]}_{blake2b(data).hexdigest()[:NAME_LENGTH]}"
    (folder / pattern.format(name)).write_bytes(gzip.compress(data, mtime=0))
    return name
