"""How wide and high an image is, read from its first bytes."""

from __future__ import annotations

import re

Size = tuple[int, int]
FRAME = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
"""The segments of a JPEG that begin a frame (ITU T.81, table B.1)."""
_WEBP = re.compile(rb"RIFF.{4}WEBP(VP8[ LX])", re.DOTALL)


def image_size(data: bytes) -> Size | None:
    """Return width and height in pixels of a PNG, GIF, JPEG or WebP; None if they are not told."""
    if data.startswith(b"\x89PNG") and len(data) >= 24:
        return _number(data[16:20]), _number(data[20:24])
    if data.startswith(b"GIF8") and len(data) >= 10:
        return _little(data[6:8]), _little(data[8:10])
    if data.startswith(b"\xff\xd8"):
        return _jpeg(data)
    if (webp := _WEBP.match(data)) and len(data) >= 30:
        return _webp(webp[1], data)
    return None


def _jpeg(data: bytes) -> Size | None:
    at = 2
    while at + 9 <= len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        if marker == 0xFF:  # a filling byte
            at += 1
        elif marker in FRAME:
            return _number(data[at + 7 : at + 9]), _number(data[at + 5 : at + 7])
        else:
            at += 2 + _number(data[at + 2 : at + 4])
    return None


def _webp(kind: bytes, data: bytes) -> Size:
    """Read the header of a lossy, a lossless or an extended file (RFC 9649)."""
    if kind == b"VP8 ":
        return _little(data[26:28]) & 0x3FFF, _little(data[28:30]) & 0x3FFF
    if kind == b"VP8L":
        bits = _little(data[21:25])
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    return _little(data[24:27]) + 1, _little(data[27:30]) + 1


def _number(data: bytes) -> int:
    return int.from_bytes(data, "big")


def _little(data: bytes) -> int:
    return int.from_bytes(data, "little")
