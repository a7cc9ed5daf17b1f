"""Files that are not read as they were meant: broken YAML, wrong keys, forbidden markup."""

from __future__ import annotations

from random import Random

from benchmarks.defects.site import Mutant, Sheet, Site, add_lines, kind, prose_rows, write_in


def entry(site: Site, dice: Random) -> Sheet:
    """Return a random file with front matter."""
    return site.sheet(dice.choice([p for p, t in site.texts.items() if t.startswith("---\n")]))


def scalar_row(sheet: Sheet, dice: Random) -> int:
    """Return the index of a top-level line ``key: value`` with a plain value."""
    rows = [
        row
        for row in range(1, sheet.end_of_front)
        if sheet.lines[row][0].isalpha() and sheet.lines[row][-1].isalnum()
    ]
    return dice.choice(rows)


def spoil(sheet: Sheet, row: int, line: str) -> Mutant:
    """Return the file with another line in place of one."""
    sheet.lines[row] = line
    return sheet.mutant(row + 1)


def unclosed_quote(site: Site, dice: Random) -> Mutant:
    sheet = entry(site, dice)
    row = scalar_row(sheet, dice)
    return spoil(sheet, row, sheet.lines[row].replace(": ", ': "', 1))


def unclosed_bracket(site: Site, dice: Random) -> Mutant:
    path = site.any_term(dice, lambda term: term.get("related"))
    sheet = site.sheet(path)
    row = sheet.rows("related")[0]
    return spoil(sheet, row, sheet.lines[row].rstrip("]"))


def colon_in_value(site: Site, dice: Random) -> Mutant:
    sheet = entry(site, dice)
    row = scalar_row(sheet, dice)
    return spoil(sheet, row, f"{sheet.lines[row]}: more")


def stray_indent(site: Site, dice: Random) -> Mutant:
    sheet = entry(site, dice)
    row = scalar_row(sheet, dice)
    return spoil(sheet, max(row, 2), " " + sheet.lines[max(row, 2)])


def tab_indent(site: Site, dice: Random) -> Mutant:
    sheet = site.sheet(site.any_term(dice, lambda term: term.get("sources")))
    row = sheet.rows("sources")[1]
    return spoil(sheet, row, "\t" + sheet.lines[row].strip())


def no_space_after_colon(site: Site, dice: Random) -> Mutant:
    sheet = entry(site, dice)
    row = scalar_row(sheet, dice)
    return spoil(sheet, row, sheet.lines[row].replace(": ", ":", 1))


def duplicate_key(site: Site, dice: Random) -> Mutant:
    sheet = entry(site, dice)
    row = scalar_row(sheet, dice)
    end = sheet.end_of_front
    sheet.lines.insert(end, sheet.lines[row])
    return sheet.mutant(row + 1, end + 1)


def typo(word: str, dice: Random) -> str:
    """Return a word with one slip of the fingers."""
    at = dice.randrange(1, len(word) - 1)
    swapped = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    return dice.choice([word[:at] + word[at + 1 :], word[:at] + word[at] + word[at:], swapped])


def key_typo(site: Site, dice: Random) -> Mutant | None:
    sheet = entry(site, dice)
    row = scalar_row(sheet, dice)
    key = sheet.lines[row].split(":")[0]
    wrong = typo(key, dice)
    return None if wrong == key else spoil(sheet, row, sheet.lines[row].replace(key, wrong, 1))


def key_in_capitals(site: Site, dice: Random) -> Mutant:
    sheet = entry(site, dice)
    row = scalar_row(sheet, dice)
    return spoil(sheet, row, sheet.lines[row].capitalize())


def nested_key_typo(site: Site, dice: Random) -> Mutant:
    sheet = site.sheet(site.any_term(dice, lambda term: term.get("translations")))
    rows = [r for r in sheet.rows("translations") if "revision:" in sheet.lines[r]]
    row = dice.choice(rows)
    wrong = dice.choice(["revison:", "Revision:", "rev:"])
    return spoil(sheet, row, sheet.lines[row].replace("revision:", wrong))


def required_key_missing(site: Site, dice: Random) -> Mutant:
    sheet = site.sheet(site.any_term(dice))
    line = sheet.drop(dice.choice(["term", "definition", "domain", "status"]))
    return sheet.mutant(1, 2, line)


def required_value_empty(site: Site, dice: Random) -> Mutant:
    sheet = site.sheet(site.any_term(dice))
    key = dice.choice(["term", "definition", "domain", "status"])
    return sheet.mutant(sheet.set(key, dice.choice(["", '""', '" "', "null", "[]"])))


