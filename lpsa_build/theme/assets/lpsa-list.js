/* The filter of the A-Z: by words in any language, and by theme, status, translation, dispute. What is
   chosen stands in the address, so that it can be kept, sent, and undone by going back. */
(() => {
  "use strict";
  const form = document.querySelector("[data-lpsa-list]");
  const { q: field, contested } = form.elements;
  const selects = [...form.querySelectorAll("select")];
  const reset = form.querySelector("[type=reset]");
  const status = form.querySelector("[data-lpsa-count]");
  const items = [...document.querySelectorAll("#lpsa-az li")];
  const sections = [...document.querySelectorAll("#lpsa-az section")];
  const letters = new Map([...document.querySelectorAll(".lpsa-letters a")].map((a) => [decodeURI(a.hash), a.parentNode]));
  let rows, waiting;

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

  /* Words, theme, status, languages and dispute of each item; without the data, what is on the page. */
  const load = () => {
    rows =
      rows ||
      fetch(new URL(form.dataset.lpsaList, location))
        .then((answer) => (answer.ok ? answer.json() : Promise.reject()))
        .catch(() => items.map((item) => [item.textContent]))
        .then((all) => all.map(([words, ...facets]) => [wordsOf(words).join(" "), ...facets]));
    return rows;
  };
  const chosen = () => Object.fromEntries([...new FormData(form)].filter(([, value]) => value.trim()));

  async function apply() {
    const { q = "", domain, status: state, language, contested: disputed } = chosen();
    const typed = wordsOf(q);
    const narrowed = Object.keys(chosen()).length > 0;
    reset.hidden = !narrowed;
    const all = narrowed ? await load() : [];
    items.forEach((item, i) => {
      const [words, ofDomain, ofStatus, languages = "", dispute] = all[i] || [""];
      item.hidden =
        narrowed &&
        !(
          typed.every((word) => words.includes(word)) &&
          (!domain || domain === ofDomain) &&
          (!state || state === ofStatus) &&
          (!language || languages.split(" ").includes(language)) &&
          (!disputed || dispute)
        );
    });
    for (const section of sections) {
      section.hidden = !section.querySelector("li:not([hidden])");
      const letter = letters.get("#" + section.getAttribute("aria-labelledby"));
      if (letter) letter.hidden = section.hidden;
    }
    clearTimeout(waiting);
    waiting = setTimeout(tell, 300, narrowed);
  }
  function tell(narrowed) {
    const shown = items.filter((item) => !item.hidden).length;
    status.textContent = narrowed ? status.dataset.lpsaCount.replace("{n}", shown).replace("{all}", items.length) : "";
  }

  /* A choice is a step that one can go back; typing is not, or every letter would be one. */
  function keep(step) {
    const address = new URL(location);
    address.search = new URLSearchParams(chosen());
    if (address.href !== location.href) history[step](history.state, "", address);
  }
  function restore() {
    const asked = new URLSearchParams(location.search);
    for (const element of [field, ...selects]) element.value = asked.get(element.name) || "";
    for (const select of selects) if (select.selectedIndex < 0) select.value = "";
    contested.checked = asked.has("contested");
    apply();
  }

  form.addEventListener("focusin", load);
  form.addEventListener("input", (event) => {
    apply();
    keep(event.target === field ? "replaceState" : "pushState");
  });
  form.addEventListener("reset", () =>
    setTimeout(() => {
      apply();
      keep("pushState");
      field.focus();
    }),
  );
  field.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    field.value = "";
    apply();
    keep("replaceState");
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const first = items.find((item) => !item.hidden);
    if (first) first.querySelector("a").focus();
  });
  addEventListener("popstate", restore);
  form.hidden = false;
  restore();
})();
