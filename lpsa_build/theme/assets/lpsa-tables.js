/* Tables that can be sorted. Each column head becomes a button, or has one beside its link: first
   upwards, then downwards, then as the page had it. Lines stay with the item that they are part of;
   what has no score comes last. */
(() => {
  "use strict";
  const collator = new Intl.Collator(document.documentElement.lang, { numeric: true });

  /* The lines as a tree, by their depth. */
  function treeOf(rows) {
    const root = { parts: [], depth: -1 };
    const path = [root];
    for (const row of rows) {
      const node = { row, parts: [], depth: Number(row.dataset.depth || 0) };
      while (path.at(-1).depth >= node.depth) path.pop();
      path.at(-1).parts.push(node);
      path.push(node);
    }
    return root;
  }

  function inOrder(node, compare) {
    const parts = compare ? [...node.parts].sort(compare) : node.parts;
    return parts.flatMap((part) => [part.row, ...inOrder(part, compare)]);
  }

  const valueOf = (row, column) => {
    const cell = row.cells[column];
    if (cell.dataset.value !== undefined) return cell.dataset.value === "" ? null : Number(cell.dataset.value);
    return cell.textContent.trim() || null;
  };

  function comparison(column, sign) {
    return (one, other) => {
      const [a, b] = [valueOf(one.row, column), valueOf(other.row, column)];
      if (a === null || b === null) return (a === null) - (b === null);
      return sign * (typeof a === "number" && typeof b === "number" ? a - b : collator.compare(a, b));
    };
  }

  function sortable(table) {
    const body = table.tBodies[0];
    const tree = treeOf(body.rows);
    const heads = [...table.tHead.rows[0].cells];
    if (body.rows.length < 2) return;
    heads.forEach((head, column) => {
      if ([...body.rows].every((row) => valueOf(row, column) === null)) return;
      const button = document.createElement("button");
      const [link, badge] = [head.querySelector("a"), head.querySelector(".lpsa-badge")];
      button.type = "button";
      button.className = "lpsa-sort";
      if (link) button.setAttribute("aria-label", table.dataset.lpsaSort.replace("{name}", () => link.textContent));
      else button.append(...[...head.childNodes].filter((node) => node !== badge));
      link ? head.append(button) : head.prepend(button);
      button.addEventListener("click", () => {
        const next = { ascending: "descending", descending: "" }[head.getAttribute("aria-sort")] ?? "ascending";
        heads.forEach((other) => other.removeAttribute("aria-sort"));
        if (next) head.setAttribute("aria-sort", next);
        const compare = next && comparison(column, next === "ascending" ? 1 : -1);
        body.append(...inOrder(tree, compare));
      });
    });
  }

  document.querySelectorAll("table[data-lpsa-sort]").forEach(sortable);
  globalThis.lpsaTables = { sortable };
})();
