// Says what was done, and takes it back for some seconds: nothing is asked beforehand.
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

// Shows an action that can be taken back until an instant, ten seconds from now unless another is
// given. `commit` runs when the time is over, `undo` when it is taken back, which is said once it is so.
export function undoable(sentence, { until = Date.now() + seconds * 1000, commit, undo }) {
  const left = () => Math.ceil((until - Date.now()) / 1000);
  if (!(left() > 0)) {
    say(sentence);
    return void commit?.();
  }
  const toast = element("div", "desk-toast");
  const count = element("span", "desk-toast-count", String(left()));
  const button = element("button", "desk-toast-undo", text("deskUndo"));
  button.type = "button";
  button.append(element("kbd", "", "z"));
  toast.append(element("span", "", sentence), count, button);
  shelf.append(toast);
  let isOver = false;
  const end = async (isUndone) => {
    if (isOver) return;
    isOver = true;
    clearInterval(timer);
    removeEventListener("pagehide", leave);
    if (latest === action) latest = undefined;
    toast.remove();
    if (!isUndone) return void commit?.();
    try {
      await undo?.();
      say(text("deskUndone"));
    } catch (error) {
      say(error.message, { isFault: true });
    }
  };
  // Whoever leaves the page has not taken it back.
  const leave = () => end(false);
  const timer = setInterval(() => {
    count.textContent = String(Math.max(0, left()));
    if (left() <= 0) end(false);
  }, 250);
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
