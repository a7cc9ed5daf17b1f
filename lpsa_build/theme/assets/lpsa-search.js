/* The search of the site, in the browser: all words must begin a word of the same part of a page.
   Fetched with its index when the search field is used for the first time. */
(() => {
  "use strict";
  const MOST = 10;
  const form = document.querySelector("form[data-lpsa-search]");
  const field = form.elements.q;
  const box = form.querySelector(".lpsa-found");
  const [status, list] = box.children;
  const source = new URL(form.dataset.lpsaSearch, location);

  const wordsOf = window.lpsaWords;
  const padded = (text) => ` ${wordsOf(text).join(" ")}`;
  /* The index holds HTML: it is read as a document that is never shown. */
  const plain = (html) => new DOMParser().parseFromString(html, "text/html").body.textContent;
  const withoutTags = (html) => html.replace(/<[^>]*>/g, " ").replace(/&#?\w+;/g, " ");

  let parts;
  const load = () => {
    parts =
      parts ||
      fetch(source)
        .then((answer) => answer.json())
        .then(({ docs }) => {
          const titles = new Map(docs.map((doc) => [doc.location, doc.title]));
          return docs.map((doc) => {
            const page = doc.location.split("#")[0];
            return { ...doc, page, of: titles.get(page) || doc.title, head: padded(plain(doc.title)), body: padded(withoutTags(doc.text)) };
          });
        })
        .catch(() => []);
    return parts;
  };

  /* A word also counts, for half, without its ending. */
  const stem = (word) => word.replace(/(....)(?:ies|es|s|y|e)$/, "$1");

  function weight(part, words, begin) {
    const has = (text, word) => text.includes(begin + word);
    const inTitle = words.every((word) => has(part.head, stem(word)));
    if (!inTitle && !words.every((word) => has(part.head, word) || has(part.body, word))) return 0;
    const phrase = ` ${words.join(" ")}`;
    let sum = 2;
    if (part.head === phrase) sum += 80;
    else if (part.head.startsWith(phrase)) sum += 40;
    else if (words.every((word) => has(part.head, word))) sum += 20;
    else if (inTitle) sum += 10;
    if (part.body.includes(phrase)) sum += 4;
    if (part.title === part.of) sum *= 2;
    if (part.page.startsWith("glossary/")) sum *= 1.5;
    /* Of equals, the page nearer to the root and with the shorter title comes first. */
    return sum - part.page.split("/").length / 5 - Math.min(part.of.length, 90) / 500;
  }

  /* Two words are alike when they share most of their groups of three letters. */
  const threes = (text) => new Set([...text].map((_, i) => text.slice(i, i + 3)).filter((three) => three.length === 3));
  function likeness(a, b) {
    const common = [...a].filter((three) => b.has(three)).length;
    return (2 * common) / (a.size + b.size || 1);
  }

  function find(all, query) {
    const words = wordsOf(query);
    const best = new Map();
    const gather = (rate, least) => {
      for (const part of all) {
        const score = rate(part);
        const known = best.get(part.page);
        if (score > least && (!known || known.score < score)) best.set(part.page, { part, score });
      }
    };
    if (words.length) gather((part) => weight(part, words, " "), 0);
    if (words.length && !best.size) gather((part) => weight(part, words, ""), 0);
    if (words.length && !best.size) {
      const wanted = threes(` ${words.join(" ")}`);
      gather((part) => (part.title === part.of ? likeness(wanted, threes(part.head)) : 0), 0.4);
    }
    return [...best.values()].sort((a, b) => b.score - a.score).map((hit) => hit.part);
  }

  /* Some words around the first hit, with the hits marked. */
  function excerpt(part, words, target) {
    const shown = plain(part.text.replace(/<\/?(p|li|td|dd|dt|h\d|tr|div)\b[^>]*>/g, " $&")).split(/\s+/).filter(Boolean);
    const hit = (word) => wordsOf(word).some((w) => words.some((typed) => w.startsWith(stem(typed))));
    const first = Math.max(0, shown.findIndex(hit) - 6);
    if (first) target.append("… ");
    for (const word of shown.slice(first, first + 24)) {
      if (hit(word)) {
        const mark = document.createElement("mark");
        mark.textContent = word;
        target.append(mark, " ");
      } else target.append(`${word} `);
    }
    if (shown.length > first + 24) target.append("…");
  }

  function item(part, words) {
    const entry = document.createElement("li");
    const link = document.createElement("a");
    const title = document.createElement("b");
    const text = document.createElement("small");
    link.href = new URL(`../${part.location}`, source).href;
    title.textContent = plain(part.of);
    link.append(title);
    if (part.title !== part.of) link.append(` – ${plain(part.title)}`);
    excerpt(part, words, text);
    link.append(text);
    entry.append(link);
    return entry;
  }

  const open = (yes) => {
    list.hidden = !yes;
    box.classList.toggle("lpsa-found--open", yes);
  };

  let latest = "";
  async function run() {
    const query = field.value.trim();
    latest = query;
    const all = await load();
    if (latest !== query) return;
    const words = wordsOf(query);
    const found = find(all, query);
    list.replaceChildren(...found.slice(0, MOST).map((part) => item(part, words)));
    const { empty, none, one, other } = status.dataset;
    const number = found.length;
    status.textContent = !query ? empty : number === 0 ? none : number === 1 ? one : other.replace("#", number);
    open(Boolean(query));
  }

  field.addEventListener("input", run);
  field.addEventListener("focus", () => field.value && run());
  form.addEventListener("submit", (event) => {
    if (list.hidden || !list.firstChild) return;
    event.preventDefault();
    list.querySelector("a").focus();
  });
  form.addEventListener("keydown", (event) => {
    const links = [...list.querySelectorAll("a")];
    const at = links.indexOf(document.activeElement);
    if (event.key === "Escape") {
      if (!list.hidden) event.preventDefault();
      open(false);
      field.focus();
    } else if (!list.hidden && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      event.preventDefault();
      const next = at + (event.key === "ArrowDown" ? 1 : -1);
      (links[next] || (next < 0 ? field : links[at])).focus();
    }
  });
  form.addEventListener("focusout", (event) => {
    if (event.relatedTarget && !form.contains(event.relatedTarget)) open(false);
  });
  document.addEventListener("pointerdown", (event) => {
    if (!form.contains(event.target)) open(false);
  });

  load();
  if (field.value) run();
})();
