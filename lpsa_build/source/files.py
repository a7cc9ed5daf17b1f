"""Intake: which files of the content folders are read, and their text.

Only regular files of a known kind and a plain name are taken (safety promises P7 and P8); they
are opened without following a link, and the opened file itself is checked, not its name.
"""

from __future__ import annotations

import os
import re
import stat
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lpsa_build.errors import MachineError
from lpsa_build.source import faults
from lpsa_build.source.finding import FILE_START, Finding
from lpsa_build.source.text import decode

MAX_MARKDOWN = 1024 * 1024
MAX_DATA = 8 * 1024 * 1024
MAX_IMAGE = 4 * 1024 * 1024
MAGIC = {
    ".png": re.compile(rb"\x89PNG\r\n\x1a\n"),
    ".jpg": re.compile(rb"\xff\xd8\xff"),
    ".jpeg": re.compile(rb"\xff\xd8\xff"),
    ".gif": re.compile(rb"GIF8[79]a"),
    ".webp": re.compile(rb"RIFF.{4}WEBP", re.DOTALL),
}
LIMITS = {".md": MAX_MARKDOWN, ".yml": MAX_DATA} | dict.fromkeys(MAGIC, MAX_IMAGE)
PLAIN_NAME = re.compile(r"[\w][\w.-]*")
IGNORED = frozenset({".DS_Store", "Thumbs.db", ".gitkeep", "desktop.ini"})


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One file that passed the intake: its path from the root, with ``/``, and what it holds.

    ``text`` is None for images and for files whose text cannot be read.
    """

    path: str
    text: str | None
    data: bytes


def read_tree(root: Path, folders: tuple[str, ...]) -> tuple[list[SourceFile], list[Finding]]:
    """Return every readable file under ``folders`` of ``root``, sorted by path.

    A missing folder counts as empty. Anything else that lies there is a finding.

    Raises:
        MachineError: a folder cannot be read.
    """
    files: list[SourceFile] = []
    findings: list[Finding] = []
    seen: dict[str, str] = {}
    for path in sorted(_walk(root, folders)):
        if refusal := _refuse_link(root, path) or _refuse_name(path, seen):
            findings.append(refusal)
            continue
        data, refusal = _read_regular(root, path)
        if refusal or data is None:
            findings.extend([refusal] if refusal else [])
            continue
        file, text_findings = take_file(path, data)
        findings.extend(text_findings)
        files.append(file)
    return files, findings


def take_file(path: str, data: bytes) -> tuple[SourceFile, list[Finding]]:
    """Return the file that holds ``data``, its text decoded, and what is wrong with its bytes."""
    if _suffix(path) not in {".md", ".yml"}:
        return SourceFile(path, None, data), []
    text, findings = decode(path, data)
    return SourceFile(path, text, data), findings


def _walk(root: Path, folders: tuple[str, ...]) -> Iterator[str]:
    for folder in folders:
        if (root / folder).is_symlink():
            yield folder
            continue
        for top, directories, names in os.walk(root / folder, onerror=_unreadable):
            here = Path(top)
            linked = [name for name in directories if (here / name).is_symlink()]
            directories[:] = sorted(set(directories) - set(linked))
            for name in [*names, *linked]:
                if name not in IGNORED:
                    yield (here / name).relative_to(root).as_posix()


def _unreadable(error: OSError) -> None:
    if not isinstance(error, FileNotFoundError):
        raise MachineError(f"{error.filename} cannot be read: {error.strerror}.") from error


def _suffix(path: str) -> str:
    return Path(path).suffix.lower()


def _refuse_link(root: Path, path: str) -> Finding | None:
    if not (root / path).is_symlink():
        return None
    return _unexpected(
        path,
        "This is a link to another place; links are not followed.",
        "Put the file itself here, or delete the link.",
    )


def _refuse_name(path: str, seen: dict[str, str]) -> Finding | None:
    name = path.rsplit("/", 1)[-1]
    if _suffix(path) not in LIMITS:
        kinds = ", ".join(sorted(LIMITS))
        return _unexpected(
            path,
            f"Files of this kind are not published; only {kinds} are.",
            "Save it as one of these kinds, or move it out of the content folders.",
        )
    if not PLAIN_NAME.fullmatch(name) or unicodedata.normalize("NFC", path) != path:
        return _unexpected(
            path,
            "The file name holds characters that a web address cannot keep.",
            "Rename the file with small letters a-z, digits and hyphens.",
        )
    twin = seen.setdefault(path.casefold(), path)
    if twin != path:
        return _unexpected(
            path, f"The name differs from {twin} only by capital letters.", "Rename one of the two."
        )
    return None


def _read_regular(root: Path, path: str) -> tuple[bytes | None, Finding | None]:
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    try:
        descriptor = os.open(root / path, flags | getattr(os, "O_BINARY", 0))
    except OSError:
        return None, _unexpected(
            path, "The file cannot be opened.", "Look at the rights on it, or save it again."
        )
    with os.fdopen(descriptor, "rb") as file:
        status = os.fstat(descriptor)
        limit = LIMITS[_suffix(path)]
        if not stat.S_ISREG(status.st_mode):
            return None, _unexpected(
                path, "This is not an ordinary file.", "Put a file here, or delete it."
            )
        if status.st_size > limit:
            return None, _too_large(path, status.st_size, limit)
        data = file.read(limit + 1)
    if (magic := MAGIC.get(_suffix(path))) and not magic.match(data):
        return None, _unexpected(
            path,
            "The content is not an image of the kind that the name says.",
            "Save the image again, and choose the kind there.",
        )
    return data, None


def _unexpected(path: str, why: str, cure: str) -> Finding:
    return faults.UNEXPECTED_FILE.at(path, FILE_START, why, cure)


def _too_large(path: str, size: int, limit: int) -> Finding:
    return faults.TOO_LARGE.at(
        path,
        FILE_START,
        f"The file has {size:,} bytes; {limit:,} are allowed.",
        "Split the text, or make the image smaller.",
    )
