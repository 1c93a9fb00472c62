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
    head.textContent = `${number}. ${cells[1].textContent}: ${cells[2].textContent}`;
    const about = document.createElement("p");
    about.textContent = [cells[3], cells[4], cells[5]].map((cell) => cell.textContent).filter(Boolean).join(", ");
    article.append(head, about);
    for (const part of cells[6].children) article.append(part.cloneNode(true));
    for (const link of article.querySelectorAll('a[href^="#w-"]')) article.append(passage(link.hash.slice(1)));
    return article;
  }

  function passage(anchor) {
    const mark = byId(anchor);
    const box = document.createElement("details");
    const summary = document.createElement("summary");
    summary.textContent = "Words around it in the source";
    box.append(summary);
    box.append(around(mark));
    box.open = true;
    return box;
  }

  // The paragraph of a quote with the one before and the one after, in which only this quote is marked.
  function around(mark) {
    const here = mark.closest("p");
    const quote = mark.id.split("-").pop();
    const box = document.createElement("div");
    box.className = "passage";
    for (const paragraph of [here.previousElementSibling, here, here.nextElementSibling]) {
      if (!paragraph) continue;
      const copy = paragraph.cloneNode(true);
      for (const link of copy.querySelectorAll(".more")) link.remove();
      for (const other of copy.querySelectorAll("mark")) {
        other.removeAttribute("id");
        if (!other.dataset.quotes.split(" ").includes(quote)) {
          other.replaceWith(...other.childNodes);
        }
      }
      box.append(copy);
    }
    return box;
  }

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-facts]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    cameFrom = link;
    shown.replaceChildren(...link.dataset.facts.split(" ").map(card));
    dialog.showModal();
    dialog.scrollTop = 0;
  });
  // What a letter stands for is said once, for screen readers; a pointer gets the same words when it comes near.
  document.addEventListener("pointerover", (event) => {
    const link = event.target.closest("td a[data-facts]");
    const words = link && link.querySelector(".hidden");
    if (words && !link.title) link.title = words.textContent.replace(/^: /, "");
  });
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
  const rows = [...document.querySelectorAll("main tbody tr")].map((row) => ({
    row,
    fact: Boolean(row.closest("#t-facts")),
    hidden: false,
    cells: [...row.querySelectorAll("td[data-status]")].map((cell) => ({
      cell,
      status: cell.dataset.status.split(" "),
      basis: (cell.dataset.basis || "").split(" "),
      dim: false,
    })),
  }));
  const texts = new Map();

  function textOf(row) {
    if (!texts.has(row)) texts.set(row, row.textContent.toLowerCase());
    return texts.get(row);
  }

  function chosen() {
    return Object.fromEntries(fields.map((name) => [name, form.elements[name].value.trim()]));
  }

  function isHidden({ row, fact }, by) {
    const data = row.dataset;
    if (by.system && data.system && data.system !== by.system) return true;
    if (by.place && data.place && data.place !== by.place) return true;
    if (!fact) return false;
    if (by.place && !data.place && data.system !== by.place.split("/")[0]) return true;
    if (by.status && data.status !== by.status) return true;
    if (by.basis && data.basis !== by.basis) return true;
    if (by.since && !(Number(data.year) >= Number(by.since))) return true;
    return Boolean(by.search) && !textOf(row).includes(by.search.toLowerCase());
  }

  function apply() {
    const by = chosen();
    let facts = 0;
    for (const one of rows) {
      const hidden = isHidden(one, by);
      if (hidden !== one.hidden) one.row.hidden = one.hidden = hidden;
      if (one.fact && !hidden) facts += 1;
      for (const held of one.cells) {
        const other = by.status && !held.status.includes(by.status);
        const dim = Boolean(other || (by.basis && !held.basis.includes(by.basis)));
        if (dim !== held.dim) held.cell.classList.toggle("dim", (held.dim = dim));
      }
    }
    const any = fields.some((name) => by[name]);
    byId("found").textContent = any ? `${facts} facts fit.` : "";
    return any;
  }

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
    apply();
  }

  form.addEventListener("input", () => remember(apply()));
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(() => remember(apply())));
  addEventListener("hashchange", recall);
  recall();
})();
