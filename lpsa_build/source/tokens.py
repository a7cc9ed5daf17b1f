"""The pieces of inline markup: which sign each begins with, and how it goes on."""

from __future__ import annotations

import re

_PIECES = (
    ("\\", r"(?P<escape>\\[\\`*_{}\[\]()>\#+.!|~^=:\"'&<$-])"),
    ("`", r"(?P<code>(?<!`)(?P<ticks>`+)(?!`).+?(?<!`)(?P=ticks)(?!`))"),
    ("<", r"(?P<comment><!--)"),
    ("<", r"(?P<autolink><(?:https?|ftp|mailto):[^\s<>]*>|<[^\s<>@]+@[^\s<>@]+>)"),
    ("<", r"(?P<whole><(?P<name>a|cite|q|code|kbd|samp|var|math|caption|figcaption)\b[^<>]*>)"),
    ("<", r"(?P<tag></?[A-Za-z][^<>]*>)"),
    ("[", r"(?P<mark>\[\[(?P<target>[ ]*![^\[\]]*|[^\[\]|\\\n]*)(?:\\?\|(?P<words>[^\[\]]*))?\]\]"
          r"(?!\(|\[(?!\[)))"),
    ("[", r"(?P<cite>\[@(?P<ref>[^\[\],]+)(?:,\s*(?P<locator>[^\[\]]*))?\](?![(\[]))"),
    ("[", r"(?P<footnote>\[\^[^\]\n]+\])"),
    ("[", r"(?P<bracket>\[)"),
    ("&", r"(?P<entity>&(?:\#?\w+);)"),
    ("/@", r"(?P<address>(?:(?<=https:)|(?<=http:))//[^\s<>\[]+|(?<=[\w.+-])@[\w-]+\.[\w.]+)"),
    ("*_~^=", r"(?P<emphasis>[*~^=]+|(?<![^\W_])_+|_+(?![^\W_]))"),
    ('"“”«»„‘’', r'(?P<quote>["“”«»„]|(?<!\w)‘|’(?!\w))'),
    ("$", r"(?P<formula>\$\$.+?\$\$|\$(?=[^\s\d])[^$\n]*?(?<=\S)\$(?!\d))"),
    ("{", r"(?P<attributes>\{:[^{}\n]*\}|\{[ ]*[.\#][^{}\n]*\}"
          r"|(?<=[)*_`>])\{[ ]*[\w-]+=[^{}\n]*\})"),
)  # fmt: skip
"""What a piece of markup may begin with, and its pattern; the first that fits counts."""
SPECIAL = re.compile(f"[{re.escape(''.join(dict.fromkeys(''.join(s for s, _ in _PIECES))))}]")
"""Every piece of markup begins with one of these; a plain set is searched for quickly."""
TOKEN = re.compile("|".join(pattern for _, pattern in _PIECES), re.DOTALL)
TOKENS = {
    sign: re.compile("|".join(p for s, p in _PIECES if sign in s), re.DOTALL)
    for signs, _ in _PIECES
    for sign in signs
}
"""First sign → the pieces of markup that begin with it."""
