/* The score card: a framework filled in on the reader's device. What is entered stands in the form
   and in the browser's storage, nowhere else. Texts get into the page as text, never as HTML. */
(() => {
  "use strict";
  const { assess, fits, flat, positionOf, scaleOf, toNumber } = lpsaScoring;
  const files = lpsaFiles;
  const root = document.querySelector("[data-lpsa-score-card]");
  const words = root.dataset;
  const form = root.closest("article");
  const [status, results] = [root.querySelector("[role=status]"), form.querySelector(".lpsa-fill__results")];
  const KEY = `lpsa-score-card:${words.framework}`;
  const MOST_BYTES = 5_000_000;
  const MOST_FAULTS = 20;
  const SVG = "http://www.w3.org/2000/svg";
  const said = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");
  const say = (kind, values) => said(words[kind], values);
  const at = (name) => form.querySelector(`[data-at="${name}"]`);
  const rtl = document.documentElement.dir === "rtl";
  let framework, assessment, before, kept = true;
  const items = new Map();

  function make(name, className, parent, text) {
    const element = document.createElement(name);
    if (className) element.className = className;
    if (text !== undefined) element.textContent = text;
    parent.append(element);
    return element;
  }
  const fresh = () => ({ status: "draft", terms_revision: files.fromCell("terms_revision", words.revisions), scores: Object.create(null) });

  /* What the status line says, with a list below it. */
  function tell(text, list = []) {
    status.replaceChildren();
    make("p", "", status, text);
    if (!list.length) return;
    const lines = make("ul", "", status);
    for (const line of list.slice(0, MOST_FAULTS)) make("li", "", lines, line);
    if (list.length > MOST_FAULTS) make("li", "", lines, say("more", { num: list.length - MOST_FAULTS }));
  }

  /* The reader's device */
  function save() {
    try {
      localStorage.setItem(KEY, JSON.stringify(assessment));
    } catch {
      if (kept) tell(words.unkept);
      kept = false;
    }
  }
  function restore() {
    try {
      const found = JSON.parse(localStorage.getItem(KEY));
      return found && { ...found, scores: Object.assign(Object.create(null), found.scores) };
    } catch {
      return null;
    }
  }

  /* The form */
  const fields = [...form.querySelectorAll("[data-field]")];
  for (const box of form.querySelectorAll(".lpsa-fill__item"))
    items.set(box.dataset.code, {
      box,
      choices: [...box.querySelectorAll("input[type=radio]")],
      number: box.querySelector("input[type=text]"),
      evidence: box.querySelector("[data-evidence]"),
      fault: box.querySelector(".lpsa-fill__fault"),
      sources: box.querySelector("[data-sources]"),
    });

  function show() {
    for (const field of fields) field.value = files.cellOf(assessment, field.dataset.field) || (field.dataset.field === "status" ? "draft" : "");
    for (const [code, parts] of items) {
      const { score = "", evidence = "", sources = [] } = assessment.scores[code] ?? {};
      for (const choice of parts.choices) choice.checked = choice.value === score;
      if (parts.number) parts.number.value = score;
      parts.evidence.value = evidence;
      parts.sources.textContent = files.sourcesText(sources);
      parts.sources.hidden = !sources.length;
      mark(code);
    }
    const left = Object.entries(assessment.scores).filter(([code]) => !items.has(code));
    if (left.length) tell(say("left", { list: left.map(([code, { score }]) => say("value", { name: code, score: score || words.none })).join(words.joined) }));
    compute();
  }

  function mark(code) {
    const { number, fault, box } = items.get(code);
    const { item } = byCode.get(code);
    const score = assessment.scores[code]?.score ?? "";
    const wrong = score !== "" && !fits(framework, item, score);
    fault.textContent = wrong ? say("off", { score, scale: files.scaleWords(framework, item) }) : "";
    fault.hidden = !wrong;
    box.classList.toggle("lpsa-fill__item--wrong", wrong);
    if (number) {
      number.toggleAttribute("aria-invalid", false);
      if (wrong) number.setAttribute("aria-invalid", "true");
      number.setAttribute("aria-describedby", [number.getAttribute("aria-describedby").split(" ")[0], wrong ? fault.id : ""].join(" ").trim());
    }
  }

  function enter(target) {
    const box = target.closest(".lpsa-fill__item");
    const text = files.clean(target.value).trim();
    if (box) {
      const code = box.dataset.code;
      const entry = (assessment.scores[code] ??= { score: "", evidence: "" });
      if (target.hasAttribute("data-evidence")) entry.evidence = text;
      else entry.score = text;
      if (!entry.score && !entry.evidence && !entry.sources?.length) delete assessment.scores[code];
      mark(code);
    } else if (target.dataset.field === "sources") {
      assessment.sources = files.parseSources(text);
    } else if (target.dataset.field) {
      assessment[target.dataset.field] = text;
    } else return;
    save();
    requestAnimationFrame(compute);
  }

  /* Results at each level */
  function score(parent, part) {
    const place = positionOf(part);
    const position = place && toNumber(place);
    const step = position === null ? (part.shown ? "none" : "missing") : position && Math.max(1, Math.round(position * 3));
    make("span", `lpsa-result lpsa-score--${step}`, parent, part.shown || "–");
    if (part.parts.length && part.rated < part.of) make("small", "", parent, ` ${say("rated", part)}`);
  }

  const numbered = (part) => part.parts.flatMap((one) => (one.low ? [one] : numbered(one)));
  const FEW = 3;
  function shownOf(whole) {
    const top = numbered(whole);
    const below = top.flatMap(numbered);
    const parts = top.length < FEW && below.length > top.length ? below : top;
    return whole.low && whole.aggregation !== "none" ? [...parts, whole] : parts;
  }
  const nameOf = (part) => (part.item ? part.item.code : words.overall);

  function compute() {
    const whole = assess(framework, files.given(assessment));
    for (const place of form.querySelectorAll("[data-of]")) {
      const part = flat(whole).find(({ item }) => item?.code === place.dataset.of);
      place.replaceChildren();
      if (part.aggregation !== "none") score(place, part);
      else make("small", "", place, say("rated", part));
      place.hidden = false;
    }
    const rows = at("results");
    const parts = shownOf(whole);
    rows.replaceChildren();
    for (const part of parts) {
      const row = make("tr", part.item ? "" : "lpsa-group", rows);
      const head = make("th", "", row, `${nameOf(part)} `);
      head.scope = "row";
      if (part.item) make("span", "", head, part.item.title);
      score(make("td", "", row), part);
    }
    const done = whole.rated + whole.excluded;
    at("progress").textContent = say("progress", { done, of: whole.of });
    form.querySelector("progress").value = done;
    at("chart").replaceChildren(...radar(parts.filter((part) => part.item)));
    at("made-up").hidden = assessment.status !== "illustrative";
    remind();
  }

  function remind() {
    const label = (name) => fields.find((field) => field.dataset.field === name).closest("label").querySelector("span").textContent;
    const missing = files.REQUIRED.filter((name) => !assessment[name]).map(label);
    const off = [...items.keys()].filter((code) => !items.get(code).fault.hidden);
    const lines = [missing.length && say("missing", { list: missing.join(words.joined) }), off.length && say("offScale", { list: off.join(words.joined) })];
    const place = at("missing");
    place.textContent = lines.filter(Boolean).join(" ");
    place.hidden = !place.textContent;
  }

  /* As render/charts/radar.py draws it: no data is dashed, and no zero. */
  const [LEAST, MOST, RADIUS, MIDDLE, CENTER] = [3, 12, 94, 160, 127];
  function radar(parts) {
    if (parts.length < LEAST || parts.length > MOST) return [];
    const svg = document.createElementNS(SVG, "svg");
    const draw = (name, attributes, text) => {
      const element = document.createElementNS(SVG, name);
      for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
      if (text !== undefined) element.textContent = text;
      svg.append(element);
    };
    const angle = (spoke) => (2 * Math.PI * spoke) / parts.length;
    const point = (spoke, share) => `${Math.round(MIDDLE + (rtl ? -1 : 1) * RADIUS * share * Math.sin(angle(spoke)))} ${Math.round(CENTER - RADIUS * share * Math.cos(angle(spoke)))}`;
    svg.setAttribute("class", "lpsa-chart");
    svg.setAttribute("role", "img");
    svg.setAttribute("viewBox", "0 0 320 262");
    const list = parts.map((part) => say("value", { name: nameOf(part), score: part.shown || words.none })).join(words.joined);
    draw("title", {}, say("chart", { list }));
    for (let ring = 1; ring <= 4; ring++) draw("path", { class: "track", d: `M${parts.map((_, spoke) => point(spoke, ring / 4)).join("L")}z` });
    const places = parts.map(positionOf);
    places.forEach((place, spoke) => draw("path", { class: place ? "track" : "gap", d: `M${MIDDLE} ${CENTER}L${point(spoke, 1)}`, ...(place ? {} : { "stroke-width": 1 }) }));
    const marks = places.map((place, spoke) => place && point(spoke, toNumber(place)));
    const following = (spoke) => marks[(spoke + 1) % marks.length];
    if (marks.every(Boolean)) draw("path", { class: "area l0", d: `M${marks.join("L")}z` });
    else draw("path", { class: "l0", d: marks.map((one, spoke) => (one && following(spoke) ? `M${one}L${following(spoke)}` : "")).join("") });
    draw("path", { class: "m0", d: marks.filter(Boolean).map((one) => `M${one}h0`).join("") });
    parts.forEach((part, spoke) => {
      const [across, up] = [Math.sin(angle(spoke)), Math.cos(angle(spoke))];
      const x = MIDDLE + (rtl ? -1 : 1) * (RADIUS + 7) * across;
      const y = CENTER - (RADIUS + 10) * up + 4 - (up > 0.5 ? 9 : 0);
      const anchor = Math.abs(across) < 0.2 ? "middle" : across > 0 ? "" : "end";
      const name = nameOf(part).slice(0, 9);
      const shown = `${part.shown || "–"}${part.value && part.rated < part.of ? "†" : ""}`;
      draw("text", { x: Math.round(x), y: Math.round(y), class: anchor }, rtl ? `\u2068${name}\u2069` : name);
      draw("text", { x: Math.round(x), y: Math.round(y + 13), class: `v ${anchor}` }, rtl ? `\u2068${shown}\u2069` : shown);
    });
    return [svg];
  }

  /* Files out and in */
  const KINDS = { json: "application/json", csv: "text/csv", yaml: "application/yaml" };
  async function written(kind) {
    if (kind === "xlsx") return lpsaXlsx.write(assessment, framework, []);
    const write = { json: files.toJson, csv: files.toCsv, yaml: files.toYaml }[kind];
    return new Blob([write(assessment, framework)], { type: KINDS[kind] });
  }
  async function saveFile(kind) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(await written(kind));
    link.download = `${files.nameOf(assessment)}.${kind === "yaml" ? "yml" : kind}`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
    tell(say("saved", { name: link.download }), [at("missing").textContent].filter(Boolean));
  }

  async function parsed(file) {
    const ending = file.name.split(".").at(-1).toLowerCase();
    if (file.size > MOST_BYTES) throw new RangeError(words.large);
    if (ending === "xlsx") return fromWorkbook(await lpsaXlsx.read(await file.arrayBuffer()));
    const text = await file.text();
    if (ending === "csv") return files.fromRows(files.parseCsv(text), framework, say);
    const raw = ending === "json" ? JSON.parse(text) : files.fromYaml(text);
    const [stem] = file.name.split(".");
    if (raw && ending !== "json" && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(stem)) raw.id ??= stem;
    return { raw, skipped: 0, faults: [] };
  }
  function fromWorkbook({ sheets, unclear }) {
    const [head = [], ...rows] = sheets.get("Scores") ?? [];
    const found = files.fromRows([head.map((name) => name.replace(/ \(.*$/, "")), ...rows], framework, say);
    const known = new Set(["framework", ...files.FIELDS]);
    for (const [name, value = "", , ...beside] of (sheets.get("Assessment") ?? []).slice(1)) {
      for (const text of [...(name ? [] : [value]), ...beside]) if (text) found.faults.push(say("field", { name: text }));
      if (name && !known.has(name)) found.faults.push(say("field", { name }));
      else if (name && value) found.raw[name] = name === "framework" ? value : files.fromCell(name, value);
    }
    const unread = [...sheets.keys()].filter((name) => !["Assessment", "Scores", "Scales", "About"].includes(name));
    return { ...found, skipped: 0, unread, faults: [...unclear.map((code) => say("unclear", { code })), ...found.faults] };
  }

  async function read(file) {
    let found;
    try {
      found = await parsed(file);
    } catch (error) {
      const why = error.line ? say("line", { line: error.line, text: error.message }) : error instanceof RangeError ? words.large : error.message;
      return tell(say("refused", { name: file.name }), [say("unread", { format: file.name.split(".").at(-1).toUpperCase(), why })]);
    }
    const { assessment: next, faults } = files.accept(found.raw, framework, say);
    const all = [...found.faults, ...faults];
    if (all.length) return tell(say("refused", { name: file.name }), all);
    before = assessment;
    assessment = next;
    root.querySelector("[data-undo]").hidden = false;
    save();
    show();
    const scores = Object.values(next.scores).filter((entry) => entry.score).length;
    tell(say("read", { scores, name: file.name }), [found.skipped && say("skipped", { num: found.skipped }), found.unread?.length && say("sheets", { list: found.unread.join(words.joined) })].filter(Boolean));
  }

  function forget() {
    try {
      localStorage.removeItem(KEY);
    } catch {
      /* What cannot be kept need not be deleted. */
    }
    assessment = fresh();
    before = undefined;
    root.querySelector("[data-undo]").hidden = true;
    show();
    tell(words.deleted);
  }

  function undo(button) {
    assessment = before;
    button.hidden = true;
    save();
    show();
    tell(words.undone);
    root.querySelector("input[type=file]").focus();
  }

  let byCode;
  function start(data) {
    framework = data;
    byCode = new Map(files.itemsOf(framework).map((part) => [part.item.code, part]));
    assessment = restore() ?? fresh();
    root.hidden = results.hidden = false;
    for (const note of form.querySelectorAll(".lpsa-fill__plain")) note.hidden = true;
    show();
    form.addEventListener("input", ({ target }) => enter(target));
    root.querySelector("input[type=file]").addEventListener("change", async ({ target }) => {
      const [file] = target.files;
      if (file) await read(file);
      target.value = "";
    });
    root.addEventListener("click", ({ target }) => {
      if (target.dataset.save) saveFile(target.dataset.save);
      else if (target.matches("[data-undo]")) undo(target);
      else if (target.matches("[data-delete]")) forget();
      else if (target.matches("[data-print]")) print();
    });
  }

  fetch(words.lpsaScoreCard)
    .then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error(answer.status))))
    .then(start)
    .catch(() => {
      root.hidden = false;
      root.querySelector(".lpsa-fill__files").hidden = true;
      tell(words.failed);
    });
})();
