// The report in its frame, what the editor decides there, and what is taken away.
let asked = null; // the request whose report is shown
let shown = { done: [], dismissed: [] }; // what the report in the frame last told
const checked = new Set(); // the fingerprints of what was ticked, in this report or an earlier one
const dismissed = new Map(); // what was dismissed, by fingerprint
let untaken = false; // whether something was decided since a list was last taken away

const KINDS = {
  "checklist.html": "/v1/checklist?format=html",
  "checklist.md": "/v1/checklist?format=markdown",
  "checklist.xlsx": "/v1/checklist?format=xlsx",
  "checklist.csv": "/v1/checklist?format=csv",
  "checklist.json": "/v1/checklist?format=json",
  "waivers.yaml": "/v1/checklist?format=waivers",
  "report.html": "/v1/compare?format=html",
  "report.json": "/v1/compare?format=json",
};

function today(more = 0) {
  const day = new Date();
  day.setDate(day.getDate() + more);
  return [day.getFullYear(), String(day.getMonth() + 1).padStart(2, "0"), String(day.getDate()).padStart(2, "0")].join("-");
}

const answers = () => [...dismissed.values()];

async function show() {
  const request = laid();
  complain([]);
  if (!request.reports.length) {
    complain([say("none")]);
    return one(".card textarea").focus();
  }
  shown = { done: [], dismissed: [] };
  working(say("working"));
  try {
    asked = request;
    const response = await ask("/page", JSON.stringify(request));
    const { page } = await response.json();
    const frame = document.createElement("iframe");
    frame.setAttribute("sandbox", "allow-scripts allow-forms allow-modals");
    frame.setAttribute("allow", "clipboard-write");
    frame.dataset.sayTitle = "report-page";
    frame.title = say("report-page");
    frame.src = page;
    frame.addEventListener("load", () => recall(frame));
    one("#frame").replaceChildren(frame);
    if (one("#result").hidden) history.pushState({ showing: true }, "");
    turn(true);
  } catch (error) {
    complain([error.message]);
  }
  working("");
  return told_state();
}

function turn(showing) {
  document.body.classList.toggle("showing", showing);
  one("#write").hidden = showing;
  one("#result").hidden = !showing;
  one("#take").open = false;
  if (showing) one("#state").before(one("#tongue"));
  else one(".top").append(one("#tongue"));
  one(showing ? "#result" : "#write").focus();
}

// What was decided of an earlier report is decided of this one, where it finds the same.
function recall(frame) {
  const told = answers().map(({ fingerprint, by, note }) => ({ fingerprint, by, reason: note }));
  frame.contentWindow.postMessage({ factcheck: "restore", done: [...checked], dismissed: told }, "*");
}

function heard(event) {
  const frame = one("#frame iframe");
  if (!frame || event.source !== frame.contentWindow || event.data?.factcheck !== "state") return;
  const text = (value) => typeof value === "string" && value.trim() !== "";
  const now = {
    done: (event.data.done || []).filter(text),
    dismissed: (event.data.dismissed || []).filter((told) => text(told.fingerprint) && text(told.by)),
  };
  shown.done.forEach((fingerprint) => checked.delete(fingerprint));
  now.done.forEach((fingerprint) => checked.add(fingerprint));
  const before = new Map(dismissed);
  shown.dismissed.forEach(({ fingerprint }) => dismissed.delete(fingerprint));
  now.dismissed.forEach(({ fingerprint, by, reason }) => {
    const known = before.get(fingerprint);
    const same = known && known.by === by && known.note === reason;
    dismissed.set(fingerprint, same ? known : { fingerprint, by, note: String(reason || ""), date: today() });
    untaken ||= !same;
  });
  shown = now;
  told_state();
}

function told_state() {
  const parts = [];
  if (shown.dismissed.length) parts.push(say("count-dismissed", { count: number(shown.dismissed.length) }));
  if (shown.done.length) parts.push(say("count-checked", { count: number(shown.done.length) }));
  one("#state").textContent = parts.join(" · ");
  one("#none-stands").hidden = shown.dismissed.length > 0;
  one("#waivers").hidden = shown.dismissed.length === 0;
  one("#stands").replaceChildren(...shown.dismissed.map(({ by, reason }) => {
    const line = document.createElement("li");
    line.dir = "auto";
    line.textContent = `${by}: ${reason}`;
    return line;
  }));
}

async function take(name) {
  working(say("working"));
  try {
    const request = { ...asked, messages: tongue(), answers: answers(), until: one("#until").value || today(30) };
    const content = await (await ask(KINDS[name], JSON.stringify(request))).blob();
    const link = document.createElement("a");
    link.href = URL.createObjectURL(content);
    link.download = `factcheck-${name}`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
    if (!name.startsWith("report")) untaken = false;
    complain([]);
  } catch (error) {
    complain([error.message]);
  }
  working("");
}
