"use strict";
(() => {
  const items = [...document.querySelectorAll("[data-factcheck]")];
  const open = items.filter((item) => !item.classList.contains("settled"));
  const by = document.getElementById("by");
  const date = document.getElementById("date");
  const progress = document.getElementById("progress");
  let unsaved = false;

  const field = (item, name) => item.querySelector(`[data-field="${name}"]`);
  const ticked = (item) => item.querySelector('input[type="radio"]:checked');

  const today = () => {
    const now = new Date();
    const two = (number) => String(number).padStart(2, "0");
    return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  };

  // What is ticked and typed stands in the markup too: however the page is saved, the answers go with it.
  const keep = (item) => {
    for (const box of item.querySelectorAll('input[type="radio"]')) box.toggleAttribute("checked", box.checked);
    for (const name of ["by", "date"]) field(item, name).setAttribute("value", field(item, name).value);
    field(item, "note").textContent = field(item, "note").value;
  };

  const show = (item) => {
    const box = ticked(item);
    for (const name of ["by", "date"]) {
      field(item, name).setAttribute("aria-invalid", String(Boolean(box) && !field(item, name).value.trim()));
    }
    const written = ["by", "date", "note"].some((name) => field(item, name).value);
    item.classList.toggle("touched", Boolean(box) || written);
    item.classList.toggle("answered", Boolean(box) && !item.querySelector('[aria-invalid="true"]'));
  };

  const count = () => {
    const done = open.filter((item) => item.classList.contains("answered")).length;
    progress.textContent = progress.dataset.text.replace("{done}", done);
  };

  const change = (item) => {
    unsaved = true;
    keep(item);
    show(item);
    count();
  };

  const download = (text, type, name) => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type }));
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
    unsaved = false;
  };

  const answers = () =>
    items.map((item) => ({
      number: Number(item.dataset.number),
      subject: item.querySelector("h3 bdi").textContent,
      fingerprints: item.dataset.factcheck.split(" "),
      boxes: Object.fromEntries(
        [...item.querySelectorAll('input[type="radio"]')].map((box) => [box.value, box.checked]),
      ),
      signed: Object.fromEntries(["by", "date", "note"].map((name) => [name, field(item, name).value])),
    }));

  const doing = {
    save: () => {
      items.forEach(keep);
      const page = document.documentElement.cloneNode(true);
      // What extensions of a browser leave behind is forbidden by the page's policy.
      for (const styled of page.querySelectorAll("[style]")) styled.removeAttribute("style");
      download(`<!doctype html>\n${page.outerHTML}\n`, "text/html", "checklist.html");
    },
    json: () => download(`${JSON.stringify({ items: answers() }, null, 2)}\n`, "application/json", "checklist.json"),
    print: () => window.print(),
    clear: (item) => {
      for (const box of item.querySelectorAll('input[type="radio"]')) box.checked = false;
      for (const name of ["by", "date", "note"]) field(item, name).value = "";
      change(item);
      item.querySelector('input[type="radio"]').focus();
    },
  };

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-do]");
    if (button) doing[button.dataset.do](button.closest("[data-factcheck]"));
  });

  document.addEventListener("input", (event) => {
    const item = event.target.closest("[data-factcheck]");
    if (!item) {
      event.target.setAttribute("value", event.target.value);
      return;
    }
    if (event.target.type === "radio") {
      // Whoever named themselves above signs what they tick.
      if (!field(item, "by").value) field(item, "by").value = by.value.trim();
      if (!field(item, "date").value) field(item, "date").value = date.value || today();
    }
    change(item);
  });

  window.addEventListener("beforeunload", (event) => {
    if (unsaved) event.preventDefault();
  });

  if (!date.value) date.value = today();
  items.forEach(show);
  count();
})();
