// A question with one field: what is wrong, what to ask, which article is missing.
import { byID, text } from "./page.js";

const dialog = byID("desk-request");
const form = dialog.querySelector("form");

// The words that were written; undefined if it was called off.
export function ask({ title, lead, label, given }) {
  byID("desk-request-title").textContent = title;
  byID("desk-request-lead").textContent = lead;
  byID("desk-request-label").textContent = label;
  form.elements.text.value = given;
  fault("");
  dialog.returnValue = "";
  dialog.showModal();
  form.elements.text.focus();
  form.elements.text.select();
  return new Promise((resolve) => {
    dialog.addEventListener(
      "close",
      () => resolve(dialog.returnValue === "send" ? form.elements.text.value.trim() : undefined),
      { once: true },
    );
  });
}

function fault(sentence) {
  const line = form.querySelector(".desk-fault");
  line.hidden = !sentence;
  line.textContent = sentence;
}

form.addEventListener("submit", (event) => {
  if (event.submitter?.value !== "send" || form.elements.text.value.trim()) return;
  event.preventDefault();
  fault(text("deskWordsNeeded"));
  form.elements.text.focus();
});
// Control and Enter send, as in a chat.
form.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.querySelector('[value="send"]').click();
});
