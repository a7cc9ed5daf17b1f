"""A PDF, made by WeasyPrint: the optional extra ``pdf``, which needs the library Pango."""

from __future__ import annotations

from collections.abc import Callable
from importlib.resources import files
from typing import Any
from urllib.parse import unquote, urlsplit

from lpsa_build.errors import MachineError

ADDRESS = "data/glossary.pdf"
INSIDE = "https://site.invalid/"
"""Stands before addresses of the site: what has another beginning is never asked for."""


def make_pdf(html: str, image: Callable[[str], bytes | None]) -> bytes:
    """Return an HTML document as a PDF: tagged, with bookmarks, of the same bytes every time.

    ``image`` gives the bytes of an image by its address on the site, None if there is none.

    Raises:
        MachineError: WeasyPrint or Pango is not installed.
    """
    weasyprint = _weasyprint()

    class Images(weasyprint.URLFetcher):  # type: ignore[misc,name-defined]  # imported on demand
        """Fetches images of the site, and nothing else."""

        def fetch(self, url: str, headers: Any = None) -> Any:
            address = unquote(urlsplit(url).path.lstrip("/"))
            content = image(address) if url.startswith(INSIDE) else None
            if content is None:
                raise ValueError(f"{url} is no image of the site")
            return weasyprint.urls.URLFetcherResponse(url, content)

    style = (files("lpsa_build.exchange") / "pdf.css").read_text(encoding="utf-8")
    document = weasyprint.HTML(string=html, base_url=INSIDE, url_fetcher=Images())
    return bytes(
        document.write_pdf(
            stylesheets=[weasyprint.CSS(string=style)], pdf_variant="pdf/ua-1", pdf_tags=True
        )
    )


def _weasyprint() -> Any:
    try:
        import weasyprint  # needs a second, and is not there unless asked for
    except ImportError as error:
        raise MachineError(
            "WeasyPrint, which makes the PDF, is not installed: pip install 'lpsa-build[pdf]', "
            "or leave out `pdf: true` in mkdocs.yml."
        ) from error
    except OSError as error:
        raise MachineError(
            "WeasyPrint, which makes the PDF, does not find the library Pango "
            f"(Debian, Ubuntu: apt-get install libpango-1.0-0 libpangoft2-1.0-0): {error}."
        ) from error
    return weasyprint
