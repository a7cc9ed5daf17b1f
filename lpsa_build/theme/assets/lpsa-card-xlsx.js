/* An assessment as an Excel workbook, in the layout of data/frameworks/<id>.xlsx: a few parts of
   Office Open XML (ISO/IEC 29500) in a zip. Every cell is text and runs nothing. */
(() => {
  "use strict";
  const { FIELDS, cellOf, itemsOf, scaleWords, sourcesText } = lpsaFiles;
  const { scaleOf } = lpsaScoring;
  const MOST_BYTES = 20_000_000;
  const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
  const KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml";
  const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
  const HEADS = ["code", "level", "title", "question", "score", "evidence", "sources", "scale", "meaning"];
  const SCORE = HEADS.indexOf("score");
  const utf8 = new TextEncoder();

  const xml = (text) =>
    String(text).replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_").replace(/[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, "")
      .replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
  const letter = (column) => String.fromCharCode(65 + column);

  /* A zip of texts by path. */
  const TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
    for (let i = 0; i < 8; i++) n = n & 1 ? 0xedb88320 ^ (n >>> 1) : n >>> 1;
    return n;
  });
  const crc32 = (bytes) => ~bytes.reduce((crc, byte) => TABLE[(crc ^ byte) & 255] ^ (crc >>> 8), -1) >>> 0;

  async function through(bytes, stream, most = Infinity) {
    const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader();
    const pieces = [];
    let size = 0;
    for (let step = await reader.read(); !step.done; step = await reader.read()) {
      size += step.value.length;
      if (size > most) throw new RangeError("size");
      pieces.push(step.value);
    }
    return new Uint8Array(await new Blob(pieces).arrayBuffer());
  }

  async function zip(files) {
    const pieces = [];
    const directory = [];
    let offset = 0;
    const numbers = (...pairs) => {
      const view = new DataView(new ArrayBuffer(pairs.reduce((sum, [, size]) => sum + size, 0)));
      let at = 0;
      for (const [value, size] of pairs) {
        size === 2 ? view.setUint16(at, value, true) : view.setUint32(at, value, true);
        at += size;
      }
      return new Uint8Array(view.buffer);
    };
    for (const [path, text] of files) {
      const [name, bytes] = [utf8.encode(path), utf8.encode(text)];
      const packed = await through(bytes, new CompressionStream("deflate-raw"));
      /* version, flags (UTF-8 names), deflated, the first day that a zip knows */
      const common = [[20, 2], [0x800, 2], [8, 2], [0, 2], [33, 2], [crc32(bytes), 4], [packed.length, 4], [bytes.length, 4], [name.length, 2], [0, 2]];
      const local = [numbers([0x04034b50, 4], ...common), name, packed];
      directory.push(numbers([0x02014b50, 4], [20, 2], ...common, [0, 2], [0, 2], [0, 2], [0, 4], [offset, 4]), name);
      pieces.push(...local);
      offset += local.reduce((sum, piece) => sum + piece.length, 0);
    }
    const size = directory.reduce((sum, piece) => sum + piece.length, 0);
    const count = files.length;
    return new Blob([...pieces, ...directory, numbers([0x06054b50, 4], [0, 4], [count, 2], [count, 2], [size, 4], [offset, 4], [0, 2])], { type: `${KIND}.sheet` });
  }

  /* The texts in a zip, by path. */
  async function unzip(buffer) {
    const view = new DataView(buffer);
    let end = buffer.byteLength - 22;
    while (end >= 0 && view.getUint32(end, true) !== 0x06054b50) end--;
    if (end < 0) throw new TypeError("zip");
    const files = new Map();
    let [at, left] = [view.getUint32(end + 16, true), MOST_BYTES];
    for (let count = view.getUint16(end + 10, true); count > 0; count--) {
      const [method, packed, name, extra, comment, start] = [[10, 2], [20, 4], [28, 2], [30, 2], [32, 2], [42, 4]].map(([place, size]) => (size === 2 ? view.getUint16(at + place, true) : view.getUint32(at + place, true)));
      const path = new TextDecoder().decode(new Uint8Array(buffer, at + 46, name));
      const from = start + 30 + view.getUint16(start + 26, true) + view.getUint16(start + 28, true);
      const bytes = new Uint8Array(buffer, from, packed);
      if (/\.(xml|rels)$/.test(path)) {
        const whole = method === 8 ? await through(bytes, new DecompressionStream("deflate-raw"), left) : bytes;
        left -= whole.length;
        if (left < 0) throw new RangeError("size");
        files.set(path, new TextDecoder().decode(whole));
      }
      at += 46 + name + extra + comment;
    }
    return files;
  }

  /* Writing */
  function sheet(strings, rows, { widths, validations = "", frozen = "" }) {
    const columns = widths.map((width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" style="1" customWidth="1"/>`).join("");
    const placed = (text) => strings.set(text, strings.get(text) ?? strings.size).get(text);
    const body = rows.map((cells, row) =>
      `<row r="${row + 1}">${cells.map((text, column) => `<c r="${letter(column)}${row + 1}" s="${row ? 1 : 2}" t="s"><v>${placed(text)}</v></c>`).join("")}</row>`).join("");
    return `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0">${frozen}</sheetView></sheetViews><cols>${columns}</cols><sheetData>${body}</sheetData>${validations}</worksheet>`;
  }

  async function write(assessment, framework, notes) {
    const scales = [["scale", "code", "meaning", "points"]];
    const ranges = {};
    for (const [name, scale] of Object.entries(framework.scales ?? {})) {
      if (scale.kind !== "ordered") continue;
      const first = scales.length + 1;
      for (const grade of scale.values) scales.push([name, grade.code, grade.label ?? "", grade.points]);
      for (const special of framework.not_rated ?? []) scales.push([name, special.code, special.label, ""]);
      ranges[name] = `Scales!$B$${first}:$B$${scales.length}`;
    }
    const cells = {};
    const rows = itemsOf(framework).map(({ item, level }, i) => {
      const entry = assessment.scores[item.code] ?? {};
      const scale = scaleOf(framework, item);
      if (scale && ranges[item.scale]) (cells[item.scale] ??= []).push(`${letter(SCORE)}${i + 2}`);
      const meaning = Object.entries(item.criteria ?? {}).map(([code, text]) => `${code}: ${text}`).join("\n");
      return [item.code, level, item.title, item.question ?? "", entry.score ?? "", entry.evidence ?? "", sourcesText(entry.sources), scale ? scaleWords(framework, item) : "", meaning];
    });
    const lists = Object.entries(cells).map(([name, places]) => `<dataValidation type="list" allowBlank="1" showErrorMessage="1" sqref="${places.join(" ")}"><formula1>${ranges[name]}</formula1></dataValidation>`);
    const heads = HEADS.map((head) => (head === "score" && assessment.status === "illustrative" ? "score (illustrative: made up)" : head));
    const about = [["about", framework.title], ...["abbreviation", "version", "publisher", "url", "licence", "confidence", "comparable_reason"].map((name) => [name, framework[name] ?? ""]), ...notes];
    /* Texts stand in a part of their own: not every program reads escapes in a cell. */
    const strings = new Map();
    const sheets = [
      ["Assessment", sheet(strings, [["field", "value"], ["framework", framework.id], ...FIELDS.map((name) => [name, cellOf(assessment, name)])], { widths: [20, 60] })],
      ["Scores", sheet(strings, [heads, ...rows], { widths: [12, 14, 36, 36, 12, 48, 24, 20, 48], frozen: '<pane xSplit="3" ySplit="1" topLeftCell="D2" activePane="bottomRight" state="frozen"/>', validations: lists.length ? `<dataValidations count="${lists.length}">${lists.join("")}</dataValidations>` : "" })],
      ["Scales", sheet(strings, scales, { widths: [16, 10, 40, 10] })],
      ["About", sheet(strings, about, { widths: [20, 80] })],
    ];
    const relations = (list) => `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${list.map(([kind, target], i) => `<Relationship Id="rId${i + 1}" Type="${OFFICE}/${kind}" Target="${target}"/>`).join("")}</Relationships>`;
    return zip([
      ["[Content_Types].xml", `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${KIND}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${KIND}.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="${KIND}.sharedStrings+xml"/>${sheets.map((_, i) => `<Override PartName="/xl/worksheets/sheet${i + 1}.xml" ContentType="${KIND}.worksheet+xml"/>`).join("")}</Types>`],
      ["_rels/.rels", relations([["officeDocument", "xl/workbook.xml"]])],
      ["xl/workbook.xml", `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${sheets.map(([name], i) => `<sheet name="${name}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`).join("")}</sheets></workbook>`],
      ["xl/_rels/workbook.xml.rels", relations([...sheets.map((_, i) => ["worksheet", `worksheets/sheet${i + 1}.xml`]), ["styles", "styles.xml"], ["sharedStrings", "sharedStrings.xml"]])],
      ["xl/styles.xml", `${HEAD}<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf/><xf numFmtId="49" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="49" fontId="1" applyFont="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`],
      ["xl/sharedStrings.xml", `${HEAD}<sst xmlns="${MAIN}" uniqueCount="${strings.size}">${[...strings.keys()].map((text) => `<si><t xml:space="preserve">${xml(text)}</t></si>`).join("")}</sst>`],
      ...sheets.map(([, text], i) => [`xl/worksheets/sheet${i + 1}.xml`, text]),
    ]);
  }

  /* Reading */
  const all = (node, name) => [...node.getElementsByTagNameNS("*", name)];
  function parsed(files, path) {
    const text = files.get(path);
    if (text === undefined || text.includes("<!")) throw new TypeError(path);
    const tree = new DOMParser().parseFromString(text, "application/xml");
    if (all(tree, "parsererror").length) throw new TypeError(path);
    return tree;
  }
  const unescaped = (text) => text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code) => String.fromCharCode(parseInt(code, 16))).replace(/\r\n?/g, "\n");
  const written = (node) => unescaped(all(node, "t").filter((t) => t.parentNode.localName !== "rPh").map((t) => t.textContent).join(""));

  /* What a style makes of a number: 50% is kept as 0.5, and a date as the days since 1900. The numbers
     are those of the formats that every program knows (ISO/IEC 29500-1, 18.8.30). */
  function changing(files) {
    if (!files.has("xl/styles.xml")) return [];
    const styles = parsed(files, "xl/styles.xml");
    const own = new Map(all(styles, "numFmt").map((one) => [one.getAttribute("numFmtId"), one.getAttribute("formatCode") ?? ""]));
    const plain = (code) => code.replace(/"[^"]*"|\\.|\[[^\]]*\]|general/gi, "");
    const changes = (id) => (own.has(id) ? /[%dmyhs]/i.test(plain(own.get(id))) : [9, 10].includes(+id) || (id > 13 && id < 23) || (id > 44 && id < 48));
    return all(styles, "cellXfs").flatMap((list) => all(list, "xf").map((one) => changes(one.getAttribute("numFmtId") ?? "0")));
  }

  /* The rows of each sheet, by its name, and the cells that do not hold what they show. */
  async function read(buffer) {
    const files = await unzip(buffer);
    const relations = new Map(all(parsed(files, "xl/_rels/workbook.xml.rels"), "Relationship").map((one) => [one.getAttribute("Id"), one.getAttribute("Target")]));
    const shared = files.has("xl/sharedStrings.xml") ? all(parsed(files, "xl/sharedStrings.xml"), "si").map(written) : [];
    const changed = changing(files);
    const sheets = new Map();
    const unclear = [];
    for (const one of all(parsed(files, "xl/workbook.xml"), "sheet")) {
      const [name, target] = [one.getAttribute("name"), relations.get(one.getAttributeNS(OFFICE, "id")) ?? ""];
      const rows = [];
      for (const cell of all(parsed(files, target.startsWith("/") ? target.slice(1) : `xl/${target}`), "c")) {
        const [, letters, number] = /^([A-Z]{1,3})([0-9]{1,7})$/.exec(cell.getAttribute("r")) ?? ["", "A", "1"];
        const column = [...letters].reduce((sum, char) => sum * 26 + char.charCodeAt(0) - 64, 0) - 1;
        const value = all(cell, "v")[0]?.textContent ?? "";
        const kind = cell.getAttribute("t") ?? "n";
        const shown = kind === "d" || (kind === "n" && value && changed[cell.getAttribute("s") ?? 0]);
        if (shown || all(cell, "f").length) unclear.push(`${name}!${letters}${number}`);
        let text = kind === "s" ? (shared[value] ?? "") : kind === "inlineStr" ? written(cell) : unescaped(value);
        if (kind === "n" && value) text = String(Number(value));
        if (kind === "b") text = value === "1" ? "true" : "false";
        if (text) ((rows[number - 1] ??= [])[column] = text);
      }
      sheets.set(name, Array.from(rows, (row) => Array.from(row ?? [], (text) => text ?? "")));
    }
    return { sheets, unclear };
  }

  globalThis.lpsaXlsx = { read, write };
})();
