"use strict";
(() => {
  const byId = (id) => document.getElementById(id);
  const dialog = byId("evidence");
  const shown = byId("evidence-facts");
  const form = byId("filter");
  let cameFrom = null;

  document.documentElement.classList.add("js");
  form.hidden = false;

  // A fact's row in the table of facts is the one place that holds it; the dialog shows it once more.
  function card(number) {
    const row = byId(`f-${number}`);
    const article = document.createElement("article");
    const head = document.createElement("h3");
    const cells = row.cells;
    const codes = [...cells[2].querySelectorAll(".rule")].map((one) => one.textContent);
    const words = cells[2].cloneNode(true);
    for (const code of words.querySelectorAll(".rule")) code.remove();
    head.textContent = `${number}. ${cells[1].textContent}: ${words.textContent.trim()}`;
    const about = document.createElement("p");
    about.textContent = [cells[3], cells[4], cells[5]].map((cell) => cell.textContent).filter(Boolean).join(", ");
    const rule = document.createElement("p");
    rule.className = "rule";
    rule.textContent = codes.join(" ");
    article.append(head, about, rule);
    for (const part of cells[6].children) article.append(part.cloneNode(true));
    for (const marks of together(article.querySelectorAll('a[href^="#w-"]'))) article.append(passage(marks));
    return article;
  }

  // Quotes within one paragraph, or one row of a sheet, are shown in it together.
  function together(links) {
    const found = new Map();
    for (const link of links) {
      const mark = byId(link.hash.slice(1));
      const home = mark.closest("tr, p");
      found.set(home, [...(found.get(home) || []), mark]);
    }
    return found.values();
  }

  function passage(marks) {
    const box = document.createElement("details");
    const summary = document.createElement("summary");
    summary.textContent = "Words around it in the source";
    box.append(summary);
    box.append(around(marks));
    box.open = true;
    return box;
  }

  // The paragraph of a quote with the one before and the one after, or the row of its cell with the headings over
  // it, in which only these quotes are marked.
  function around(marks) {
    const [mark] = marks;
    const quotes = marks.map((one) => one.id.split("-").pop());
    const box = document.createElement("div");
    box.className = "passage";
    box.append(...(mark.closest("tr") ? sheetRow(mark.closest("tr")) : paragraphs(mark.closest("p"))));
    for (const link of box.querySelectorAll(".more")) link.remove();
    for (const other of box.querySelectorAll("mark")) {
      other.removeAttribute("id");
      if (!other.dataset.quotes.split(" ").some((one) => quotes.includes(one))) other.replaceWith(...other.childNodes);
    }
    return box;
  }

  function paragraphs(here) {
    return [here.previousElementSibling, here, here.nextElementSibling].filter(Boolean).map((one) => one.cloneNode(true));
  }

  // A row is shown as a column, which fits any screen.
  function sheetRow(here) {
    let heads = here.previousElementSibling;
    while (heads && !heads.classList.contains("heading")) heads = heads.previousElementSibling;
    const table = document.createElement("table");
    table.className = "sheet";
    [...here.cells].slice(1).forEach((cell, at) => {
      const [address, ...words] = cell.cloneNode(true).childNodes;
      if (!address) return;
      const row = table.insertRow();
      const head = document.createElement("th");
      head.scope = "row";
      head.append(address, ...(heads ? [...heads.cells[at + 1].cloneNode(true).childNodes].slice(1) : []));
      row.append(head);
      row.insertCell().append(...words);
    });
    return [table];
  }

  // What a link to facts stands for, and their number: its row and column in a table of places, the first cells of
  // its row in a list, and what a mark of a picture says.
  function about(link) {
    const cell = link.closest("td");
    if (!cell) return link.getAttribute("aria-label");
    const { length } = link.dataset.facts.split(" ");
    const table = cell.closest("table");
    const { cells } = cell.parentElement;
    const named = table.matches(".compact") ? [cells[0], table.tHead.rows[0].cells[cell.cellIndex]] : [...cells].slice(0, 3);
    const words = named.filter((one) => one !== cell && !one.matches(".numeric")).map((one) => one.textContent.trim());
    return `${words.filter(Boolean).join(", ")}: ${length} ${length === 1 ? "fact" : "facts"}`;
  }

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-facts]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    cameFrom = link;
    byId("h-evidence").textContent = about(link);
    shown.replaceChildren(...link.dataset.facts.split(" ").map(card));
    dialog.showModal();
    dialog.scrollTop = 0;
  });
  // What a letter stands for is said once, for screen readers; a pointer gets the same words when it comes near.
  document.addEventListener("pointerover", (event) => {
    const said = event.target.closest("td [aria-label], .picture a");
    if (!said || said.title || said.querySelector("title")) return;
    if (said instanceof HTMLElement) said.title = said.getAttribute("aria-label");
    else said.prepend(titled(said.getAttribute("aria-label")));
  });
  const titled = (words) => {
    const title = document.createElementNS("http://www.w3.org/2000/svg", "title");
    title.textContent = words;
    return title;
  };
  byId("close").addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => cameFrom && cameFrom.focus());
  dialog.addEventListener("click", (event) => {
    const link = event.target.closest('a[href^="#"]');
    if (event.target === dialog) dialog.close();
    if (!link) return;
    cameFrom = null;
    dialog.close();
  });

  // What is folded away is opened for a link that leads into it; notes are opened for paper.
  const unfold = (inside) => {
    for (let box = inside && inside.closest("details"); box; box = box.parentElement.closest("details")) box.open = true;
  };
  addEventListener("beforeprint", () => document.querySelectorAll(".notes").forEach((box) => (box.open = true)));
  addEventListener("hashchange", () => unfold(byId(location.hash.slice(1))));
  unfold(byId(location.hash.slice(1)));

  const fields = ["system", "place", "status", "basis", "since", "search"];
  const AT_ONCE = 200;
  const facts = [...byId("t-facts").tBodies[0].rows].map((row) => ({ row, text: "", out: false, later: false, ...row.dataset }));
  const more = byId("more-facts");
  let listed = AT_ONCE;
  // What an address asks for and the page does not have.
  let unknown = [];
  // Rules of one sheet hide rows and dim cells of the other tables: the browser then looks only at what is in sight.
  const view = new CSSStyleSheet();
  document.adoptedStyleSheets = [view];

  function chosen() {
    return Object.fromEntries(fields.map((name) => [name, form.elements[name].value.trim()]));
  }

  const is = (name, value) => `[data-${name}="${CSS.escape(value)}"]`;
  const has = (name, value) => `[data-${name}~="${CSS.escape(value)}"]`;

  function rulesOf(by) {
    const row = (name) => `main tr[data-${name}]:not(${is(name, "")}, ${is(name, by[name])}) { display: none; }`;
    const cell = (name) => `main td[data-status]:not(${has(name, by[name])}) { background: none; outline: 0; }`;
    const rules = (names, rule) => names.filter((name) => by[name]).map(rule);
    return [...rules(["system", "place"], row), ...rules(["status", "basis"], cell)].join("\n");
  }

  function fits(fact, by) {
    if (by.system && fact.system && fact.system !== by.system) return false;
    if (by.place && (fact.place || fact.system) !== (fact.place ? by.place : by.place.split("/")[0])) return false;
    if (by.status && fact.status !== by.status) return false;
    if (by.basis && fact.basis !== by.basis) return false;
    if (by.since && !(Number(fact.year) >= Number(by.since))) return false;
    return !by.search || textOf(fact).includes(by.search.toLowerCase());
  }

  function textOf(fact) {
    fact.text ||= fact.row.textContent.toLowerCase();
    return fact.text;
  }

  // Of the facts that fit some are listed at once, for speed; the others on demand, and on paper.
  function list(by) {
    let found = 0;
    for (const fact of facts) {
      const out = !fits(fact, by);
      if (!out) found += 1;
      const later = !out && found > listed;
      if (out !== fact.out) fact.row.hidden = fact.out = out;
      if (later !== fact.later) fact.row.classList.toggle("later", (fact.later = later));
    }
    more.hidden = found <= listed;
    more.textContent = `The first ${listed} of ${found} facts are listed: list ${AT_ONCE} more`;
    return found;
  }

  function apply() {
    const by = chosen();
    const any = fields.some((name) => by[name]);
    view.replaceSync(rulesOf(by));
    const found = list(by);
    const whole = "Counts, pictures and “In short” are of all places.";
    byId("found").textContent = [...unknown, ...(any ? [`${found} facts fit.`, whole] : [])].join(" ");
    return any;
  }

  more.addEventListener("click", () => {
    const last = facts.findLast((fact) => !fact.out && !fact.later);
    listed += AT_ONCE;
    list(chosen());
    last.row.querySelector("a")?.focus();
  });

  // The address keeps the view, so that it can be handed on.
  function remember(any) {
    const by = chosen();
    const view = new URLSearchParams(Object.entries(by).filter(([, value]) => value));
    history.replaceState(null, "", any ? `#view?${view}` : "#content");
  }

  function recall() {
    if (!location.hash.startsWith("#view?")) return;
    const view = new URLSearchParams(location.hash.slice(6));
    for (const name of fields) form.elements[name].value = view.get(name) || "";
    unknown = fields
      .filter((name) => view.get(name) && !form.elements[name].value)
      .map((name) => `This page has no ${name} “${view.get(name)}”.`);
    apply();
  }

  form.addEventListener("input", () => {
    listed = AT_ONCE;
    unknown = [];
    remember(apply());
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => {
    unknown = [];
    setTimeout(() => remember(apply()));
  });
  addEventListener("hashchange", recall);
  apply();
  recall();
})();
