"""All that is published, whatever the builder: pages, and the files beside them."""

from __future__ import annotations

from dataclasses import replace
from importlib.metadata import version
from pathlib import Path

from lpsa_build.adapters.python_markdown import Fragments
from lpsa_build.errors import MachineError
from lpsa_build.exchange import offline, pdf
from lpsa_build.exchange.files import build_info, data_files
from lpsa_build.lint.check import Review
from lpsa_build.lint.manual import parse_manual
from lpsa_build.lint.rules import RULES
from lpsa_build.model.addresses import relative
from lpsa_build.model.knowledge import KnowledgeBase
from lpsa_build.render.book import ToPage, render_book
from lpsa_build.render.everything import RenderedSite, render_everything
from lpsa_build.render.findings import Explained
from lpsa_build.render.page import StaticFile
from lpsa_build.render.renderer import Renderer
from lpsa_build.source.files import SourceFile
from lpsa_build.source.image_size import Size, image_size


def render(result: Review, to_page: ToPage | None = None) -> RenderedSite:
    """Return the pages and files of reviewed content, with definitions as HTML.

    ``to_page`` converts whole pages; it is needed where the site has a PDF, and used for nothing
    else.

    Raises:
        MachineError: the site has a PDF, and what makes it is not installed.
    """
    terms = result.knowledge.terms

    def resolve(term: str, page: str) -> str | None:
        if term not in terms or terms[term].page == page:
            return None
        return relative(terms[term].page, page)

    titles = {key: term.fields.term for key, term in terms.items()}
    fragments = Fragments(titles, resolve)
    data = [StaticFile(path, content) for path, content in data_files(result.knowledge)]
    sources = (result.knowledge, result.links, result.targets, fragments.to_html)
    if to_page:
        book = render_book(Renderer(*sources), to_page)
        data.append(StaticFile(pdf.ADDRESS, pdf.make_pdf(book, _images(result.knowledge).get)))
    sizes = {file.path: len(file.content) for file in data}
    rendered = render_everything(*sources, explained(), sizes)
    return replace(rendered, files=(*rendered.files, *data))


def explained() -> tuple[Explained, ...]:
    """Return every kind of finding with its manual, by code."""
    rules = sorted(RULES, key=lambda rule: rule.fault.code)
    manuals = [(rule.fault, parse_manual(rule.manual)) for rule in rules]
    return tuple(Explained(fault, manual.sentence, manual.markdown) for fault, manual in manuals)


def static_files(result: Review, rendered: RenderedSite) -> list[tuple[str, bytes]]:
    """Return the address and the bytes of every file that is no page."""
    knowledge = result.knowledge
    return [
        *((file.path, file.content) for file in rendered.files),
        *_images(knowledge).items(),
        ("build-info.json", build_info(knowledge, len(rendered.pages), _versions())),
    ]


def image_sizes(knowledge: KnowledgeBase) -> dict[str, Size]:
    """Return the size of each image by its address on the site."""
    found = ((_image_address(knowledge, i), image_size(i.data)) for i in knowledge.images)
    return {address: size for address, size in found if size}


def _images(knowledge: KnowledgeBase) -> dict[str, bytes]:
    """Return each image by its address on the site."""
    return {_image_address(knowledge, image): image.data for image in knowledge.images}


def _image_address(knowledge: KnowledgeBase, image: SourceFile) -> str:
    return image.path.removeprefix(f"{knowledge.settings.docs_dir}/")


def write_offline_copy(site: Path, url: str) -> None:
    """Put a zip of a built site, for reading without a server, among its files.

    Raises:
        MachineError: a file cannot be read, or the zip cannot be written.
    """
    try:
        names = [p.relative_to(site).as_posix() for p in site.rglob("*") if p.is_file()]
        (site / offline.ADDRESS).parent.mkdir(exist_ok=True)
        with (site / offline.ADDRESS).open("wb") as target:
            offline.write_zip(target, names, lambda name: (site / name).read_bytes(), url)
    except OSError as error:
        raise MachineError(f"{offline.ADDRESS} cannot be written: {error.strerror}.") from error


def _versions() -> dict[str, str]:
    return {name: version(name) for name in ("mkdocs", "mkdocs-material", "markdown")}
