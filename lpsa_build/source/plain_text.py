"""One line of Markdown → what is read of it."""

from __future__ import annotations

import re

from lpsa_build.source.tokens import SPECIAL, TOKEN

LINKED = re.compile(r"!?\[([^\[\]]*)\](?:\([^()]*\)|\[[^\[\]]*\])")


def plain_text(markdown: str) -> str:
    """Return one line of Markdown without its inline markup."""

    def words(match: re.Match[str]) -> str:
        if match["escape"]:
            return match["escape"][1:]
        if match["code"]:
            return match["code"].strip("`").strip()
        if match["mark"]:
            return match["words"] or match["target"].removeprefix("!").replace("-", " ")
        kept = match["quote"] or match["entity"] or match["address"] or match["formula"]
        return kept or ("[" if match["bracket"] else "")

    if not SPECIAL.search(markdown):
        return markdown
    linked = LINKED.sub(r"\1", markdown)
    return TOKEN.sub(words, linked)
