/* The card: it shows the definition of the term that is pointed at, focused or tapped.
   Without it a term is a plain link. Texts get into the page as text, never as HTML. */
(() => {
  "use strict";
  const WAIT = 250;
  const root = document.documentElement;
  const { src } = document.currentScript;
  const beside = (path) => new URL(path, src).href;
  const words = document.querySelector("script[data-read-more]").dataset;
  const { files } = words;
  const texts = {};
  let card, owner, wanted, waiting, tapped, pointerY;
  /* Not where the definition stands beside its term. */
  const termOf = (node) =>
    node.closest && !node.closest(".lpsa-definitions dt, .lpsa-contrast__term") && node.closest("a.term[data-term]");

  /* Many terms are in several files; which holds a term, render/cards.py reckons in the same way. */
  const load = (term) => {
    const part = files > 1 ? `.${[...term].reduce((n, c) => (n * 31 + c.charCodeAt()) % files, 0)}` : "";
    texts[part] =
      texts[part] ||
      fetch(beside(`../data/definitions.${root.lang}${part}.json`))
        .then((answer) => (answer.ok ? answer.json() : {}))
        .then((all) => new Map(Object.entries(all)))
        .catch(() => new Map());
    return texts[part];
  };
  const make = (name, ...content) => {
    const element = document.createElement(name);
    element.append(...content);
    return element;
  };
  const linkTo = (text, term) =>
    Object.assign(make("a", text), { href: beside(`../glossary/${term}/`) });
  /* A definition is made of texts and of links, each the words and the term. */
  const part = (piece) => (typeof piece === "string" ? piece : linkTo(...piece));

  function fill(link, entry) {
    const text = make("p", ...entry.definition.map(part));
    text.id = "__definition";
    const head = make("p", make("b", entry.term));
    if (entry.abbreviation) head.append(" ", make("span", entry.abbreviation));
    const lines = [head, text];
    const line = (name, ...what) => lines.push(make("p", make("span", name), " ", ...what));
    if (entry.contrast) line(words.contrast, ...entry.contrast.flatMap((other, n) => [n ? words.comma : "", linkTo(...other)]));
    if (entry.source) line(words.source, make("bdi", entry.source));
    const more = make("a", words.readMore);
    more.href = link.href;
    card.replaceChildren(...lines, more);
  }
  function place(link) {
    const boxes = [...link.getClientRects()];
    const box = boxes.find((b) => pointerY >= b.top && pointerY <= b.bottom) || boxes[0];
    const side = Math.max(16, Math.min(box.left, root.clientWidth - card.offsetWidth - 16));
    const above = box.bottom + card.offsetHeight + 8 > innerHeight && box.top > card.offsetHeight + 8;
    const top = above ? box.top - card.offsetHeight - 6 : box.bottom + 6;
    const start = root.dir === "rtl" ? root.clientWidth - side - card.offsetWidth : side;
    card.style.insetInlineStart = `${start}px`;
    card.style.insetBlockStart = `${top + scrollY}px`;
  }

  async function show(link) {
    wanted = link;
    const { term } = link.dataset;
    const entry = (await load(term)).get(term);
    if (wanted !== link) return Boolean(entry);
    hide();
    if (!entry) return false;
    if (!card) {
      card = make("div");
      card.className = "lpsa-card";
      (document.querySelector("main") || document.body).append(card);
    }
    fill(link, entry);
    card.hidden = false;
    owner = link;
    owner.setAttribute("aria-describedby", "__definition");
    place(link);
    return true;
  }
  function hide() {
    clearTimeout(waiting);
    wanted = null;
    if (!owner) return;
    owner.removeAttribute("aria-describedby");
    owner = null;
    card.hidden = true;
  }
  const later = (act) => {
    clearTimeout(waiting);
    waiting = setTimeout(act, WAIT);
  };
  const ours = (node) => owner && (node === owner || card.contains(node));
  const on = (name, act) => document.addEventListener(name, act);

  on("pointerover", (event) => {
    if (event.pointerType === "touch") return;
    const link = termOf(event.target);
    pointerY = event.clientY;
    if (link && link !== owner) {
      load(link.dataset.term);
      later(() => show(link));
    } else if (link || ours(event.target)) clearTimeout(waiting);
    else later(() => ours(document.activeElement) || hide());
  });
  on("focusin", (event) => {
    const link = termOf(event.target);
    pointerY = NaN;
    if (link && link !== tapped && link.matches(":focus-visible")) show(link);
    else if (!ours(event.target)) hide();
  });
  on("keydown", (event) => event.key === "Escape" && hide());
  on("pointerdown", (event) => {
    /* A finger has a width; a screen reader that acts for it has none, and follows the link. */
    tapped = event.pointerType === "touch" && event.width ? termOf(event.target) : null;
    pointerY = event.clientY;
    if (!ours(termOf(event.target) || event.target)) hide();
  });
  on("click", (event) => {
    const link = tapped;
    tapped = null;
    if (!link || link === owner || event.ctrlKey || event.metaKey || !link.contains(event.target)) return;
    event.preventDefault();
    show(link).then((shown) => shown || location.assign(link.href));
  });
})();
