"""The book of primers and glossary: a PDF that leads on, is tagged, and is the same every time."""

from __future__ import annotations

import re
import subprocess
import sys
from base64 import b64decode
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from pypdf import PdfReader
from pypdf.generic import Destination

from lpsa_build.exchange.pdf import ADDRESS, make_pdf
from tests.site_building import CONFIGURATION, SITE_URL, start_mkdocs, term, write_site
from tests.site_reading import BuiltSite

WITH_PDF = CONFIGURATION.replace("  lpsa:\n", "  lpsa:\n    pdf: true\n").replace(
    "site_name:", "site_author: The Alliance\nsite_name:"
)
PIXEL = b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYPj/HwADAgH/eL9GtQAAAABJRU5ErkJggg=="
)
REFERENCES = """\
references:
  - {id: report-2019, type: report, title: A report, author: [{literal: The bank}],
     issued: {date-parts: [[2019]]}, URL: "https://bank.example.com/report"}
"""
FILES = {
    "content/references.yml": REFERENCES,
    "content/elsewhere.md": "---\ntitle: Elsewhere\n---\nNot in the book.\n",
    "content/data.md": "---\ntitle: Data\n---\nFiles.\n",
    "glossary/grant.md": term(
        "grant",
        "Money given to a municipality [@report-2019].",
        updated="2026-03-04",
        contrast="[tax]",
        sources="[{ref: report-2019, at: p. 41}]",
        translations="{ar: {term: منحة مالية, revision: 1, status: unreviewed}}",
        body="Notes stay on the page.",
    ),
    "glossary/tax.md": term("tax", "Money taken from a municipality."),
    "glossary/municipality.md": term("municipality", "A body that may receive a grant."),
    "glossary/other-grant.md": term(
        "other grant", status="deprecated", replaced_by="grant", reason="Nobody says so."
    ),
    "primers/second.md": """---
title: The second primer
summary: What comes after.
order: 2
level: introductory
domains: [fiscal]
authors: [Ada]
status: draft
---
## A heading

A grant, [the first](first.md#a-heading), [a page](../content/elsewhere.md), `id="x"`.
""",
    "primers/first.md": """---
title: The first primer
summary: What comes before.
order: 1
level: introductory
domains: [fiscal]
authors: [Ada]
status: draft
sources: [{ref: report-2019}]
---
## A heading

See [below](#a-heading) and [@report-2019].

| A | B |
| --- | --- |
| 1 | 2 |

![A dot](../content/dot.png)

[[terms: tax]]
""",
}


def write(folder: Path) -> Path:
    config_file = write_site(folder, FILES, WITH_PDF)
    (folder / "content" / "dot.png").write_bytes(PIXEL)
    return config_file


