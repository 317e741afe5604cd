// The page of the desk. What is typed here stays in this page, and goes to the program that serves it alone.
"use strict";

const one = (selector, root = document) => root.querySelector(selector);
const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const known = JSON.parse(one("#known").textContent);

// The words of the page, in the language chosen: switching keeps everything that was typed.
const tongue = () => document.documentElement.lang;
const say = (key, values = {}) => known.words[tongue()][key].replace(/\{(\w+)\}/g, (_, name) => values[name]);
const number = (count) => count.toLocaleString(`${tongue()}-u-nu-latn`);

function speak(root = document) {
  all("[data-say]", root).forEach((place) => { place.textContent = say(place.dataset.say); });
  all("[data-say-placeholder]", root).forEach((place) => { place.placeholder = say(place.dataset.sayPlaceholder); });
  all("[data-say-title]", root).forEach((place) => { place.title = say(place.dataset.sayTitle); });
  all("[data-say-label]", root).forEach((place) => { place.setAttribute("aria-label", say(place.dataset.sayLabel)); });
}

function change_tongue() {
  const other = Object.keys(known.words).find((code) => code !== tongue());
  one("#tongue").lang = tongue();
  document.documentElement.lang = other;
  document.documentElement.dir = say("direction");
  document.title = `factcheck · ${say("name")}`;
  speak();
  letters();
}

// What went wrong, in words; what is being done.
function complain(messages) {
  one("#trouble ul").replaceChildren(...messages.map((message) => {
    const line = document.createElement("li");
    line.dir = "auto";
    line.textContent = message;
    return line;
  }));
  one("#trouble").hidden = messages.length === 0;
}

function working(what) {
  document.body.classList.toggle("busy", Boolean(what));
  one("#progress").textContent = what;
  all("#compare, [data-take]").forEach((button) => { button.disabled = Boolean(what); });
}

// Asks the program; gives the response, or throws what is wrong in words.
async function ask(path, body, kind = "application/json") {
  let response;
  try {
    response = await fetch(path, { method: "POST", headers: { "Content-Type": kind }, body });
  } catch {
    throw new Error(say("lost"));
  }
  if (response.ok) return response;
  const answer = await response.json().catch(() => null);
  throw new Error(answer?.error?.message || say("lost"));
}

const megabytes = (size) => number(Math.ceil(size / 1e6));
