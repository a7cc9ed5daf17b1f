"""Which files are not even opened as a workbook: what they hold could harm, or lead elsewhere."""

from __future__ import annotations

import zipfile
import zlib
from io import BytesIO

MOST_BYTES = 5_000_000
MOST_UNPACKED = 40_000_000
MOST_PARTS = 200
FOREIGN = ("xl/externalLinks/", "xl/vbaProject", "xl/embeddings/", "xl/activeX/", "xl/queryTables/",
           "xl/connections")  # fmt: skip
"""Parts that lead out of the workbook, or run."""
ENCODED = (b"\xff\xfe", b"\xfe\xff", b"\x00<", b"<\x00")
"""How XML in another encoding than UTF-8 begins, in which a declaration could hide."""


def refusal(data: bytes) -> str:
    """Say why a file is not even opened; an empty text if it may be.

    Sizes are those that the zip declares: no more is ever unpacked than is declared there.
    """
    if len(data) > MOST_BYTES:
        return f"The file is larger than {MOST_BYTES // 1_000_000} MB."
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            parts = archive.infolist()
            if len(parts) > MOST_PARTS or sum(p.file_size for p in parts) > MOST_UNPACKED:
                return "Unpacked, the file is larger than a filled-in framework can be."
            for part in parts:
                if part.filename.startswith(FOREIGN):
                    return f"It holds a part that leads out of it, or runs: {part.filename}."
                head = archive.read(part) if part.filename.endswith((".xml", ".rels")) else b""
                if b"<!" in head or head.startswith(ENCODED):
                    return f"Its part {part.filename} holds declarations, which none of ours does."
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError):
        return "The file is no Excel workbook (.xlsx), or it is damaged or locked."
    return ""