@pytest.fixture(scope="module")
def twins(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Two builds of the same sources: at other times, with sets in another order."""
    folders = tmp_path_factory.mktemp("one"), tmp_path_factory.mktemp("other")
    processes = []
    for number, folder in enumerate(folders):
        write(folder)
        more = {"PYTHONHASHSEED": str(number + 1), "SOURCE_DATE_EPOCH": f"17{number}0000000"}
        processes.append(start_mkdocs(folder, "build", "--strict", **more))
    for process in processes:
        said, _ = process.communicate(timeout=120)
        assert process.returncode == 0, said
    return folders[0] / "site", folders[1] / "site"


@pytest.fixture(scope="module")
def book(twins: tuple[Path, Path]) -> PdfReader:
    return PdfReader(twins[0] / ADDRESS)


def pages_of(book: PdfReader) -> list[str]:
    return [" ".join(page.extract_text().split()) for page in book.pages]


def outline_of(book: PdfReader) -> Iterator[tuple[int, str, int]]:
    """Yield depth, title and page (from 1) of each bookmark."""

    def walk(items: list[Any], depth: int) -> Iterator[tuple[int, str, int]]:
        for item in items:
            if isinstance(item, Destination):
                number = book.get_destination_page_number(item)
                assert number is not None
                yield depth, str(item.title), number + 1
            else:
                yield from walk(item, depth + 1)

    yield from walk(book.outline, 1)


def links_of(book: PdfReader) -> Iterator[tuple[int, str]]:
    """Yield page (from 1) and target of each link: an address, or the page it leads to."""
    for number, page in enumerate(book.pages, 1):
        for annotation in page.get("/Annots", ()):
            link = annotation.get_object()
            if "/A" in link:
                yield number, str(link["/A"]["/URI"])
            else:
                found = book.named_destinations[str(link["/Dest"])]
                yield number, f"page {(book.get_destination_page_number(found) or 0) + 1}"


def test_it_is_the_same_every_time(twins: tuple[Path, Path]) -> None:
    one, other = ((site / ADDRESS).read_bytes() for site in twins)
    assert one.startswith(b"%PDF-")
    assert one == other


def test_it_begins_with_title_date_and_version(book: PdfReader, twins: tuple[Path, Path]) -> None:
    title = pages_of(book)[0]
    revision = re.search(r'"content_revision": "(\w+)', (twins[0] / "build-info.json").read_text())
    assert revision
    assert "The Alliance A small site Glossary and primers March 4, 2026 Version " in title
    assert f"Version {revision[1][:12]} 4 terms, 2 primers" in title
    assert SITE_URL in title


def test_programs_are_told_what_it_is(book: PdfReader) -> None:
    """Title, author, language, and a structure for screen readers (PDF/UA-1)."""
    root: Any = book.trailer["/Root"]
    assert book.metadata
    assert "A small site: Glossary and primers" == book.metadata.title
    assert "The Alliance" == book.metadata.author
    assert "en" == root["/Lang"]
    assert root["/MarkInfo"]["/Marked"]
    assert "/StructTreeRoot" in root
    assert b"pdfuaid:part" in root["/Metadata"].get_data()


def test_the_contents_name_the_pages_on_which_chapters_begin(book: PdfReader) -> None:
    """Primers in reading order, then the letters of the glossary."""
    chapters = list(outline_of(book))
    assert [
        (1, "Contents"),
        (1, "The first primer"),
        (2, "A heading"),
        (2, "Sources"),
        (1, "The second primer"),
        (2, "A heading"),
        (1, "Glossary A–Z"),
        *[(2, "G"), (3, "grant"), (2, "M"), (3, "municipality")],
        *[(2, "O"), (3, "other grant"), (2, "T"), (3, "tax")],
    ] == [(depth, title.removesuffix("¶")) for depth, title, _ in chapters]
    pages = {title: page for _, title, page in chapters}
    contents = pages_of(book)[pages["Contents"] - 1]
    for name in ("The first primer", "The second primer", "Glossary A–Z"):
        listed = re.search(rf"{name}[ .]*(\d+)", contents)
        assert listed
        assert pages[name] == int(listed[1])
    assert re.search(rf"M municipality[ .]*{pages['municipality']}\b", contents)


def test_an_entry_says_what_the_page_says(book: PdfReader) -> None:
    """Definition, contrast with its definition, translations, sources; notes stay on the page."""
    glossary = pages_of(book)[-1]
    assert "grant Fiscal dimension · Draft, revision 1 Money given to a municipality [1]." in (
        glossary.replace(" [1] .", " [1].")
    )
    assert "Not to be confused with: tax: Money taken from a municipality." in glossary
    assert "The bank (2019). A report, p. 41" in glossary
    assert "Use instead: grant" in glossary
    assert "Not yet confirmed by a native reader" in glossary
    assert "Notes stay" not in glossary


def test_running_heads_and_page_numbers(book: PdfReader) -> None:
    """The part on one side, the first and last entry on the other, as in a dictionary."""
    *_, glossary = pages_of(book)
    assert "grant – tax" in glossary
    for number, text in enumerate(pages_of(book)[1:], 2):
        assert re.search(rf"\b{number}\b", text)
    assert not re.search(r"\b1$", pages_of(book)[0])


def test_arabic_is_set_from_the_right_in_its_joined_letters(book: PdfReader) -> None:
    """As in the label of a translation: its letters are there, and none in its isolated form."""
    resources: Any = book.pages[-1]["/Resources"]
    fonts = {str(font.get_object()["/BaseFont"]) for font in resources["/Font"].values()}
    assert any(re.search("Arab|Naskh|DejaVu", font) for font in fonts)
    letters = re.sub(r"[^\u0600-\u06ff]", "", pages_of(book)[-1])
    assert sorted("منحةمالية") == sorted(letters)


def test_links_lead_inside_the_book_or_to_the_site(book: PdfReader) -> None:
    """To a chapter, to a source in its own list, to what is not in the book on the web."""
    pages = {title: page for _, title, page in outline_of(book)}
    links = set(links_of(book))
    assert (pages["The second primer"], f"page {pages['The first primer']}") in links
    assert (pages["The second primer"], f"page {pages['grant']}") in links
    assert (pages["The first primer"], f"page {pages['The first primer']}") in links
    assert (pages["The second primer"], f"{SITE_URL}elsewhere/") in links
    addresses = {target for _, target in links if not target.startswith("page ")}
    assert {SITE_URL, f"{SITE_URL}elsewhere/", "https://bank.example.com/report"} == addresses


def test_images_of_the_site_are_in_it(book: PdfReader) -> None:
    pages = {title: page for _, title, page in outline_of(book)}
    assert 1 == len(book.pages[pages["The first primer"] - 1].images)


def test_the_page_of_data_lists_it_with_size_and_date(twins: tuple[Path, Path]) -> None:
    site = BuiltSite(twins[0], SITE_URL)
    size = round((twins[0] / ADDRESS).stat().st_size / 1000)
    (link,) = [a for a in site.articles["data/"].article.all("a") if a["href"].endswith(".pdf")]
    text = next(element for element in link.ancestors() if element.tag == "tr").text
    assert f"PDF {size} kB 6March 4, 2026" in text


def test_nothing_is_read_but_images_of_the_site(tmp_path: Path) -> None:
    """Neither files of the machine nor addresses, whatever a text names."""
    asked: list[str] = []

    class Other(BaseHTTPRequestHandler):
        def do_GET(self) -> None:  # its name there
            asked.append(self.path)
            self.send_response(404)
            self.end_headers()

    (tmp_path / "secret.png").write_bytes(PIXEL)
    with ThreadingHTTPServer(("127.0.0.1", 0), Other) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{server.server_port}"
        html = f"""<html lang="en"><head><title>x</title>
        <link rel="stylesheet" href="{address}/style.css"></head>
        <body style="background: url({address}/background.png)">
        <img alt="a" src="{(tmp_path / "secret.png").as_uri()}"><img alt="b" src="{address}/x.png">
        <img alt="c" src="own.png"></body></html>"""
        seen: list[str] = []

        def image(address: str) -> bytes:
            seen.append(address)
            return PIXEL

        book = PdfReader(BytesIO(make_pdf(html, image)))
        server.shutdown()
    assert [] == asked
    assert ["own.png"] == seen
    assert 1 == len(book.pages[0].images)


@pytest.mark.parametrize(
    ("missing", "said"),
    [
        ("sys.modules['weasyprint'] = None", "pip install 'lpsa-build[pdf]'"),
        ("import cffi; cffi.FFI.dlopen = no", "apt-get install libpango-1.0-0"),
    ],
    ids=["no WeasyPrint", "no Pango"],
)
def test_without_what_it_needs_one_sentence_says_so(
    tmp_path: Path, missing: str, said: str
) -> None:
    """And the site that stands there stays as it is."""
    write(tmp_path)
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "old.html").write_text("old", encoding="utf-8")
    program = f"""import sys
def no(*_): raise OSError("cannot load library")
{missing}
from mkdocs.__main__ import cli
cli(["build", "--quiet"])
"""
    ended = subprocess.run(
        [sys.executable, "-c", program], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert 1 == ended.returncode
    assert said in ended.stderr
    assert "Traceback" not in ended.stderr
    assert ["old.html"] == [path.name for path in (tmp_path / "site").iterdir()]
