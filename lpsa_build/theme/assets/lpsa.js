/* What scripts add to the site: colors to choose, a filter for the list of terms, cards with
   definitions, search. Without it every page can be read and every link works.
   Texts get into the page as text, never as HTML. */
(() => {
  "use strict";
  const script = document.currentScript;
  const root = document.documentElement;
  const beside = (path) => new URL(path, script.src).href;
  root.classList.replace("no-js", "js");

  /* A script that only some pages or readers need; several run in the order of the calls. */
  function more(name) {
    const element = document.createElement("script");
    element.src = beside(name);
    element.async = false;
    document.head.append(element);
  }

  /* Colors. The reader's choice is known before anything is painted; the browser keeps it. */
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => (root.dataset.colors ? root.dataset.colors === "dark" : dark.matches);
  try {
    const chosen = localStorage.getItem("lpsa-colors");
    if (chosen === "dark" || chosen === "light") root.dataset.colors = chosen;
  } catch {
    /* Without storage the system's colors are shown. */
  }

  function colors(button) {
    const show = () => button.setAttribute("aria-pressed", isDark());
    button.addEventListener("click", () => {
      root.dataset.colors = isDark() ? "light" : "dark";
      show();
      try {
        localStorage.setItem("lpsa-colors", root.dataset.colors);
      } catch {
        /* The choice lasts as long as the page. */
      }
    });
    dark.addEventListener("change", show);
    show();
    button.hidden = false;
  }

  /* A menu closes with Escape, and when something outside it is pressed. */
  function menu(details) {
    document.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !details.open) return;
      const inside = details.contains(document.activeElement);
      details.open = false;
      if (inside) details.firstElementChild.focus();
    });
    document.addEventListener("pointerdown", (event) => {
      if (!details.contains(event.target)) details.open = false;
    });
  }

  /* Words are compared without case, accents, Arabic letter forms and articles, -ise and -ize. */
  const wordsOf = (text) =>
    text
      .toLowerCase()
      .normalize("NFD")
      .replace(/[\u0300-\u036f\u064b-\u0655\u0640]/g, "")
      .replace(/\u0649/g, "\u064a")
      .replace(/\u0629/g, "\u0647")
      .replace(/is/g, "iz")
      .split(/[^\p{L}\p{N}]+/u)
      .map((word) => word.replace(/^[\u0648\u0628\u0643\u0641]?\u0627\u0644(?=..)/, ""))
      .filter(Boolean);

  function filter(form) {
    const list = document.querySelector(form.dataset.lpsaFilter);
    const field = form.elements.q;
    const status = form.querySelector("[data-lpsa-count]");
    const items = [...list.querySelectorAll("[data-words]")];
    const words = items.map((item) => wordsOf(item.dataset.words).join(" "));
    const sections = [...list.querySelectorAll("section")];
    const letters = [...document.querySelectorAll(".lpsa-letters a")];
    let waiting;

    const apply = () => {
      const typed = wordsOf(field.value);
      items.forEach((item, i) => (item.hidden = !typed.every((word) => words[i].includes(word))));
      for (const section of sections) {
        section.hidden = !section.querySelector("[data-words]:not([hidden])");
        const address = "#" + section.getAttribute("aria-labelledby");
        for (const letter of letters)
          if (letter.getAttribute("href") === address) letter.parentNode.hidden = section.hidden;
      }
      clearTimeout(waiting);
      waiting = setTimeout(tell, 300);
    };
    const tell = () => {
      const query = field.value.trim();
      const shown = items.filter((item) => !item.hidden).length;
      status.textContent = query
        ? status.dataset.lpsaCount.replace("{n}", shown).replace("{all}", items.length)
        : "";
      const address = new URL(location);
      query ? address.searchParams.set("q", query) : address.searchParams.delete("q");
      if (address.href !== location.href) history.replaceState(history.state, "", address);
    };

    field.addEventListener("input", apply);
    field.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      field.value = "";
      apply();
    });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const first = items.find((item) => !item.hidden);
      if (first) first.querySelector("a").focus();
    });
    form.hidden = false;
    field.value = new URLSearchParams(location.search).get("q") || field.value;
    if (field.value) apply();
  }

  /* Cards. One card shows the definition of the term that is pointed at, focused or tapped. */
  function cards() {
    const WAIT = 250;
    let texts, card, owner, wanted, waiting, tapped, pointerY;
    /* Not where the definition stands beside its term. */
    const termOf = (node) =>
      node.closest && !node.closest(".lpsa-definitions dt, .lpsa-contrast__term") && node.closest("a.term[data-term]");

    const load = () => {
      texts =
        texts ||
        fetch(beside(`../data/definitions.${root.lang}.json`))
          .then((answer) => (answer.ok ? answer.json() : {}))
          .then((all) => new Map(Object.entries(all)))
          .catch(() => new Map());
      return texts;
    };
    const make = (name, className, parent) => {
      const element = document.createElement(name);
      element.className = className;
      parent.append(element);
      return element;
    };
    /* A definition is made of texts and of links, each the words and the term. */
    const part = (piece) => {
      if (typeof piece === "string") return piece;
      const link = document.createElement("a");
      [link.textContent] = piece;
      link.href = beside(`../glossary/${piece[1]}/`);
      return link;
    };
    const build = () => {
      card = make("div", "lpsa-card", document.querySelector("main") || document.body);
      const head = make("p", "", card);
      card.term = make("b", "", head);
      head.append(" ");
      card.short = make("span", "lpsa-abbreviation", head);
      card.text = make("p", "", card);
      card.text.id = "__definition";
      card.more = make("a", "", card);
      card.more.textContent = script.dataset.more;
    };
    const place = (link) => {
      const boxes = [...link.getClientRects()];
      const box = boxes.find((b) => pointerY >= b.top && pointerY <= b.bottom) || boxes[0];
      const side = Math.max(16, Math.min(box.left, root.clientWidth - card.offsetWidth - 16));
      const above = box.bottom + card.offsetHeight + 8 > innerHeight && box.top > card.offsetHeight + 8;
      const top = above ? box.top - card.offsetHeight - 6 : box.bottom + 6;
      const start = root.dir === "rtl" ? root.clientWidth - side - card.offsetWidth : side;
      card.style.insetInlineStart = `${start}px`;
      card.style.insetBlockStart = `${top + scrollY}px`;
    };

    async function show(link) {
      wanted = link;
      const entry = (await load()).get(link.dataset.term);
      if (wanted !== link) return Boolean(entry);
      hide();
      if (!entry) return false;
      if (!card) build();
      card.term.textContent = entry.term;
      card.short.textContent = entry.abbreviation || "";
      card.text.replaceChildren(...entry.definition.map(part));
      card.more.href = link.href;
      card.hidden = false;
      owner = link;
      owner.setAttribute("aria-describedby", card.text.id);
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

    document.addEventListener("pointerover", (event) => {
      if (event.pointerType === "touch") return;
      const link = termOf(event.target);
      pointerY = event.clientY;
      if (link && link !== owner) {
        load();
        later(() => show(link));
      } else if (link || ours(event.target)) clearTimeout(waiting);
      else later(() => ours(document.activeElement) || hide());
    });
    document.addEventListener("focusin", (event) => {
      const link = termOf(event.target);
      pointerY = NaN;
      if (link && link !== tapped && link.matches(":focus-visible")) show(link);
      else if (!ours(event.target)) hide();
    });
    document.addEventListener("keydown", (event) => event.key === "Escape" && hide());
    document.addEventListener("pointerdown", (event) => {
      /* A finger has a width; a screen reader that acts for it has none, and follows the link. */
      tapped = event.pointerType === "touch" && event.width ? termOf(event.target) : null;
      pointerY = event.clientY;
      if (!ours(termOf(event.target) || event.target)) hide();
    });
    document.addEventListener("click", (event) => {
      const link = tapped;
      tapped = null;
      if (!link || link === owner || event.ctrlKey || event.metaKey || !link.contains(event.target)) return;
      event.preventDefault();
      show(link).then((shown) => shown || location.assign(link.href));
    });
  }

  /* Search. Its scripts and data are fetched when somebody is about to search; the dialog opens at
     once, and what was typed by then is searched for when they are there. */
  function search(button) {
    const dialog = document.querySelector(".lpsa-dialog");
    const [, close] = dialog.querySelectorAll("[role=combobox], .lpsa-dialog__close");
    const slash = dialog.querySelector("[type=checkbox]");
    let fetched = false;
    const load = () => {
      if (fetched) return;
      fetched = true;
      ["lpsa-match.js", "lpsa-search.js"].forEach(more);
      const terms = new URL(`data/search/terms.${root.lang}.json`, new URL(dialog.dataset.root, location));
      const link = { rel: "preload", as: "fetch", crossOrigin: "anonymous", href: terms.href };
      document.head.append(Object.assign(document.createElement("link"), link)); /* at the same time */
    };
    const open = () => {
      load();
      if (!dialog.open) dialog.showModal();
    };
    button.addEventListener("focus", load);
    button.addEventListener("pointerdown", load);
    button.addEventListener("click", open);
    close.addEventListener("click", () => dialog.close());
    dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());

    /* A key of one character can be switched off (WCAG 2.1.4). */
    try {
      slash.checked = localStorage.getItem("lpsa-slash") !== "off";
      slash.addEventListener("change", () => localStorage.setItem("lpsa-slash", slash.checked ? "on" : "off"));
    } catch {
      /* Without storage the choice lasts as long as the page. */
    }
    document.addEventListener("keydown", (event) => {
      const key = event.key.toLowerCase();
      const typing = event.target.closest("input, textarea, select, [contenteditable]");
      const control = event.ctrlKey || event.metaKey;
      const meant = control ? key === "k" && !event.shiftKey : key === "/" && slash.checked && !typing;
      if (!meant || event.altKey || event.defaultPrevented) return;
      event.preventDefault();
      open();
    });
  }

  /* Beside what is worth copying, a button that does it. */
  function copying(thing) {
    if (!navigator.clipboard) return;
    const name = thing.closest("dl > div").querySelector("dt").textContent;
    const { lpsaCopy: word, lpsaCopied: done } = thing.dataset;
    const button = document.createElement("button");
    const status = document.createElement("span");
    button.type = "button";
    button.className = "lpsa-copy";
    button.textContent = word;
    button.setAttribute("aria-label", `${word}: ${name}`);
    status.setAttribute("role", "status");
    button.addEventListener("click", () =>
      navigator.clipboard.writeText(thing.textContent.trim().replace(/\s+/g, " ")).then(() => {
        status.textContent = done;
        setTimeout(() => (status.textContent = ""), 4000);
      }),
    );
    thing.after(" ", button, " ", status);
  }

  document.addEventListener("DOMContentLoaded", () => {
    const each = (selector, start) => document.querySelectorAll(selector).forEach(start);
    each(".lpsa-colors", colors);
    each(".lpsa-menu", menu);
    each("form[data-lpsa-filter]", filter);
    each(".lpsa-find--dialog", search);
    each("[data-lpsa-copy]", copying);
    if (document.querySelector("[data-lpsa-sort]")) more("lpsa-tables.js");
    if (document.querySelector("[data-lpsa-compare]")) more("lpsa-compare.js");
    if (document.querySelector("[data-lpsa-score-card]"))
      for (const name of ["scoring", "card-yaml", "card-files", "card-xlsx", "card"]) more(`lpsa-${name}.js`);
    cards();
  });
})();
