// "Was this helpful?": a vote at once, then a reason and a comment for those who have one.
import { address, send } from "./numbers.js";

export function startFeedback(section, article, hasServer) {
  if (!hasServer) {
    // What is in sight stays where it is.
    if (section.getBoundingClientRect().top > innerHeight) section.hidden = true;
    return;
  }
  const form = section.querySelector("form");
  const details = section.querySelector("[data-details]");
  const said = section.querySelector("[data-said]");
  const buttons = [...section.querySelectorAll("[data-helpful]")];
  const { thanks, failed } = section.dataset;
  section.classList.add("is-ready");
  let helpful;

  async function vote(more) {
    said.textContent = "";
    try {
      const answer = await send(address(article, "/feedback"), {
        lang: article.dataset.language, helpful, ...more,
      });
      if (!answer.ok) throw new Error(String(answer.status));
      return true;
    } catch {
      said.textContent = failed;
      return false;
    }
  }

  for (const button of buttons) {
    button.addEventListener("click", async () => {
      helpful = button.dataset.helpful === "yes";
      for (const other of buttons) other.setAttribute("aria-pressed", String(other === button));
      details.hidden = false;
      details.querySelector("[data-reasons]").hidden = helpful;
      if (await vote({})) said.textContent = thanks;
    });
  }
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const given = new FormData(form);
    const more = {};
    const reason = helpful ? null : given.get("reason");
    const comment = given.get("comment").trim();
    if (reason) more.reason = reason;
    if (comment) more.comment = comment;
    if (!(await vote(more))) return;
    said.textContent = thanks;
    details.hidden = true;
    said.tabIndex = -1;
    said.focus();
  });
}
