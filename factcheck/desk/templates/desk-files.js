// Files, dropped or chosen, and copy that was pasted with its wrapping: the program reads them to text.
const WRAPPED = /^\s*(<[!?a-zA-Z]|[{[]|---\s*\n|#{1,6} |[A-Za-z-]{2,30}:\s)/;

async function read(content, name) {
  if (content.size > known.limits.file) throw new Error(`${name}: ${too_large(content.size, known.limits.file)}`);
  await content.slice(0, 1).arrayBuffer().catch(() => { throw new Error(say("unreadable", { name })); });
  const response = await ask(`/v1/read?name=${encodeURIComponent(name)}`, content, "application/octet-stream");
  return response.json();
}

const too_large = (size, most) => say("too-large", { size: megabytes(size), most: megabytes(most) });

async function open_files(files, first) {
  const wrong = [];
  let last = null;
  for (const file of files) {
    working(say("reading", { name: file.name }));
    try {
      const found = await read(file, file.name);
      wrong.push(...found.problems);
      found.reports.forEach((report) => {
        const place = [first, ...cards()].find((card) => card?.isConnected && is_empty(card)) || add();
        fill(place, report);
        told(place, say("read-from", { name: report.name }), null);
        last = place;
      });
    } catch (error) {
      wrong.push(error.message);
    }
  }
  working("");
  complain(wrong);
  letters();
  if (last && !wrong.length) one("textarea", last).focus();
}

// Says how a text came about, and gives back what was there before.
function told(card, how, before) {
  one(".read", card).hidden = !how;
  one(".how", card).textContent = how;
  one(".undo", card).hidden = before === null;
  card.before = before;
}

async function pasted(event) {
  const files = [...(event.clipboardData?.files || [])];
  const card = event.target.closest(".card");
  if (files.length && !event.clipboardData.getData("text/plain")) {
    event.preventDefault();
    return open_files(files, card);
  }
  if (!event.target.matches("textarea")) return undefined;
  const text = event.clipboardData?.getData("text/plain") || "";
  const size = new Blob([text]).size;
  if (size > known.limits.request) {
    event.preventDefault();
    return complain([too_large(size, known.limits.request)]);
  }
  if (!is_empty(card) || !WRAPPED.test(text)) return undefined;
  try {
    const { reports } = await read(new Blob([text]), "pasted");
    const before = laid_in(card);
    const plain = reports.length === 1 && reports[0].text.trim() === text.trim();
    const typed_on = before.text.trim() !== text.replace(/\r\n?/g, "\n").trim();
    if (plain || typed_on || reports.length !== 1) return undefined;
    fill(card, reports[0]);
    told(card, say("unwrapped"), before);
  } catch (error) {
    complain([error.message]);
  }
  return undefined;
}

const laid_in = (card) => ({
  text: one("textarea", card).value,
  title: one(".title", card).value,
  source: one(".source", card).value,
  published: one(".published", card).value,
});

function put_back(card) {
  fill(card, card.before);
  told(card, "", null);
  one("textarea", card).focus();
}
