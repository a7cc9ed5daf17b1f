"""Brings Pagefind's index into one order: it writes the values of its filters as chance has it.

The index consists of gzipped CBOR (RFC 8949) after a magic word, in files that are named for a
digest of what they hold. Only arrays, texts and whole numbers occur in the two kinds read here:
``filter/*.pf_filter`` is ``[name, [[value, [page, …]], …]]``, and the fourth part of ``*.pf_meta``
is ``[[name, file], …]``.
"""

from __future__ import annotations

import gzip
import json
from hashlib import blake2b
from pathlib import Path
from typing import Any

from lpsa_build.errors import MachineError

MAGIC = b"pagefind_dcd"
NUMBER, TEXT, ARRAY = 0, 3, 4
FILTERS = 3
"""Which part of the list of all files is about filters."""


def order_index(folder: Path) -> None:
    """Sort the filters of an index, and name its files for what they hold then.

    Raises:
        MachineError: the index is not of the form that this knows.
    """
    entry = folder / "pagefind-entry.json"
    known = json.loads(entry.read_text("utf-8"))
    try:
        for language in known["languages"].values():
            language["hash"] = _order_language(folder, language["hash"])
    except (ValueError, KeyError, IndexError, TypeError) as error:
        raise MachineError(f"Pagefind writes an index of another form now: {error}.") from error
    text = json.dumps(known, ensure_ascii=False, separators=(",", ":"))
    entry.write_text(text, "utf-8", newline="")


def _order_language(folder: Path, name: str) -> str:
    path = folder / f"pagefind.{name}.pf_meta"
    meta = _read(path)
    meta[FILTERS] = sorted(_order_filter(folder, *listed) for listed in meta[FILTERS])
    path.unlink()
    return _write(folder, "pagefind.{}.pf_meta", name, meta, length=10)


def _order_filter(folder: Path, name: str, file: str) -> list[str]:
    """Sort the values of one filter; return its name and that of its file."""
    path = folder / "filter" / f"{file}.pf_filter"
    title, values = _read(path)
    path.unlink()
    ordered = [title, sorted(values)]
    return [name, _write(folder / "filter", "{}.pf_filter", file, ordered, length=7)]


def _read(path: Path) -> Any:
    data = gzip.decompress(path.read_bytes())
    if not data.startswith(MAGIC):
        raise ValueError(f"{path.name} does not begin as expected")
    value, end = _decode(data, len(MAGIC))
    if end != len(data):
        raise ValueError(f"{path.name} does not end as expected")
    return value


def _write(folder: Path, pattern: str, old: str, value: Any, *, length: int) -> str:
    """Write a file under a name of its own, in the language of its old one; return the name."""
    data = MAGIC + _encode(value)
    name = f"{old.partition('_')[0]}_{blake2b(data).hexdigest()[:length]}"
    (folder / pattern.format(name)).write_bytes(gzip.compress(data, mtime=0))
    return name


def _decode(data: bytes, at: int) -> tuple[Any, int]:
    """Return the CBOR value that begins at an offset, and where it ends."""
    kind, number = data[at] >> 5, data[at] & 31
    at += 1
    if number >= 24:
        size = 1 << (number - 24)
        number = int.from_bytes(data[at : at + size], "big")
        at += size
    if kind == NUMBER:
        return number, at
    if kind == TEXT:
        return data[at : at + number].decode(), at + number
    if kind != ARRAY:
        raise ValueError(f"it holds a value of kind {kind}")
    values = []
    for _ in range(number):
        value, at = _decode(data, at)
        values.append(value)
    return values, at


def _encode(value: Any) -> bytes:
    if isinstance(value, int):
        return _head(NUMBER, value)
    if isinstance(value, str):
        text = value.encode()
        return _head(TEXT, len(text)) + text
    return _head(ARRAY, len(value)) + b"".join(map(_encode, value))


def _head(kind: int, number: int) -> bytes:
    if number < 24:
        return bytes([kind << 5 | number])
    size = next(size for size in (1, 2, 4, 8) if number < 1 << 8 * size)
    mark = kind << 5 | (23 + size.bit_length())
    return bytes([mark]) + number.to_bytes(size, "big")
