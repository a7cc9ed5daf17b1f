"""Images: their size is read from their bytes, and a page keeps their place free."""

from __future__ import annotations

import struct
from base64 import b64decode
from pathlib import Path

import pytest

from lpsa_build.adapters.images import sized_images
from lpsa_build.source.image_size import image_size
from tests.site_building import SITE_URL, build_here, write_site
from tests.site_reading import BuiltSite

PNG = b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sII", 13, b"IHDR", 640, 360) + bytes(5)
JPEG = (
    b"\xff\xd8\xff\xe0\0\x10JFIF\0\1\1\0\0\1\0\1\0\0"
    b"\xff\xff\xfe\0\4ab"  # a filling byte, a comment
    b"\xff\xc4\0\3a"  # a table, whose marker lies among those of frames
    b"\xff\xc2\0\x11\x08\1\x68\2\x80\3\1\x22\0\2\x11\1\3\x11\1"
)
WEBP = {  # of ten by seven pixels, as Chromium writes them
    "lossy": b64decode("UklGRiwAAABXRUJQVlA4ICAAAABwAQCdASoKAAcAB0CWJaACdAFAAAD+6Cv65lmcK8+AAA=="),
    "lossless": b64decode("UklGRh4AAABXRUJQVlA4TBEAAAAvCYABAAdQrSYUqv+BiOh/AAA="),
    "extended": b64decode("UklGRg4CAABXRUJQVlA4WAoAAAAgAAAACQAABgAA"),
}


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (PNG, (640, 360)),
        (b"GIF89a" + struct.pack("<HH", 640, 360), (640, 360)),
        (JPEG, (640, 360)),
        *((data, (10, 7)) for data in WEBP.values()),
        (PNG[:20], None),
        (b"\xff\xd8\xff", None),
        (b"\xff\xd8" + b"\xff\xe0\0\0" * 4, None),
        (WEBP["lossy"][:18], None),
        (b"", None),
        (b"<svg/>", None),
    ],
)
def test_the_size_is_read_from_the_first_bytes(
    data: bytes, expected: tuple[int, int] | None
) -> None:
    assert expected == image_size(data)


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('<img src="a.png" alt="A > b">', ' width="3" height="2" loading="lazy">'),
        ('<img src="../x/a%20b.png">', ' width="5" height="4" loading="lazy">'),
        ('<img src="a.png" width="1">', ' width="1" loading="lazy">'),
        ('<img src="a.png" loading="eager">', ' loading="eager" width="3" height="2">'),
        ('<img src="b.png">', '"b.png" loading="lazy">'),
        ('<code>&lt;img src="a.png"></code>', '&lt;img src="a.png"></code>'),
    ],
)
def test_what_the_author_says_counts(html: str, expected: str) -> None:
    sizes = {"x/a.png": (3, 2), "x/a b.png": (5, 4)}
    assert sized_images(html, "x/", sizes).endswith(expected)


def test_an_image_of_a_page_is_lazy_and_has_its_size(tmp_path: Path) -> None:
    """Whether it was written in Markdown or in HTML, and wherever the page stands."""
    page = "---\ntitle: A\n---\n![one](../images/a.png)\n\n<img src='../images/a.png' alt='two'>\n"
    config_file = write_site(tmp_path, {"content/deep/a.md": page})
    (tmp_path / "content" / "images").mkdir()
    (tmp_path / "content" / "images" / "a.png").write_bytes(PNG)
    built = BuiltSite(build_here(config_file, tmp_path / "site"), SITE_URL)
    images = built.pages["deep/a/"].article.all("img")
    assert [("640", "360", "lazy")] * 2 == [(i["width"], i["height"], i["loading"]) for i in images]
