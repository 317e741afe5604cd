// What is pressed, typed, pasted and dropped.
document.addEventListener("click", (event) => {
  const at = event.target instanceof Element ? event.target : event.target.parentElement;
  const button = at.closest("button");
  const card = at.closest(".card");
  if (!at.closest("#take")) one("#take").open = false;
  if (!button) return undefined;
  if (button.dataset.take) return take(button.dataset.take);
  if (button.matches(".draft")) return choose(button);
  if (button.matches(".remove")) return remove(card);
  if (button.matches(".undo")) return put_back(card);
  if (button.id === "add") return one("textarea", add()).focus();
  if (button.id === "open") return one("#files").click();
  if (button.id === "compare") return show();
  if (button.id === "back") return history.back();
  if (button.id === "heard") return complain([]);
  if (button.id === "tongue") {
    change_tongue();
    return document.body.classList.contains("showing") ? show() : undefined;
  }
  return undefined;
});
document.addEventListener("input", (event) => {
  const card = event.target.closest(".card");
  if (!card || !event.target.matches("textarea")) return;
  count(card);
  card.dataset.language = "";
  if (is_empty(card)) card.dataset.name = "";
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && !document.body.classList.contains("showing")) show();
  if (event.key === "Escape" && one("#take").open) {
    one("#take").open = false;
    one("#take summary").focus();
  }
});
one("#files").addEventListener("change", (event) => {
  open_files([...event.target.files], null);
  event.target.value = "";
});
document.addEventListener("paste", pasted);
const with_files = (event) => event.dataTransfer?.types.includes("Files");
document.addEventListener("dragover", (event) => {
  if (!with_files(event)) return;
  event.preventDefault();
  document.body.classList.toggle("over", !document.body.classList.contains("showing"));
});
document.addEventListener("dragleave", (event) => {
  if (!event.relatedTarget) document.body.classList.remove("over");
});
document.addEventListener("drop", (event) => {
  document.body.classList.remove("over");
  if (!with_files(event)) return;
  event.preventDefault();
  if (!document.body.classList.contains("showing")) open_files([...event.dataTransfer.files], event.target.closest(".card"));
});
window.addEventListener("message", heard);
window.addEventListener("popstate", (event) => {
  if (event.state?.showing && asked) turn(true);
  else turn(false);
});
window.addEventListener("beforeunload", (event) => {
  if (untaken) event.preventDefault();
});

one("#until").value = today(30);
speak();
add();
add();
one(".card textarea").focus();
