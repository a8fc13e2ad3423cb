// Copying: the page's link, a section's link, a block of code. And handing the page on.
import { all } from "./dom.js";

const pageLink = () => location.href.split(/[?#]/)[0];

function copyButton(button, text) {
  const label = button.querySelector("span");
  const before = label.textContent;
  let timer;
  button.hidden = false;
  label.setAttribute("aria-live", "polite");
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(text());
    } catch {
      return;
    }
    label.textContent = button.dataset.copied;
    clearTimeout(timer);
    timer = setTimeout(() => (label.textContent = before), 2000);
  });
}

function codeButton(block, texts) {
  const button = document.createElement("button");
  const label = document.createElement("span");
  label.textContent = texts.copyCode;
  button.type = "button";
  button.className = "text-button code-copy";
  button.dataset.copied = texts.copied;
  button.append(label);
  block.append(button);
  copyButton(button, () => block.querySelector("code").textContent);
}

// A heading's sign is a link to the section; following it copies the link, too.
function sectionLinks(prose, said) {
  prose.addEventListener("click", async (event) => {
    const anchor = event.target.closest("a.anchor");
    if (!anchor) return;
    try {
      await navigator.clipboard.writeText(anchor.href);
    } catch {
      return;
    }
    anchor.classList.add("is-copied");
    said.textContent = prose.dataset.copySection;
    setTimeout(() => {
      anchor.classList.remove("is-copied");
      said.textContent = "";
    }, 2000);
  });
}

export function startCopying() {
  for (const button of all("[data-share]")) {
    if (!navigator.share) continue;
    button.hidden = false;
    button.addEventListener("click", () => {
      navigator.share({ title: document.title, url: pageLink() }).catch(() => {});
    });
  }
  for (const button of all("[data-print]")) {
    button.hidden = false;
    button.addEventListener("click", () => print());
  }
  if (!navigator.clipboard) return;
  for (const button of all("[data-copy-link]")) copyButton(button, pageLink);
  for (const prose of all("[data-copy-code]")) {
    for (const block of all(".code-block", prose)) codeButton(block, prose.dataset);
    const said = document.querySelector("[data-copy-said]");
    if (said) sectionLinks(prose, said);
  }
}
