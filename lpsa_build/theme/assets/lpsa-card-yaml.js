/* The YAML in which assessments are written: mappings, lists, texts in every notation. Anchors, tags
   and second documents are refused, as by the build. Pure: text in, plain values out; every value
   that is no list and no mapping is the text that was typed, or null. */
(() => {
  "use strict";
  const KEY = /^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^\s"'{}[\],&*!|>%@`#:][^#]*?)\s*:(?=\s|$)/;
  const ESCAPES = { 0: "\0", a: "\x07", b: "\b", t: "\t", n: "\n", v: "\v", f: "\f", r: "\r", e: "\x1b", N: "\x85", _: "\xa0", L: "\u2028", P: "\u2029" };
  const NULLS = new Set(["", "~", "null", "Null", "NULL"]);
  const DEEPEST = 20;

  class YamlFault extends Error {
    constructor(line, why) {
      super(why);
      this.line = line;
    }
  }

  class Reader {
    constructor(text) {
      this.text = text.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n").replace(/\t(?=[ \t]*(#.*)?$)/gm, " ");
      this.lines = this.text.split("\n");
      this.starts = [];
      for (let at = 0, i = 0; i < this.lines.length; at += this.lines[i++].length + 1) this.starts.push(at);
      this.row = 0;
    }

    fail(why, row = this.row) {
      throw new YamlFault(row + 1, why);
    }

    /* The indentation of the next line that holds something; -1 at the end. */
    next() {
      while (this.row < this.lines.length && /^\s*(#.*)?$/.test(this.lines[this.row])) this.row++;
      if (this.row === this.lines.length) return -1;
      if (/^ *\t/.test(this.lines[this.row])) this.fail("a tab");
      return this.lines[this.row].search(/[^ ]/);
    }

    document() {
      if (this.next() === 0 && this.lines[this.row].trim() === "---") this.row++;
      const indent = this.next();
      const value = indent < 0 ? null : this.block(indent, 0);
      if (this.next() >= 0) this.fail(this.lines[this.row].trim().slice(0, 40));
      return value;
    }

    block(indent, depth) {
      if (depth > DEEPEST) this.fail("nested too deeply");
      const line = this.lines[this.row].slice(indent);
      if (/^-(\s|$)/.test(line)) return this.list(indent, depth);
      if (KEY.test(line)) return this.mapping(indent, depth);
      return this.value(indent, indent - 1, depth);
    }

    list(indent, depth) {
      const found = [];
      while (this.next() === indent && /^-(\s|$)/.test(this.lines[this.row].slice(indent))) {
        const line = this.lines[this.row];
        const inside = line.slice(indent + 1).search(/[^ ]/);
        const column = indent + 1 + inside;
        if (inside >= 0 && KEY.test(line.slice(column))) {
          this.lines[this.row] = " ".repeat(column) + line.slice(column);
          found.push(this.mapping(column, depth + 1));
        } else found.push(this.value(inside < 0 ? line.length : column, indent, depth + 1));
      }
      return found;
    }

    mapping(indent, depth) {
      const found = Object.create(null);
      while (this.next() === indent) {
        const match = KEY.exec(this.lines[this.row].slice(indent));
        if (!match) this.fail(this.lines[this.row].trim().slice(0, 40));
        const key = this.key(match[0].replace(/\s*:$/, ""));
        if (key in found) this.fail(`“${key}” twice`);
        const column = indent + match[0].length;
        found[key] = this.value(column, indent, depth + 1);
      }
      return found;
    }

    key(written) {
      if (!/^["']/.test(written)) return written;
      return this.quoted(this.starts[this.row] + this.lines[this.row].indexOf(written), written[0])[0];
    }

    /* The value that begins at a column of this line, inside something that is indented so far. */
    value(column, indent, depth) {
      if (depth > DEEPEST) this.fail("nested too deeply");
      const line = this.lines[this.row];
      const rest = line.slice(column).replace(/^\s+/, "");
      const start = line.length - rest.length;
      if (rest === "" || rest.startsWith("#")) {
        this.row++;
        const below = this.next();
        const list = below === indent && /^-(\s|$)/.test(this.lines[this.row].slice(below));
        return below > indent || list ? this.block(below, depth) : null;
      }
      if (/^[&*!]/.test(rest)) this.fail("an anchor, alias or tag");
      if (/^[|>]/.test(rest)) return this.scalar(rest, indent);
      if (/^["'{[]/.test(rest)) return this.closed(this.starts[this.row] + start, depth);
      return this.plain(rest, indent);
    }

    plain(rest, indent) {
      const words = [rest.replace(/\s+#.*$/, "").trimEnd()];
      this.row++;
      while (this.row < this.lines.length && !rest.match(/\s#/)) {
        const line = this.lines[this.row];
        if (!line.trim() || line.search(/[^ ]/) <= indent || /^\s*#/.test(line)) break;
        if (KEY.test(line.trimStart())) this.fail(line.trim().slice(0, 40));
        words.push(line.replace(/\s+#.*$/, "").trim());
        this.row++;
      }
      const text = words.join(" ");
      if (/:\s|:$/.test(text)) this.fail(text.slice(0, 40), this.row - 1);
      return NULLS.has(text) ? null : text;
    }

    /* A text on lines of its own: | keeps its lines, > joins them. */
    scalar(head, indent) {
      const match = /^([|>])([+-]?)\s*(?:#.*)?$/.exec(head);
      if (!match) this.fail(head.slice(0, 40));
      const lines = [];
      this.row++;
      const margin = Math.max(this.lines.slice(this.row).find((line) => line.trim())?.search(/[^ ]/) ?? 0, indent + 1);
      while (this.row < this.lines.length) {
        const line = this.lines[this.row];
        if (line.trim() && line.search(/[^ ]/) < margin) break;
        lines.push(line.slice(margin));
        this.row++;
      }
      const kept = lines.join("\n");
      let text = kept.replace(/\n+$/, "");
      if (match[1] === ">" && /^[ \t]/m.test(text)) this.fail("an indented line", this.row - 1);
      if (match[1] === ">") text = text.replace(/\n+/g, (run) => "\n".repeat(run.length - 1) || " ");
      return match[2] === "-" ? text : `${text}\n`;
    }

    /* A value with marks at both ends; after it, the line must end. */
    closed(offset, depth) {
      const [value, end] = this.flow(offset, depth);
      while (this.row + 1 < this.starts.length && this.starts[this.row + 1] <= end) this.row++;
      const rest = this.text.slice(end, this.starts[this.row] + this.lines[this.row].length);
      if (!/^\s*(#.*)?$/.test(rest)) this.fail(rest.trim().slice(0, 40));
      this.row++;
      return value;
    }

    flow(at, depth) {
      if (depth > DEEPEST) this.fail("nested too deeply");
      const first = this.text[at];
      if (first === '"' || first === "'") return this.quoted(at, first);
      if (first === "{" || first === "[") return this.brackets(at, first, depth);
      const word = /[^,{}[\]\n#]*?(?=\s*(?:[,{}[\]\n]|\s#|:\s))/y;
      word.lastIndex = at;
      const text = word.exec(this.text)?.[0].trim() ?? this.fail("no end");
      if (/^[&*!|>%@`]/.test(text)) this.fail(text.slice(0, 40));
      return [NULLS.has(text) ? null : text, word.lastIndex];
    }

    brackets(at, open, depth) {
      const found = open === "{" ? Object.create(null) : [];
      const close = open === "{" ? "}" : "]";
      const space = (from) => from + /^(?:\s|(?<=\s)#[^\n]*)*/.exec(this.text.slice(from))[0].length;
      at = space(at + 1);
      while (this.text[at] !== close) {
        let [value, end] = this.flow(at, depth + 1);
        at = space(end);
        if (open === "{") {
          const key = String(value);
          if (this.text[at] !== ":") this.fail("no colon");
          if (key in found) this.fail(`“${key}” twice`);
          [found[key], end] = this.flow(space(at + 1), depth + 1);
          at = space(end);
        } else found.push(value);
        if (this.text[at] === ",") at = space(at + 1);
        else if (this.text[at] !== close) this.fail("no end of a list");
      }
      return [found, at + 1];
    }

    quoted(at, mark) {
      const whole = mark === '"' ? /"(?:[^"\\]|\\[^])*"/y : /'(?:[^']|'')*'/y;
      whole.lastIndex = at;
      const match = whole.exec(this.text);
      if (!match) this.fail("no end of a quotation");
      const folded = match[0].slice(1, -1).replace(/\\\n[ \t]*/g, mark === '"' ? "" : "$&").replace(/[ \t]*\n[ \t\n]*/g, (gap) => "\n".repeat(gap.split("\n").length - 2) || " ");
      const text = mark === "'" ? folded.replaceAll("''", "'") : folded.replace(/\\(x..|u....|U.{8}|[^])/g, (_, escape) => this.unescaped(escape));
      return [text, whole.lastIndex];
    }

    unescaped(escape) {
      if (escape.length === 1) return Object.hasOwn(ESCAPES, escape) ? ESCAPES[escape] : escape;
      const code = parseInt(escape.slice(1), 16);
      if (!(code <= 0x10ffff)) this.fail(`\\${escape}`);
      return String.fromCodePoint(code);
    }
  }

  const parse = (text) => new Reader(text).document();

  globalThis.lpsaYaml = { parse, YamlFault };
})();
