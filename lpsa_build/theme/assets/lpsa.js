/* What scripts add to every page: colors to choose, a menu, buttons that copy, and the scripts of what
   only some pages have. Without it every page can be read and every link works.
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
      /* At the same time; in the copy on a disk nothing can be fetched. */
      if (location.protocol !== "file:") document.head.append(Object.assign(document.createElement("link"), link));
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
    each(".lpsa-find--dialog", search);
    each("[data-lpsa-copy]", copying);
    const parts = { sort: ["tables"], compare: ["compare"], list: ["list"],
      "score-card": ["scoring", "card-yaml", "card-files", "card-xlsx", "score-card"] };
    for (const part in parts)
      if (document.querySelector(`[data-lpsa-${part}]`)) parts[part].forEach((name) => more(`lpsa-${name}.js`));
    if (document.querySelector("a.term")) more("lpsa-card.js");
  });
})();
