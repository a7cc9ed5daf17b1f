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
    return _write(folder, "pagefind.{}.pf_meta", name, cbor2.dumps(meta))


def _split_piece(folder: Path, first: str, last: str, file: str) -> list[list[str]]:
    """Split one piece of the index; return first word, last word and file of each part."""
    path = folder / "index" / f"{file}.pf_index"
    if path.stat().st_size <= PIECE_SIZE:
        return [[first, last, file]]
    (entries,) = _read(path)
    path.unlink()
    parts = list(_halves([word for word, *_ in entries], list(map(cbor2.dumps, entries))))
    files = [_write(folder / "index", "{}.pf_index", file, data) for _, data in parts]
    firsts = [first, *(_parting(a[-1], b[0]) for (a, _), (b, _) in pairwise(parts))]
    lasts = [*(words[-1] for words, _ in parts[:-1]), last]
    return [list(piece) for piece in zip(firsts, lasts, files, strict=True)]


def _halves(words: list[str], entries: list[bytes]) -> Iterator[tuple[list[str], bytes]]:
    """Part words, and what is encoded of each, in two; again until all parts are small enough.

    Yield the words of each part, and what its file holds.
    """
    if len(words) == 1:
        yield words, _piece(entries)
        return
    middle = _best_middle(words)
    for part in (slice(middle), slice(middle, None)):
        data = _piece(entries[part])
        if len(_zip(data)) > PIECE_SIZE:
            yield from _halves(words[part], entries[part])
        else:
            yield words[part], data


def _piece(entries: list[bytes]) -> bytes:
    """Return what a file of the index holds: all entries, in a list within a list."""
    count = len(entries)
    start_of_lists = cbor2.dumps([[0] * count])[:-count]
    return start_of_lists + b"".join(entries)


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
    ordered = cbor2.dumps([title, sorted(values)])
    return [name, _write(folder / "filter", "{}.pf_filter", file, ordered)]


def _read(path: Path) -> Any:
    data = gzip.decompress(path.read_bytes())
    if not data.startswith(MAGIC):
        raise ValueError(f"{path.name} does not begin as expected")
    return cbor2.loads(data[len(MAGIC) :])


def _write(folder: Path, pattern: str, old: str, data: bytes) -> str:
    """Write a file under a name of its own, in the language of its old one; return the name."""
    name = f"{old.partition('_')[0]}_{blake2b(data).hexdigest()[:NAME_LENGTH]}"
    (folder / pattern.format(name)).write_bytes(_zip(MAGIC + data))
    return name


def _zip(data: bytes) -> bytes:
    """Compress as most servers do: the utmost takes twice the time for one byte in a hundred."""
    return gzip.compress(data, 6, mtime=0)
