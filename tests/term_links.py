"""Links to terms, as they are listed and as a page has them: pairs of term and words."""

from __future__ import annotations

from lpsa_build.mentions.links import Links
from lpsa_build.mentions.policy import Mention
from lpsa_build.model.knowledge import KnowledgeBase
from lpsa_build.source.yaml_tree import Path
from tests.site_reading import Element

Link = tuple[str, str]


def listed(knowledge: KnowledgeBase, links: Links, key: str, field: Path) -> list[Link]:
    """Return the links that are listed for one text of an entry."""
    return [(mention.term, shown(knowledge, mention)) for mention in links.of(key, field)]


def shown(knowledge: KnowledgeBase, mention: Mention) -> str:
    """Return the words of a mention as a page shows them."""
    words = mention.text
    if mention.marked:
        marks = mention.writing.prose.marks
        mark = next(mark for mark in marks if mark.start == mention.start)
        words = mark.text or knowledge.terms[mention.term].fields.term
    return " ".join(words.split())


def links_in(element: Element) -> list[Link]:
    """Return the links to terms inside an element of a page."""
    return [(link["data-term"], link.text) for link in element.all("a", class_="term")]