def wrong_kind_of_value(site: Site, dice: Random) -> Mutant:
    # Not a number for a text: it is read as the text that it is.
    sheet = site.sheet(site.any_term(dice))
    key, value = dice.choice(
        [
            ("common_word", '"yes"'),
            ("common_word", "yes"),
            ("plurale_tantum", "maybe"),
            ("revision", "two"),
            ("revision", "1.5"),
            ("revision", "-1"),
            ("related", "{id: devolution}"),
            ("sources", "[{ref: [lpsa-infer]}]"),
            ("translations", "[fr, es]"),
        ]
    )
    return sheet.mutant(sheet.set(key, value))


def wrong_date(site: Site, dice: Random) -> Mutant:
    sheet = entry(site, dice)
    value = dice.choice(["24.11.2026", "2026-02-30", "November 2026", "11/24/2026", "2026-13-01"])
    return sheet.mutant(sheet.set("updated", value))


def status_in_wrong_case(site: Site, dice: Random) -> Mutant:
    primers = [path for path in site.pages if path.startswith("primers/")]
    path = dice.choice([*site.terms, *primers])
    sheet = site.sheet(path)
    status = site.fields(path)["status"]
    return sheet.mutant(sheet.set("status", dice.choice([status.capitalize(), status.upper()])))


def unknown_choice(site: Site, dice: Random) -> Mutant:
    sheet = site.sheet(site.any_term(dice))
    key, value = dice.choice(
        [
            ("status", "final"),
            ("status", "publshed"),
            ("domain", "finance"),
            ("domain", "Fiscal"),
            ("link", "always"),
            ("confidence", "sure"),
        ]
    )
    return sheet.mutant(sheet.set(key, value))


def unknown_choice_of_a_page(site: Site, dice: Random) -> Mutant:
    folder, key, value = dice.choice(
        [
            ("primers/", "level", "beginner"),
            ("primers/", "domains", "[fiscal, money]"),
            ("content/projects/", "status", "finished"),
            ("content/projects/", "regions", "[afrika]"),
            ("content/projects/", "themes", "[Governance]"),
            ("content/projects/", "countries", "[Kenya]"),
            ("content/working-groups/", "kind", "national"),
        ]
    )
    sheet = site.sheet(dice.choice([path for path in site.pages if path.startswith(folder)]))
    return sheet.mutant(sheet.set(key, value))


def unknown_language(site: Site, dice: Random) -> Mutant:
    sheet = site.sheet(site.any_term(dice, lambda term: term.get("translations")))
    row = next(r for r in sheet.rows("translations")[1:] if sheet.lines[r][2].isalpha())
    wrong = dice.choice(["de", "fre", "FR", "french", "pt_BR"])
    return spoil(sheet, row, f"  {wrong}:" + sheet.lines[row].split(":", 1)[1])


def yaml_alias(site: Site, dice: Random) -> Mutant:
    sheet = site.sheet(site.any_term(dice))
    first = sheet.set("related", "&more [devolution]")
    return sheet.mutant(first, sheet.set("contrast", "*more"))


def yaml_tag(site: Site, dice: Random) -> Mutant:
    sheet = entry(site, dice)
    row = scalar_row(sheet, dice)
    tag = dice.choice(["!!str", "!!python/name:os.system", "!secret"])
    return spoil(sheet, row, sheet.lines[row].replace(": ", f": {tag} ", 1))


def front_matter_not_closed(site: Site, dice: Random) -> Mutant:
    sheet = entry(site, dice)
    end = sheet.end_of_front
    sheet.lines[end : end + 1] = [] if dice.random() < 0.5 else ["--"]
    return sheet.mutant(1, end, end + 1)


def front_matter_not_opened(site: Site, dice: Random) -> Mutant:
    sheet = entry(site, dice)
    sheet.lines[:1] = dice.choice([[], [""], ["--"]])
    return sheet.mutant(1, 2)


def empty_file(site: Site, dice: Random) -> Mutant:
    sheet = entry(site, dice)
    return Mutant({sheet.path: dice.choice([b"", b"\n", b"  \n\n"])}, frozenset({(sheet.path, 1)}))


def not_utf8(site: Site, dice: Random) -> Mutant:
    sheet = entry(site, dice)
    row = dice.choice(prose_rows(sheet) or [1])
    data = "\n".join([*sheet.lines[:row], sheet.lines[row] + " Â§"]).encode()
    data = data.replace("Â§".encode(), b"\xa7") + "\n".join(["", *sheet.lines[row + 1 :]]).encode()
    return Mutant({sheet.path: data}, frozenset({(sheet.path, row + 1)}))


