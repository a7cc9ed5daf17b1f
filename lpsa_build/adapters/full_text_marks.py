"""Lets Pagefind see words without the quotation marks, dashes and commas around them.

It takes only ASCII punctuation for none of a word: in “absence”, ``l’autonomie`` and ``الحكم،`` it
sees other words than in absence, autonomie and الحكم. So it is given pages in which each such mark
has an ASCII code, and what it keeps of their text, to show around an answer, is turned back.
"""

from __future__ import annotations

import gzip
import re
from pathlib import Path

from lpsa_build.errors import MachineError

MARKS = "’‘‚‛“”„‟«»‹›–—‑―…·•¿¡،؛؟۔§†"
CODES = {
    mark: "~" + "".join("{|}"[n // 3**k % 3] for k in (2, 1, 0)) for n, mark in enumerate(MARKS)
}
"""Each mark → three of ``{|}`` after a ``~``: 27 codes that no prose has."""
MARK = re.compile(f"[{MARKS}](?![^<>]*>)")
"""A mark that stands in no tag."""
CODE = re.compile(r"~[{|}]{3}")
DECODED = {code: mark for mark, code in CODES.items()}


def with_codes(html: str) -> str:
    """Return a page in which the marks of its text, not of its tags, are codes."""
    return MARK.sub(lambda match: CODES[match.group()], html)


def with_marks(text: str) -> str:
    """Return a text in which the codes are marks again."""
    return CODE.sub(lambda match: DECODED[match.group()], text)


def restore_marks(folder: Path) -> None:
    """Turn the codes back in the texts that an index keeps of its pages.

    Raises:
        MachineError: the index keeps them in another form than this knows.
    """
    for file in (folder / "fragment").iterdir():
        try:
            text = gzip.decompress(file.read_bytes()).decode()
        except (OSError, EOFError, UnicodeDecodeError) as error:
            raise MachineError(f"Pagefind keeps texts in another form now: {error}.") from error
        if (restored := with_marks(text)) != text:
            file.write_bytes(gzip.compress(restored.encode(), mtime=0))
