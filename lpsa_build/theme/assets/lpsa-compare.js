/* Two to four assessments side by side, as the address names them: ?a=valoria-2022&b=valoria-2025.
   Their scores are fetched from the data files beside the page. Places stay as they were chosen, and
   each score stands on the scale of its own item. Items are sorted by the scores of a place only where
   the framework lets its scores be compared. Texts get into the page as text, never as HTML. */
(() => {
  "use strict";
  const form = document.querySelector("form[data-lpsa-compare]");
  const place = document.querySelector(".lpsa-compared");
  const status = form.querySelector("[role=status]");
  const choices = [...form.querySelectorAll("select")];
  const words = form.dataset;
  const said = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
  const SVG = "http://www.w3.org/2000/svg";
  const fetched = new Map();
  let newest = 0;

  const read = (id) => {
    if (!fetched.has(id))
      fetched.set(
        id,
        fetch(`${words.lpsaCompare}${id}.json`).then((answer) => {
          if (!answer.ok) throw new Error(answer.status);
          return answer.json();
        }),
      );
    return fetched.get(id);
  };
  const number = (text) => {
    const [over, under = 1] = text.split("/").map(Number);
    return over / under;
  };
  const positionOf = (figures) => {
    if (figures.points === null || figures.low === null || figures.high === null) return null;
    const [low, high] = [number(figures.low), number(figures.high)];
    return high === low ? 1 : (number(figures.points) - low) / (high - low);
  };
  const make = (name, className, parent, text) => {
    const element = document.createElement(name);
    if (className) element.className = className;
    if (text !== undefined) element.textContent = text;
    parent.append(element);
    return element;
  };

  function score(cell, figures, part) {
    const position = positionOf(figures);
    const step = position === null ? (figures.score ? "none" : "missing") : position && Math.max(1, Math.round(position * 3));
    make("span", `lpsa-result lpsa-score--${step}`, cell, figures.score ?? "–");
    if (part && figures.rated < figures.of) make("small", "", cell, said(words.rated, figures));
  }

  /* The marks of all chosen places on the scale of one item, each in a line of its own. */
  function strip(cell, row, names) {
    const svg = document.createElementNS(SVG, "svg");
    const rtl = document.documentElement.dir === "rtl";
    const draw = (kind, d) => {
      const path = document.createElementNS(SVG, "path");
      path.setAttribute("class", kind);
      path.setAttribute("d", d);
      svg.append(path);
    };
    svg.setAttribute("class", "lpsa-chart lpsa-strip");
    svg.setAttribute("viewBox", `0 0 144 ${8 * row.length + 4}`);
    svg.setAttribute("role", "img");
    const title = document.createElementNS(SVG, "title");
    title.textContent = row
      .map((figures, i) => said(words.place, { name: names[i], score: figures.score ?? "–" }))
      .join("; ");
    svg.append(title);
    row.forEach((figures, i) => {
      const y = 8 * i + 6;
      const position = positionOf(figures);
      draw(position === null ? "gap" : "track", `M6 ${y}h132`);
      if (position === null) return;
      const x = Math.round(rtl ? 138 - 132 * position : 6 + 132 * position);
      const shapes = [`M${x} ${y}h0`, `M${x - 3} ${y - 3}h6v6h-6z`, `M${x - 4} ${y + 3}h8l-4-7z`, `M${x - 4} ${y}h8m-4-4v8`];
      draw(`m${i}`, shapes[i]);
    });
    cell.append(svg);
  }

  function table(ids, answers) {
    const region = document.createElement("div");
    region.className = "lpsa-scroll";
    region.tabIndex = 0;
    region.setAttribute("role", "region");
    region.setAttribute("aria-label", words.caption);
    const made = make("table", "lpsa-table lpsa-table--side", region);
    make("caption", "", made, words.caption);
    const head = make("tr", "", make("thead", "", made));
    let body = make("tbody", "", made);
    make("th", "", head, words.item);
    const options = ids.map((id) => choices[0].querySelector(`option[value="${CSS.escape(id)}"]`));
    const names = options.map((option) => option.textContent);
    options.forEach((option) => {
      const cell = make("th", "", head, `${option.textContent} `);
      make("span", `lpsa-badge lpsa-badge--${option.dataset.kind}`, cell, option.dataset.status);
    });
    make("th", "", head, words.scale);
    head.querySelectorAll("th").forEach((cell) => (cell.scope = "col"));
    const line = (label, text, row, group, depth = 0) => {
      const tr = make("tr", group ? "lpsa-group" : "", body);
      tr.dataset.depth = depth;
      const th = make("th", "", tr);
      make("b", "", th, label);
      th.scope = "row";
      if (text) make("span", "", th, ` ${text}`);
      row.forEach((figures) => {
        const cell = make("td", "", tr);
        cell.dataset.value = positionOf(figures) ?? "";
        if (figures.low !== null || !figures.aggregation) score(cell, figures, figures.aggregation);
      });
      const cell = make("td", "", tr);
      cell.dataset.value = "";
      if (row[0].low !== null) strip(cell, row, names);
    };
    const { items } = answers[0].result;
    const levels = [...new Set(items.map((item) => item.level))]; /* an item stands after what it is part of */
    items.forEach((item, i) => {
      const row = answers.map((answer) => answer.result.items[i]);
      line(item.code, item.title, row, item.aggregation, levels.indexOf(item.level));
    });
    if (answers.every((answer) => answer.result.overall)) {
      body = make("tbody", "", made);
      line(words.overall, "", answers.map((answer) => answer.result.overall), true);
    }
    if ("sorted" in words) lpsaTables.sortable(made);
    return region;
  }

  async function show() {
    const ids = [...new Set(choices.map((choice) => choice.value).filter(Boolean))];
    const turn = ++newest;
    if (ids.length < 2) return place.replaceChildren();
    try {
      const answers = await Promise.all(ids.map(read));
      if (turn === newest) place.replaceChildren(table(ids, answers));
    } catch {
      status.textContent = words.failed;
      fetched.clear();
    }
  }

  form.addEventListener("change", () => {
    const address = new URL(location);
    for (const choice of choices)
      choice.value ? address.searchParams.set(choice.name, choice.value) : address.searchParams.delete(choice.name);
    history.replaceState(history.state, "", address);
    status.textContent = "";
    show();
  });
  form.addEventListener("submit", (event) => event.preventDefault());

  const asked = new URLSearchParams(location.search);
  const unknown = [];
  for (const choice of choices) {
    const id = asked.get(choice.name) ?? "";
    choice.value = id;
    if (choice.value !== id) unknown.push(id);
    if (choice.selectedIndex < 0) choice.value = "";
  }
  if (unknown.length) status.textContent = unknown.map((id) => said(words.unknown, { id })).join(" ");
  form.hidden = false;
  show();
})();
