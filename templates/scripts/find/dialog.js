// The search dialog of every page, and the field of the home page. Both are made from the template that
// the search page holds, so that no other page carries it.
import { Answers } from "./answers.js";
import { Wording } from "./wording.js";

let parts;
let dialog;

async function load(search) {
  const answer = await fetch(search, { credentials: "omit" });
  if (!answer.ok) throw new Error(`${search}: ${answer.status}`);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const shape = page.getElementById("search-dialog");
  if (!shape) throw new Error(`${search} has no #search-dialog`);
  return { shape, wording: new Wording(page), base: page.getElementById("results").dataset.api };
}

// Fetches ahead what opening takes.
export function prepare(search) {
  parts ??= load(search);
  parts.catch(() => (parts = undefined));
}

// Opens the dialog with what was typed so far; `field` is where it was typed, if anywhere.
export async function openDialog(search, field) {
  prepare(search);
  const { shape, wording, base } = await parts;
  if (!dialog) {
    dialog = document.importNode(shape.content, true).querySelector("dialog");
    document.body.append(dialog);
    const input = dialog.querySelector("input");
    input.value = field?.value ?? "";
    dialog.answers = new Answers(input, dialog, wording, base);
    dialog.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      event.preventDefault();
      dialog.close();
    });
    // A click beside the dialog, which its own box does not take.
    dialog.addEventListener("click", (event) => {
      if (event.target === dialog || event.target.closest("[data-close]")) dialog.close();
    });
  } else {
    const input = dialog.querySelector("input");
    if (field?.value) input.value = field.value;
    dialog.answers.ask();
  }
  if (field) field.value = "";
  if (!dialog.open) dialog.showModal();
  const input = dialog.querySelector("input");
  input.focus();
  input.setSelectionRange(input.value.length, input.value.length);
}

// Lets a field of the page answer in place, below itself.
export async function attachField(input, search) {
  if (input.dataset.attached) return;
  input.dataset.attached = "";
  prepare(search);
  const { shape, wording, base } = await parts;
  const panel = document.importNode(shape.content, true).querySelector(".answers-panel");
  input.form.append(panel);
  const answers = new Answers(input, panel, wording, base);
  const show = () => {
    panel.hidden = false;
    answers.expand();
  };
  const hide = () => {
    panel.hidden = true;
    input.setAttribute("aria-expanded", "false");
  };
  input.form.addEventListener("focusin", show);
  input.addEventListener("input", show);
  input.form.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || panel.hidden) return;
    // The browser would empty the field as well, which asks anew and shows the list again.
    event.preventDefault();
    hide();
  });
  document.addEventListener("pointerdown", (event) => {
    if (!input.form.contains(event.target)) hide();
  });
  input.form.addEventListener("focusout", (event) => {
    if (event.relatedTarget && !input.form.contains(event.relatedTarget)) hide();
  });
}
