// The reports, a card each.
const cards = () => all(".card");

function lettered(place) {
  return (place < 26 ? "" : lettered(Math.floor(place / 26) - 1)) + String.fromCharCode(65 + (place % 26));
}

function letters() {
  cards().forEach((card, position) => {
    one(".letter", card).textContent = lettered(position);
    card.setAttribute("aria-label", say("report", { letter: lettered(position) }));
    count(card);
  });
}

function add(report = {}) {
  one("#cards").append(one("#card").content.cloneNode(true));
  const card = cards().at(-1);
  speak(card);
  fill(card, report);
  letters();
  return card;
}

function fill(card, report) {
  one("textarea", card).value = report.text || "";
  one(".title", card).value = report.title || "";
  one(".source", card).value = report.source || "";
  one(".published", card).value = report.published || "";
  card.dataset.language = report.language || "";
  card.dataset.name = report.name || "";
  count(card);
}

function is_empty(card) {
  return !one("textarea", card).value.trim() && !one(".title", card).value.trim();
}

function remove(card) {
  const near = card.nextElementSibling || card.previousElementSibling;
  card.remove();
  if (!cards().length) add();
  letters();
  one("textarea", near || one(".card")).focus();
}

function count(card) {
  const words = one("textarea", card).value.match(/\S+/g);
  one(".count", card).textContent = words ? say("words", { count: number(words.length) }) : "";
}

function choose(button) {
  const chosen = button.getAttribute("aria-pressed") !== "true";
  cards().forEach((card) => {
    const here = chosen && card.contains(button);
    one(".draft", card).setAttribute("aria-pressed", String(here));
    card.classList.toggle("is-draft", here);
  });
}

// The request that the cards make; the draft's place counts among the reports that have a text.
function laid() {
  const filled = cards().filter((card) => one("textarea", card).value.trim());
  const reports = filled.map((card, place) => ({
    id: card.dataset.name || say("report", { letter: lettered(place) }),
    text: one("textarea", card).value,
    title: one(".title", card).value.trim() || null,
    source: one(".source", card).value.trim() || null,
    published: one(".published", card).value || null,
    language: card.dataset.language || null,
  }));
  const draft = filled.findIndex((card) => card.classList.contains("is-draft"));
  return { reports, draft: draft < 0 ? null : draft, messages: tongue() };
}
