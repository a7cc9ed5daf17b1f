/* The search dialog: terms first, then pages. Fetched when a reader is about to search; what it
   finds gets into the page as text, never as HTML. */
(() => {
  "use strict";
  const MOST = 5;
  const PER_PIECE = 8; /* definitions, as in render/search.py */
  const PAUSES = { pieces: 150, pages: 450 }; /* milliseconds without a key, before more is fetched */
  const RANKING = { metaWeights: { title: 8, kind: 4 }, pageLength: 0.1, termFrequency: 0.5 };
  const match = window.lpsaMatch;
  const dialog = document.querySelector("dialog.lpsa-dialog");
  const words = dialog.dataset;
  const [field, list, status, narrow] = ["[role=combobox]", "[role=listbox]", "[role=status]", ".lpsa-narrow"].map((part) => dialog.querySelector(part));

  /* Data of one site, this one or the one in another language; each file is fetched once. */
  let root = new URL(words.root, location);
  let language = document.documentElement.lang;
  let files = new Map();
  function read(name) {
    if (!files.has(name)) {
      const file = fetch(new URL(`data/search/${name}.${language}.json`, root)).then((answer) => (answer.ok ? answer.json() : {}));
      files.set(name, file.catch(() => files.delete(name) && {}));
    }
    return files.get(name);
  }
  const piece = async (name) => {
    const [{ revision }, data] = await Promise.all([read("terms"), read(name)]);
    return data.revision === revision ? data : {};
  };

  /* Terms */

  let index;
  let filed = new Set();
  /* A label that is no title: one in this language is admitted, one in none is to be avoided. */
  function addLabel(lang, label, number) {
    const admitted = lang === language;
    index.add(label, number, admitted ? { note: label, less: 0.01 } : { instead: label, lang, less: 0.02 });
  }

  async function termIndex() {
    const data = await read("terms");
    if (index || !data.terms) return index;
    index = new match.Index();
    data.terms.forEach(([title, , short, admitted = [], avoided = []], number) => {
      index.add(title, number);
      if (short) index.add(short, number);
      for (const label of admitted) addLabel(language, label, number);
      for (const label of avoided) addLabel("", label, number);
    });
    return index;
  }

  /* Labels in other languages (of a large glossary, synonyms as well) that share the words typed;
     tells whether there was something new. */
  async function addLabels(query) {
    const { labels: starts = [] } = await read("terms");
    const wanted = new Set(match.drawers(query).map((key) => starts.filter((start) => start <= key).length - 1));
    const fresh = [...wanted].filter((number) => number >= 0 && !filed.has(number));
    for (const number of fresh) {
      const { labels = {} } = await piece(`labels-${number}`);
      if (filed.has(number)) continue;
      filed.add(number);
      for (const [lang, pairs] of Object.entries(labels))
        for (let i = 0; i < pairs.length; i += 2) addLabel(lang, pairs[i], pairs[i + 1]);
    }
    return fresh.length > 0;
  }

  async function definition(number) {
    const { definitions = [] } = await piece(`definitions-${Math.floor(number / PER_PIECE)}`);
    return definitions[number % PER_PIECE] || "";
  }

  /* Pages: full text by Pagefind; without it, as while an author looks at the site, by their titles */

  let pagefind;
  async function fullText() {
    if (!words.fullText) return null;
    pagefind =
      pagefind ||
      import(new URL("pagefind/pagefind.js", root)).then(async (it) => {
        /* A worker would be fetched besides; titles and kinds say more than the length of a page. */
        await it.options({ noWorker: true, excerptLength: 24, ranking: RANKING });
        return it;
      });
    return pagefind.catch(() => (pagefind = null));
  }

  let titles;
  function goTo(address, lang) {
    [root, language, files, filed] = [new URL(address, location), lang, new Map(), new Set()];
    index = pagefind = titles = null;
    run();
  }

  async function byTitle(query, chosen) {
    const { titles: rows = [] } = await read("titles");
    titles = titles || rows.reduce((all, [title], number) => (all.add(title, number), all), new match.Index());
    const fits = (number) => Object.entries(chosen).every((pair) => rows[number][3].includes(pair.join(":")));
    const found = titles.find(query).filter(({ number, understood }) => understood > 0.5 && fits(number));
    return {
      all: found.length,
      pages: found.slice(0, MOST).map(({ number }) => {
        const [title, address, kind] = rows[number];
        return { title, url: new URL(address, root).href, kind, excerpt: "" };
      }),
    };
  }

  async function findPages(query, chosen) {
    const engine = await fullText();
    if (!engine) return byTitle(query, chosen);
    const search = async (typed) => (await engine.search(typed.join(" "), { filters: chosen })).results;
    const typed = match.content(query);
    let results = await search(typed);
    if (!results.length && typed.length > 1) {
      /* No page has all of the words: those that some page has are looked for. */
      const each = await Promise.all(typed.map((word) => search([word])));
      results = await search(typed.filter((_, i) => each[i].length));
      if (!results.length) results = [...new Map(each.flat().map((one) => [one.id, one])).values()];
    }
    const data = await Promise.all(results.slice(0, MOST).map((result) => result.data()));
    /* Of a word that no page has, Pagefind takes a beginning that is a word: “a” of “absenteeism”. */
    const pages = data.filter(({ excerpt }) => match.echoes(typed, excerpt)).map(({ meta, ...page }) => ({ ...meta, ...page }));
    return { all: pages.length && results.length, pages };
  }

  /* What is shown */

  function make(name, className, ...inside) {
    const element = document.createElement(name);
    if (className) element.className = className;
    element.append(...inside);
    return element;
  }

  let count = 0;
  function option(href, ...inside) {
    const element = make(href ? "a" : "div", "", ...inside);
    if (href) element.href = href;
    element.id = `__found-${count++}`;
    element.setAttribute("role", "option");
    element.setAttribute("aria-selected", "false");
    element.tabIndex = -1;
    return element;
  }

  function describe(element, text) {
    text.id = `${element.id}-text`;
    element.firstChild.id = `${element.id}-name`;
    element.setAttribute("aria-labelledby", element.firstChild.id);
    element.setAttribute("aria-describedby", text.id);
    element.append(text);
  }

  /* A sentence of the interface with its blanks filled: {label} by an element, {term} by a text. */
  const filled = (sentence, blanks) => sentence.split(/\{(\w+)\}/).map((part, i) => (i % 2 ? blanks[part] : part));

  function note({ about }, title) {
    const label = make("span", "", about.instead || about.note);
    if (about.lang) label.lang = about.lang;
    label.dir = "auto";
    return make("span", "lpsa-found__note", ...filled(about.instead ? words.instead : words.alias, { label, term: title }));
  }

  function term({ number, label, complete }, row) {
    const [title, id, short] = row;
    const address = id || title.toLowerCase().replace(/[^a-z0-9]+/g, "-");
    const name = make("b", "", title);
    const head = make("span", "lpsa-found__name", name);
    if (short) head.append(" ", make("span", "lpsa-abbreviation", short));
    const element = option(new URL(`glossary/${address}/`, root).href, head);
    const text = make("span", "lpsa-found__text");
    if (label.about.note !== title && (label.about.note || (label.about.instead && complete > 0.8))) text.append(note(label, title));
    const meaning = make("span", "");
    text.append(meaning);
    describe(element, text);
    element.define = () => definition(number).then((words) => (meaning.textContent = words));
    if (files.has(`definitions-${Math.floor(number / PER_PIECE)}`)) element.define();
    return element;
  }

  /* Pagefind gives HTML: read as a document that is never shown, only its text and marks are used. */
  function marked(html) {
    const nodes = new DOMParser().parseFromString(html, "text/html").body.childNodes;
    return [...nodes].map((node) => (node.nodeName === "MARK" ? make("mark", "", node.textContent) : node.textContent));
  }

  function page({ title, url, kind, excerpt }) {
    const head = make("span", "lpsa-found__name", make("b", "", title));
    if (kind) head.append(" ", make("span", "lpsa-abbreviation", kind));
    const element = option(url, head);
    describe(element, make("span", "lpsa-found__text", ...marked(excerpt)));
    return element;
  }

  function group(name, options) {
    if (!options.length) return [];
    const head = make("div", "lpsa-found__head", name);
    const element = make("div", "", head, ...options);
    head.id = `__found-${count++}`;
    element.setAttribute("role", "group");
    element.setAttribute("aria-labelledby", head.id);
    return [element];
  }

  let telling;
  function tell(text) {
    clearTimeout(telling);
    telling = setTimeout(() => (status.textContent = text), 300);
  }

  function show(query, shown) {
    const kept = active() && active().href;
    const { terms, pages } = shown;
    const more = [];
    if (query && !pages) {
      const all = option("", make("b", "lpsa-found__name", ...filled(words.more, { query })));
      all.addEventListener("click", () => run(true));
      more.push(all);
    }
    list.replaceChildren(...group(words.terms, terms), ...group(words.pages, pages || more));
    list.hidden = !list.firstChild;
    list.setAttribute("aria-busy", Boolean(query && !shown.done));
    field.setAttribute("aria-expanded", !list.hidden);
    choose(options().find((one) => kept && one.href === kept));
    const told = [];
    if (terms.length) told.push(`${words.terms}: ${terms.length}`);
    if (pages && pages.length) told.push(`${words.pages}: ${shown.all}`);
    tell(query ? told.join(" · ") || (pages ? words.none : "") : words.hint);
  }

  /* Asking: each answer belongs to the words that were typed last */

  let asked = 0;
  async function run(wanted) {
    const turn = ++asked;
    const late = () => turn !== asked;
    const pause = (time) => new Promise((go) => setTimeout(go, time));
    const query = field.value.trim();
    list.setAttribute("aria-busy", Boolean(query));
    if (!query) return show("", { terms: [], pages: [] });
    const chosen = narrowed();
    const narrows = Object.keys(chosen).length > 0;
    const known = await termIndex();
    const { terms: rows = [] } = await read("terms");
    const fits = narrows ? fitting(chosen, (await read("facets")).terms) : () => true;
    if (late()) return;

    const shown = { terms: [], pages: null };
    let found = [];
    const look = () => {
      found = known ? known.find(query).filter(fits) : [];
      shown.terms = found.slice(0, MOST).map((hit) => term(hit, rows[hit.number]));
      show(query, shown);
    };
    const sure = (least) => found.some(({ understood }) => understood >= least);
    look();
    await pause(PAUSES.pieces);
    if (late()) return;
    /* What words of this language answer needs no other; what others answer may be answered better. */
    const ours = found.some(({ understood, label }) => understood >= 0.9 && !label.about.lang);
    if (known && (!ours || /[^\0-\x7f]/.test(query)) && (await addLabels(query)) && !late()) look();
    if (late()) return;
    for (const element of shown.terms) element.define();

    const instead = found[0] && found[0].complete > 0.9 && found[0].understood > 0.9 && found[0].label.about.instead;
    const lookAtPages = async () => {
      const result = await findPages(instead ? rows[found[0].number][0] : query, chosen);
      if (late()) return;
      const known = new Set(shown.terms.map(({ pathname }) => pathname));
      shown.pages = result.pages.filter(({ url }) => !known.has(new URL(url, root).pathname)).map(page);
      shown.all = result.all;
      shown.done = true;
      show(query, shown);
    };
    if (!wanted && !pagefind && !narrows && sure(0.75)) return list.setAttribute("aria-busy", false);
    if (!wanted) await pause(PAUSES.pages);
    if (!late()) await lookAtPages();
  }

  /* Narrowing */

  const narrowed = () => Object.fromEntries([...narrow.querySelectorAll("select:not([name=site])")].filter(({ value }) => value).map(({ name, value }) => [name, value]));

  /* A term is of one kind, one theme and one status, and of no region. */
  const fitting = ({ kind = "term", domain, status: state, region }, terms) => ({ number }) =>
    kind === "term" && !region && (!domain || domain === terms[number][0]) && (!state || state === terms[number][1]);

  async function offer() {
    const { facets = {} } = await read("facets");
    for (const [facet, { "": name, ...values }] of Object.entries(facets)) {
      if (Object.keys(values).length < 2) continue;
      const options = Object.entries(values).map(([value, shown]) => new Option(shown, value));
      const select = make("select", "", new Option(words.any, ""), ...options);
      select.name = facet;
      narrow.lastElementChild.append(make("label", "", make("span", "", name), select));
    }
  }
  narrow.addEventListener("toggle", offer, { once: true });
  narrow.addEventListener("change", ({ target }) => (target.name === "site" ? goTo(target.value, target.selectedOptions[0].lang) : run()));

  /* Keys: the focus stays in the field, an option is pointed at */

  const options = () => [...list.querySelectorAll("[role=option]")];
  const active = () => list.querySelector("[aria-selected=true]");
  function choose(element) {
    if (active()) active().setAttribute("aria-selected", "false");
    if (!element) return field.removeAttribute("aria-activedescendant");
    element.setAttribute("aria-selected", "true");
    field.setAttribute("aria-activedescendant", element.id);
    element.scrollIntoView({ block: "nearest" });
  }

  field.addEventListener("keydown", (event) => {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    event.preventDefault();
    const all = options();
    const at = all.indexOf(active());
    const next = event.key === "ArrowDown" ? at + 1 : (at < 0 ? all.length : at) - 1;
    choose(all[(next + all.length) % all.length]);
  });
  field.form.addEventListener("submit", (event) => {
    const one = active() || options()[0];
    if (!one) return;
    event.preventDefault();
    one.click();
  });
  field.addEventListener("input", () => run());
  dialog.addEventListener("close", () => choose());

  read("terms");
  run();
})();
