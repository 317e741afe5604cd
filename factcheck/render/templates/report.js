// Without this the page shows everything at once; with it, one finding at a time, beside the words it rests on.
(() => {
  "use strict";
  const page = document.documentElement;
  page.classList.add("js");
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const one = (selector, root = document) => root.querySelector(selector);
  const cards = all(".card");
  const reports = all(".report");
  const framed = window.parent !== window;
  let signer = "";

  // What stands where: a place is shown in its column, and the column in the window.
  const wide = () => window.matchMedia("(min-width: 62.01rem)").matches;
  const still = () => window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  function reveal(place, follow) {
    const column = place.closest(".report");
    if (!column) return;
    bring(reports.indexOf(column));
    if (wide()) {
      const way = place.getBoundingClientRect().top - column.getBoundingClientRect().top;
      column.scrollTo({ top: column.scrollTop + way - column.clientHeight * 0.33, behavior: still() ? "auto" : "smooth" });
      if (follow) one(".columns").scrollIntoView({ block: "nearest", behavior: still() ? "auto" : "smooth" });
    } else if (follow) {
      place.scrollIntoView({ block: "center" });
    }
  }

  // Of more than two reports two are shown; `slots` are their numbers, in the order of their columns.
  let slots = [0, 1];
  let draft = -1;
  const several = reports.length > 2;
  function lay() {
    if (!several) return;
    reports.forEach((report, number) => {
      report.classList.toggle("away", !slots.includes(number));
      report.style.order = String(slots.indexOf(number));
    });
    slots.forEach((number) => { one(".pick", reports[number]).value = String(number); });
  }
  function bring(number) {
    if (!several || slots.includes(number)) return;
    slots[1] = number;
    lay();
  }
  function pick(event) {
    const here = reports.indexOf(event.target.closest(".report"));
    const wanted = Number(event.target.value);
    const slot = slots.indexOf(here);
    const other = slots.indexOf(wanted);
    if (other >= 0) slots[other] = here;
    slots[slot] = wanted;
    lay();
    one(".pick", reports[wanted]).focus();
  }
  function choose(button) {
    const number = reports.findIndex((report) => report.dataset.letter === button.dataset.letter);
    draft = draft === number ? -1 : number;
    all(".draft").forEach((other) => other.setAttribute("aria-pressed", String(draft >= 0 && other === button)));
    if (draft >= 0) slots = [draft, slots.find((shown) => shown !== draft)];
    lay();
    // The draft's column stands first, the others as they were.
    all(".matrix tr").forEach((row) => {
      const cells = all("[data-report]", row).sort((a, b) =>
        (Number(b.dataset.report) === draft) - (Number(a.dataset.report) === draft) || a.dataset.report - b.dataset.report);
      cells.forEach((cell) => {
        row.insertBefore(cell, row.lastElementChild);
        cell.classList.toggle("is-draft", Number(cell.dataset.report) === draft);
      });
    });
  }

  // The findings.
  function open(card, follow) {
    cards.forEach((other) => {
      const chosen = other === card && !(follow && other.classList.contains("open") && follow === "toggle");
      other.classList.toggle("open", chosen);
      one(".head", other).setAttribute("aria-expanded", String(chosen));
    });
    all(".c.active").forEach((mark) => mark.classList.remove("active"));
    meet("");
    if (!card || !card.classList.contains("open")) return;
    const marks = all(`.c[data-findings~="${card.dataset.number}"]`);
    marks.forEach((mark) => mark.classList.add("active"));
    const seen = new Set();
    all(".where", card).forEach((link) => {
      const place = document.getElementById(link.hash.slice(1));
      const column = place && place.closest(".report");
      if (!column || seen.has(column) || seen.size === 2) return;
      seen.add(column);
      if (several && !slots.includes(reports.indexOf(column))) slots[seen.size - 1] = reports.indexOf(column);
    });
    lay();
    const shown = new Set();
    all(".where", card).forEach((link) => {
      const place = document.getElementById(link.hash.slice(1));
      const column = place && place.closest(".report");
      if (!column || shown.has(column) || !seen.has(column)) return;
      shown.add(column);
      if (wide()) reveal(place, Boolean(follow));
    });
  }
  const visible = () => cards.filter((card) => !card.hidden);
  function filter() {
    const severities = all(".chip").filter((chip) => chip.getAttribute("aria-pressed") === "true").map((chip) => chip.dataset.severity);
    const category = one("#by-category")?.value || "";
    const report = one("#by-report")?.value || "";
    cards.forEach((card) => {
      const { severity, category: kind, reports: told } = card.dataset;
      card.hidden = !severities.includes(severity) || (category && kind !== category) || (report && !told.split(" ").includes(report));
    });
    all(".group").forEach((group) => { group.hidden = !all(".card", group).some((card) => !card.hidden); });
    all(".c.on").forEach((mark) => mark.classList.toggle("off", mark.dataset.findings.split(" ").every((n) => document.getElementById(`f${n}`).hidden)));
    tally();
  }
  function tally() {
    const line = one(".tally");
    if (!line) return;
    const done = cards.filter((card) => card.classList.contains("settled")).length;
    const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
    const parts = [];
    if (visible().length < cards.length) parts.push(fill(line.dataset.shown, { shown: visible().length, all: cards.length }));
    if (done) parts.push(fill(line.dataset.checked, { done, all: cards.length }));
    line.textContent = parts.join(" · ");
  }

  // What the editor decides stays on this page; a page around it is told.
  function settle(card, state) {
    card.classList.toggle("settled", Boolean(state));
    one(".state", card).textContent = state || "";
    tally();
    if (!framed) return;
    const checked = cards.filter((c) => one(".check", c).getAttribute("aria-pressed") === "true").map((c) => c.dataset.fingerprint);
    const dismissed = cards.filter((c) => c.dataset.reason).map((c) => ({ fingerprint: c.dataset.fingerprint, reason: c.dataset.reason, by: c.dataset.by }));
    window.parent.postMessage({ factcheck: "state", done: checked, dismissed }, "*");
  }
  async function copy(button, text) {
    const told = button.textContent;
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      const area = document.createElement("textarea");
      area.value = text;
      document.body.append(area);
      area.select();
      document.execCommand("copy");
      area.remove();
      button.focus();
    }
    button.textContent = button.dataset.done;
    setTimeout(() => { button.textContent = told; }, 1500);
  }
  function check(card) {
    const button = one(".check", card);
    const on = button.getAttribute("aria-pressed") !== "true";
    button.setAttribute("aria-pressed", String(on));
    settle(card, on ? button.dataset.state : "");
  }
  function dismiss(card) {
    const button = one(".dismiss", card);
    const form = one(".dismissal", card);
    if (card.dataset.reason) {
      delete card.dataset.reason;
      delete card.dataset.by;
      button.textContent = button.dataset.label;
      settle(card, "");
      return;
    }
    form.hidden = !form.hidden;
    button.setAttribute("aria-expanded", String(!form.hidden));
    form.by.value ||= signer;
    if (!form.hidden) one("input", form).focus();
  }
  function let_go(event) {
    event.preventDefault();
    const card = event.target.closest(".card");
    signer = event.target.by.value.trim();
    let_stand(card, signer, event.target.reason.value.trim());
    one(".dismiss", card).focus();
  }
  function let_stand(card, by, reason) {
    const button = one(".dismiss", card);
    card.dataset.by = by;
    card.dataset.reason = reason;
    one(".dismissal", card).hidden = true;
    button.dataset.label = button.textContent;
    button.textContent = button.dataset.back;
    button.setAttribute("aria-expanded", "false");
    settle(card, `${button.dataset.state} (\u2068${by}: ${reason}\u2069)`); // isolated: it may run the other way
  }
  // A page around this one, which showed another report before, tells what was decided there.
  function recall(event) {
    if (event.source !== window.parent || event.data?.factcheck !== "restore") return;
    const { done, dismissed } = event.data;
    cards.forEach((card) => {
      const told = dismissed.find(({ fingerprint }) => fingerprint === card.dataset.fingerprint);
      if (told) let_stand(card, told.by, told.reason);
      else if (done.includes(card.dataset.fingerprint)) check(card);
    });
  }

  // Claims of one subject, over all reports.
  function meet(link) {
    all(".met").forEach((place) => { if (place.tagName !== "P") place.classList.remove("met"); });
    const line = one("p.met");
    line.textContent = "";
    if (!link) return;
    all(`.c[data-links~="${link}"]`).forEach((mark) => mark.classList.add("met"));
    const row = one(`tr[data-link="${link}"]`);
    if (!row) return;
    row.classList.add("met");
    const told = all("td[data-report]", row).filter((cell) => one("a", cell)).map((cell) => `${reports[cell.dataset.report].dataset.letter} ${one("a", cell).textContent}`);
    line.textContent = `${told.join(" · ")} · ${one(".verdict", row).textContent.trim()}`;
  }
  function follow(mark, from) {
    const link = mark.dataset.links.split(" ")[0];
    meet(link);
    const seen = new Set([from]);
    all(`.c[data-links~="${link}"]`).forEach((other) => {
      const column = other.closest(".report");
      if (seen.has(column) || (several && seen.size > 1)) return;
      seen.add(column);
      if (wide()) reveal(other, false);
    });
  }

  document.addEventListener("click", (event) => {
    const at = event.target instanceof Element ? event.target : event.target.parentElement;
    const button = at.closest("button");
    const card = at.closest(".card");
    const link = at.closest("a");
    if (button?.matches(".head")) return open(card, "toggle");
    if (button?.matches(".chip")) { button.setAttribute("aria-pressed", String(button.getAttribute("aria-pressed") !== "true")); return filter(); }
    if (button?.matches(".copy")) return void copy(button, one(".question", card).textContent);
    if (button?.matches(".check")) return check(card);
    if (button?.matches(".dismiss")) return dismiss(card);
    if (button?.matches(".draft")) return choose(button);
    if (button?.matches(".rows")) {
      const whole = one(".matrix").classList.toggle("whole");
      button.dataset.more ||= button.textContent;
      button.textContent = whole ? button.dataset.fewer : button.dataset.more;
      return button.setAttribute("aria-expanded", String(whole));
    }
    if (link?.matches(".to, .leads")) {
      event.preventDefault();
      const target = document.getElementById(link.hash.slice(1));
      target.hidden = false;
      open(target, "");
      one(".head", target).focus({ preventScroll: true });
      return target.scrollIntoView({ block: "nearest" });
    }
    if (link?.matches(".where") || link?.dataset.link) {
      const place = document.getElementById(link.hash.slice(1));
      if (!place) return undefined;
      event.preventDefault();
      if (link.dataset.link) meet(link.dataset.link);
      reveal(place, true);
      return place.closest(".report").focus({ preventScroll: true });
    }
    const mark = at.closest(".c[data-links]");
    if (mark) return follow(mark, mark.closest(".report"));
    if (at.closest(".report")) meet("");
    return undefined;
  });
  document.addEventListener("submit", let_go);
  if (framed) window.addEventListener("message", recall);
  document.addEventListener("change", (event) => {
    if (event.target.matches(".pick")) pick(event);
    else if (event.target.closest(".filters")) filter();
  });
  one("#findings").addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.target.matches("input, select")) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const shown = visible();
    const card = event.target.closest(".card");
    if (step && shown.length) {
      event.preventDefault();
      const next = shown[Math.min(shown.length - 1, Math.max(0, shown.indexOf(card) + step))];
      one(".head", next).focus();
    } else if (event.key.toLowerCase() === "c" && card) {
      open(card, "");
      copy(one(".copy", card), one(".question", card).textContent);
    }
  });

  const given = one(".draft[aria-pressed='true']");
  if (given) choose(given);
  lay();
  filter();
  if (cards.length) open(document.getElementById(location.hash.slice(1))?.closest(".card") || cards[0], "");
})();
