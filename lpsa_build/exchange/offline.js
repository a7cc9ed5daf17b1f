/* In the copy of the site for reading without a server: data come from scripts, since browsers
   fetch nothing from a disk, and a link to a folder leads to the page in it. */
(() => {
  "use strict";
  const root = new URL("../", document.currentScript.src).href;
  const waiting = new Map();

  /* Called by each data script. */
  window.lpsaOffline = (address, data) => waiting.get(address)(data);

  window.fetch = (url) =>
    new Promise((resolve, reject) => {
      const address = new URL(url, location).href.replace(root, "");
      const script = document.createElement("script");
      waiting.set(address, (data) => resolve({ ok: true, json: async () => data }));
      script.onerror = () => reject(new TypeError(address));
      script.src = root + address.replace(/json$/, "js");
      document.head.append(script);
    });

  const completed = (event) => {
    const link = event.target.closest && event.target.closest("a[href]");
    if (link && link.href.startsWith(root) && link.pathname.endsWith("/")) link.pathname += "index.html";
  };
  for (const name of ["pointerdown", "click"]) document.addEventListener(name, completed, true);
})();
