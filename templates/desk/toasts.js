// Says what was done, and takes it back for ten seconds: nothing is asked beforehand.
import { byID, element, text } from "./page.js";

const shelf = byID("desk-toasts");
const seconds = 10;
let latest;

export function say(sentence, { isFault = false, lasts = 4000 } = {}) {
  const toast = element("div", isFault ? "desk-toast is-fault" : "desk-toast", sentence);
  shelf.append(toast);
  setTimeout(() => toast.remove(), isFault ? 8000 : lasts);
  return toast;
}

// Shows an action that can be taken back. `commit` runs when the time is over, `undo` when it is
// taken back; one of them is given.
export function undoable(sentence, { commit, undo }) {
  const toast = element("div", "desk-toast");
  const count = element("span", "desk-toast-count", String(seconds));
  const button = element("button", "desk-toast-undo", text("deskUndo"));
  button.type = "button";
  button.append(element("kbd", "", "z"));
  toast.append(element("span", "", sentence), count, button);
  shelf.append(toast);
  let left = seconds;
  let isOver = false;
  const end = (isUndone) => {
    if (isOver) return;
    isOver = true;
    clearInterval(timer);
    removeEventListener("pagehide", leave);
    if (latest === action) latest = undefined;
    toast.remove();
    if (isUndone) {
      undo?.();
      say(text("deskUndone"));
    } else {
      commit?.();
    }
  };
  // Whoever leaves the page has not taken it back.
  const leave = () => end(false);
  const timer = setInterval(() => {
    left -= 1;
    count.textContent = String(left);
    if (left <= 0) end(false);
  }, 1000);
  const action = { undo: () => end(true) };
  button.addEventListener("click", action.undo);
  addEventListener("pagehide", leave);
  latest = action;
  return action;
}

export function undoLatest() {
  latest?.undo();
  return latest !== undefined;
}