def byte_order_mark(site: Site, dice: Random) -> Mutant:
    sheet = entry(site, dice)
    data = b"\xef\xbb\xbf" + sheet.text.encode()
    return Mutant({sheet.path: data}, frozenset({(sheet.path, 1)}))


def windows_line_ends(site: Site, dice: Random) -> Mutant:
    sheet = entry(site, dice)
    data = sheet.text.encode().replace(b"\n", b"\r\n")
    return Mutant({sheet.path: data}, frozenset({(sheet.path, 1)}))


def hidden_character(site: Site, dice: Random) -> Mutant:
    sheet = entry(site, dice)
    row = dice.choice([scalar_row(sheet, dice), *prose_rows(sheet)])
    bad = dice.choice("\u202e\u2066\ue000\x07\x1b\u202d")
    return spoil(sheet, row, sheet.lines[row][:-2] + bad + sheet.lines[row][-2:])


def forbidden_markup(site: Site, dice: Random) -> Mutant:
    path = dice.choice([*site.terms, *site.pages])
    block = dice.choice(
        [
            "<script>alert(1)</script>",
            '<iframe src="https://example.org/"></iframe>',
            '<p onclick="go()">A text.</p>',
            '<form action="/x"><input name="q"></form>',
            "<style>p {color: red}</style>",
            '<object data="x.swf"></object>',
        ]
    )
    sheet, line = add_lines(site, path, block)
    return sheet.mutant(line)


def script_address(site: Site, dice: Random) -> Mutant | None:
    address = dice.choice(
        ["javascript:alert(1)", "JavaScript:alert(1)", "data:text/html,x", "vbscript:x"]
    )
    path = dice.choice([*site.terms, *site.pages])
    return write_in(site, dice, path, f"See the [annual report]({address}) of that year.")


def needless_exemption(site: Site, dice: Random) -> Mutant:
    sheet = site.sheet(site.any_term(dice))
    rows = [r for r in range(1, sheet.end_of_front) if sheet.lines[r][0].isalpha()]
    row = dice.choice(rows)
    code = dice.choice(["LPSA317", "LPSA305", "negative-definition", "LPSA202"])
    sheet.lines.insert(row, f"# lpsa-ignore {code} because the law has it so")
    return sheet.mutant(row + 1)


def needless_exemption_in_text(site: Site, dice: Random) -> Mutant:
    comment = "<!-- lpsa-ignore LPSA406 because it is a quotation -->"
    path = dice.choice([*site.terms, *site.pages])
    sheet, line = add_lines(site, path, comment, "More is known.")
    return sheet.mutant(line)


def exemption_without_reason(site: Site, dice: Random) -> Mutant:
    sheet = site.sheet(site.any_term(dice))
    line = sheet.set("broader", "[nowhere]")
    comment = dice.choice(["lpsa-ignore LPSA201", "lpsa-ignore", "lpsa-ignore because I say so"])
    sheet.lines.insert(line - 1, f"# {comment}")
    return sheet.mutant(line)


KINDS = (
    kind(unclosed_quote, 9),
    kind(unclosed_bracket, 9),
    kind(colon_in_value, 9),
    kind(stray_indent, 9),
    kind(tab_indent, 8),
    kind(no_space_after_colon, 9),
    kind(duplicate_key, 11),
    kind(key_typo, 12),
    kind(key_in_capitals, 12),
    kind(nested_key_typo, 12),
    kind(required_key_missing, 13),
    kind(required_value_empty, 13, 14, 105),
    kind(wrong_kind_of_value, 14, 15),
    kind(wrong_date, 14, 15),
    kind(status_in_wrong_case, 15),
    kind(unknown_choice, 15),
    kind(unknown_choice_of_a_page, 15),
    kind(unknown_language, 12, 15),
    kind(yaml_alias, 16),
    kind(yaml_tag, 17),
    # Where the text has a line of hyphens further on, what stands before it is broken YAML.
    kind(front_matter_not_closed, 7, 9),
    kind(front_matter_not_opened, 6),
    kind(empty_file, 5),
    kind(not_utf8, 1),
    kind(byte_order_mark, 2),
    kind(windows_line_ends, 3),
    kind(hidden_character, 4, 105),
    kind(forbidden_markup, 21),
    kind(script_address, 22),
    kind(needless_exemption, 32),
    kind(needless_exemption_in_text, 32),
    kind(exemption_without_reason, 31),
)
