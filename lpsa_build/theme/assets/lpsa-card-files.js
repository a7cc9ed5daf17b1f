/* An assessment as files: JSON, CSV and YAML, and what of a file fits a framework. Pure: texts in,
   texts out. An assessment is plain data with the fields of its YAML file; `say` gives the words. */
(() => {
  "use strict";
  const { fits, flat, assess, resultData, scaleOf } = lpsaScoring;
  const TEXTS = ["id", "place", "iso3166", "level", "period", "assessors", "status", "summary", "updated"];
  const FIELDS = ["id", "place", "iso3166", "level", "period", "assessors", "status", "summary", "sources", "terms_revision", "updated", "redirect_from"];
  const REQUIRED = ["place", "level", "period", "assessors"];
  const STATUSES = ["draft", "published", "illustrative"];
  const PASSED_OVER = new Set(["site", "site_url", "content_revision", "licence", "url", "result"]);
  /* Columns that say what is known anyway. */
  const COMPUTED = new Set(["points", "rated", "of", "excluded", "title", "question", "scale", "meaning"]);
  /* Columns of a CSV file; the level assessed stands beside the levels of the items. */
  const HEADS = { level: "assessed", sources: "assessment_sources" };
  const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/;
  const HIDDEN = /[\u0000-\u0008\u000b\u000c\r\u000e-\u001f\u007f-\u009f\u200b\u2028\u2029\u202a-\u202e\u2060\u2066-\u2069\ufeff\ue000-\uf8ff\ufff9-\ufffb\ufdd0-\ufdef\ufffe\uffff\u{e0000}-\u{e007f}]/gu;

  const clean = (text) => text.replace(HIDDEN, "");
  const itemsOf = (framework) => flat(assess(framework, {})).slice(1);
  const given = (assessment) =>
    Object.fromEntries(Object.entries(assessment.scores).filter(([, { score }]) => score).map(([code, { score }]) => [code, score]));

  /* Fields that are no text, as one text for a cell, and back. */
  const sourcesText = (sources) => (sources ?? []).map(({ ref, at }) => (at ? `${ref}: ${at}` : ref)).join("\n");
  const parseSources = (text) =>
    text.split("\n").filter((line) => line.trim()).map((line) => {
      const [ref, ...rest] = line.split(":");
      const at = rest.join(":").trim();
      return at ? { ref: ref.trim(), at } : { ref: ref.trim() };
    });
  const revisionsText = (revisions) => Object.entries(revisions ?? {}).map(([term, revision]) => `${term}: ${revision}`).join("; ");
  const parseRevisions = (text) =>
    Object.fromEntries(text.split(";").filter((part) => part.trim()).map((part) => part.split(":").map((word) => word.trim())));
  const cellOf = (assessment, field) => {
    const value = assessment[field];
    if (field === "sources") return sourcesText(value);
    if (field === "terms_revision") return revisionsText(value);
    if (field === "redirect_from") return (value ?? []).join("; ");
    return value ?? "";
  };
  const fromCell = (field, text) => {
    if (field === "sources") return parseSources(text);
    if (field === "terms_revision") return parseRevisions(text);
    if (field === "redirect_from") return text.split(";").map((id) => id.trim()).filter(Boolean);
    return text;
  };

  /* What a file holds → an assessment, and what of it does not fit. */
  function accept(raw, framework, say) {
    const faults = [];
    const assessment = { scores: Object.create(null) };
    const tell = (kind, values) => faults.push(say(kind, values));
    const isMapping = (value) => value !== null && typeof value === "object" && !Array.isArray(value);
    const textOf = (value, name) => {
      if (value === null || value === undefined) return "";
      if (typeof value === "string" || typeof value === "number") return clean(String(value)).trim();
      tell("shape", { name });
      return "";
    };
    const sourcesOf = (value, name) => {
      const list = Array.isArray(value) ? value : [];
      if (!Array.isArray(value) || !list.every((source) => isMapping(source) && source.ref && Object.keys(source).every((key) => key === "ref" || key === "at"))) tell("shape", { name });
      else return list.map(({ ref, at }) => (at ? { ref: textOf(ref, name), at: textOf(at, name) } : { ref: textOf(ref, name) }));
      return [];
    };
    if (!isMapping(raw)) return { assessment, faults: [say("shape", { name: framework.title })] };
    if (raw.framework && raw.framework !== framework.id) tell("other", { name: raw.framework });
    for (const [name, value] of Object.entries(raw)) {
      if (PASSED_OVER.has(name) || name === "framework" || name === "scores" || value === null || value === "") continue;
      if (TEXTS.includes(name)) assessment[name] = textOf(value, name);
      else if (name === "sources") assessment.sources = sourcesOf(value, name);
      else if (name === "redirect_from" && Array.isArray(value)) assessment[name] = value.map((id) => textOf(id, name));
      else if (name === "terms_revision" && isMapping(value) && Object.values(value).every((n) => /^[0-9]{1,9}$/.test(n)))
        assessment[name] = Object.fromEntries(Object.entries(value).map(([term, n]) => [term, Number(n)]));
      else tell(FIELDS.includes(name) ? "shape" : "field", { name });
    }
    assessment.status ||= "draft";
    if (!STATUSES.includes(assessment.status)) tell("status", { name: assessment.status });
    const items = new Map(itemsOf(framework).map(({ item }) => [item.code, item]));
    if (raw.scores && !isMapping(raw.scores)) tell("shape", { name: "scores" });
    for (const [code, entry] of Object.entries(isMapping(raw.scores) ? raw.scores : {})) {
      const item = items.get(code);
      if (!item || !scaleOf(framework, item)) tell("unknown", { code });
      else if (!isMapping(entry) || Object.keys(entry).some((key) => !["score", "evidence", "sources"].includes(key))) tell("shape", { name: code });
      else {
        const score = textOf(entry.score, code);
        const made = { score, evidence: textOf(entry.evidence, code) };
        if (entry.sources?.length) made.sources = sourcesOf(entry.sources, code);
        if (score && !fits(framework, item, score)) tell("value", { name: code, score: say("off", { score, scale: scaleWords(framework, item) }) });
        if (score || made.evidence || made.sources) assessment.scores[code] = made;
      }
    }
    return { assessment, faults };
  }

  function scaleWords(framework, item) {
    const scale = scaleOf(framework, item);
    const own = scale.kind === "ordered" ? scale.values.map(({ code }) => code) : [`${scale.min} – ${scale.max}`];
    return [...own, ...(framework.not_rated ?? []).map(({ code }) => code)].join(", ");
  }

  /* JSON: the fields, with what they come to. */
  function toJson(assessment, framework) {
    const fields = Object.fromEntries(FIELDS.filter((name) => cellOf(assessment, name) !== "").map((name) => [name, assessment[name]]));
    const result = resultData(assess(framework, given(assessment)));
    return `${JSON.stringify({ framework: framework.id, ...fields, scores: { ...assessment.scores }, result }, null, 1)}\n`;
  }

  /* CSV: one line for each item that is scored; what is said of the whole stands in each. */
  function toCsv(assessment, framework) {
    const safe = (text) => (FORMULA.test(text) ? `'${text}` : text);
    const quoted = (text) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
    const fixed = [framework.id, ...FIELDS.map((name) => cellOf(assessment, name))];
    const lines = itemsOf(framework).filter((part) => part.of && !part.parts.length).map(({ item, level }) => {
      const entry = assessment.scores[item.code] ?? {};
      return [...fixed, item.code, level, item.title, entry.score ?? "", entry.evidence ?? "", sourcesText(entry.sources)];
    });
    const head = ["framework", ...FIELDS.map((name) => HEADS[name] ?? name), "code", "level", "title", "score", "evidence", "sources"];
    return `\ufeff${[head, ...lines].map((line) => line.map((cell) => quoted(safe(String(cell)))).join(",")).join("\r\n")}\r\n`;
  }

  function parseCsv(text) {
    text = text.replace(/^\ufeff/, "");
    const head = text.split(/\r?\n/, 1)[0];
    const mark = [",", ";", "\t"].reduce((best, one) => (head.split(one).length > head.split(best).length ? one : best));
    const cell = new RegExp(`(?:"([^"]*(?:""[^"]*)*)"|([^"\\r\\n${mark}][^\\r\\n${mark}]*)?)(${mark}|\\r\\n?|\\n|$)`, "y");
    const rows = [[]];
    while (cell.lastIndex < text.length) {
      const match = cell.exec(text);
      if (!match) throw new Error(`${rows.length}`);
      rows.at(-1).push((match[1]?.replaceAll('""', '"') ?? match[2] ?? "").replace(/\r\n?/g, "\n"));
      if (match[3] !== mark) rows.push([]);
    }
    return rows.filter((row) => row.some(Boolean)).map((row) => row.map((text) => (/^''*[=+\-@\t\n＝＋－＠]/.test(text) ? text.slice(1) : text)));
  }

  /* Rows with a head → what a file holds; rows of computed results are passed over and counted. */
  function fromRows([head = [], ...rows], framework, say) {
    const faults = [];
    const own = Object.fromEntries(FIELDS.map((name) => [HEADS[name] ?? name, name]));
    if (!head.includes("code") || !head.includes("score")) return { raw: {}, skipped: 0, faults: [say("shape", { name: head.join(", ").slice(0, 80) })] };
    const known = new Set(["framework", "code", "level", "score", "evidence", "sources", ...Object.keys(own), ...COMPUTED]);
    for (const [i, name] of head.entries()) if (name && !known.has(name)) faults.push(say("field", { name }));
      else if (name && head.indexOf(name) < i) faults.push(say("twice", { code: name }));
    const beside = rows.flatMap((row) => row.filter((text, i) => text && !head[i]));
    for (const name of beside.slice(0, 3)) faults.push(say("field", { name }));
    const scored = new Map(itemsOf(framework).map((part) => [part.item.code, part.of && !part.parts.length]));
    const raw = { scores: Object.create(null) };
    const records = rows.map((row) => Object.fromEntries(head.map((name, i) => [name, row[i] ?? ""])));
    for (const [column, name] of Object.entries(own)) if (records[0]?.[column]) raw[name] = fromCell(name, records[0][column]);
    if (records[0]?.framework) raw.framework = records[0].framework;
    let skipped = 0;
    for (const { code, score, evidence, sources } of records) {
      if (!code || scored.get(code) === false || scored.get(code) === 0) skipped++;
      else if (code in raw.scores) faults.push(say("twice", { code }));
      else if (score || evidence || sources || !scored.has(code)) raw.scores[code] = { score, evidence, sources: parseSources(sources ?? "") };
    }
    return { raw, skipped, faults };
  }

  /* YAML: as a pull request needs it. Notes on items without a score stand in comments. */
  function toYaml(assessment, framework) {
    const lines = [];
    const text = (value) => JSON.stringify(String(value));
    const source = ({ ref, at }) => (at ? `{ref: ${text(ref)}, at: ${text(at)}}` : `{ref: ${text(ref)}}`);
    for (const name of FIELDS) {
      if (cellOf(assessment, name) === "" || name === "id") continue;
      const value = assessment[name];
      if (name === "sources") lines.push("sources:", ...value.map((one) => `  - ${source(one)}`));
      else if (name === "redirect_from") lines.push(`redirect_from: [${value.map(text).join(", ")}]`);
      else if (name === "terms_revision") lines.push("terms_revision:", ...Object.entries(value).map(([term, n]) => `  ${text(term)}: ${n}`));
      else lines.push(`${name}: ${name === "status" || name === "updated" ? value : text(value)}`);
    }
    const codes = itemsOf(framework).map(({ item }) => item.code).filter((code) => Object.hasOwn(assessment.scores, code));
    const scored = codes.filter((code) => assessment.scores[code].score);
    lines.push(scored.length ? "scores:" : "scores: {}");
    for (const code of scored) {
      const { score, evidence, sources } = assessment.scores[code];
      const parts = [`score: ${text(score)}`];
      if (evidence) parts.push(`evidence: ${text(evidence)}`);
      if (sources?.length) parts.push(`sources: [${sources.map(source).join(", ")}]`);
      lines.push(`  ${text(code)}: {${parts.join(", ")}}`);
    }
    for (const code of codes.filter((code) => !assessment.scores[code].score)) lines.push(`# not scored: ${JSON.stringify([code, assessment.scores[code]])}`);
    return `${lines.join("\n")}\n`;
  }

  function fromYaml(text) {
    const raw = lpsaYaml.parse(text);
    for (const [, note] of text.matchAll(/^# not scored: (\[.*\])$/gm)) {
      const [code, entry] = JSON.parse(note);
      if (raw?.scores) raw.scores[code] ??= entry;
    }
    return raw;
  }

  /* Names for files: place and year, as the build names assessments. */
  function nameOf(assessment) {
    const years = (assessment.period ?? "").match(/[0-9]{4}/g) ?? [];
    const place = (assessment.place ?? "").normalize("NFKD").toLowerCase().replace(/[\u0300-\u036f]/g, "");
    const name = [place, years.at(-1) ?? ""].join("-").replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "");
    return assessment.id || name || "score-card";
  }

  globalThis.lpsaFiles = { FIELDS, REQUIRED, accept, cellOf, clean, fromCell, fromRows, fromYaml, given, itemsOf, nameOf, parseCsv, parseSources, scaleWords, sourcesText, toCsv, toJson, toYaml };
})();
