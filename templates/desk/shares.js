// What becomes of one's own shares: the latest ones as a list, and what comes of each as it is told.
import { base, byID, element, moment, text } from "./page.js";
import { get } from "./api.js";
import { row } from "./rows.js";
import { say } from "./toasts.js";

const section = byID("desk-shares");
const line = byID("desk-shared");
const most = 6;
const faults = ["retrying", "bounced", "failed"];
// Whom this page shared something with, by the share's id, until it is known what came of it.
const awaited = new Map();
// The share that the line under the open article is about.
let latest;
let timer;

export function show(sentence, { isFault = false } = {}) {
  line.hidden = false;
  line.textContent = sentence;
  line.classList.toggle("is-fault", isFault);
}

// Waits for what comes of a share that was just made.
export function follow(id, to) {
  awaited.set(id, to);
  latest = id;
  show(text("deskSharing", { to }));
}

// Forgets a share that was taken back.
export function unfollow(id) {
  awaited.delete(id);
  if (latest === id) line.hidden = true;
  refresh();
}

// Asks what came of a share, for what was told before the answer to it arrived.
export const look = (id) => get(`/api/v1/shares/${encodeURIComponent(id)}`).then(heard, refresh);

// Something happened to a share: its message was handed over or refused, or its link was followed.
export function heard(share) {
  refresh();
  const isAwaited = awaited.has(share.share_id);
  const values = { to: awaited.get(share.share_id) ?? share.title ?? share.article_id, reason: share.fault ?? "" };
  const isFault = faults.includes(share.status);
  const isOver = share.status === "sent" || (isFault && share.status !== "retrying");
  if (!isFault && !isOver) return;
  const key = isFault ? (isOver ? "deskShareFailed" : "deskShareDelayed") : "deskSharedWith";
  if (share.share_id === latest) show(text(key, values), { isFault });
  if (!isOver) return;
  awaited.delete(share.share_id);
  // That something arrived is news where it was awaited alone; that it did not is news everywhere.
  if (isAwaited || isFault) say(text(key, values), { isFault });
}

function entry(share) {
  const query = new URLSearchParams({ article: share.article_id, lang: share.lang });
  const result = row({
    id: share.article_id, lang: share.lang, title: share.title ?? share.article_id, url: `${base}/desk/?${query}`,
  });
  const isFault = faults.includes(share.status);
  if (isFault) result.querySelector(".desk-row-text").textContent = share.fault ?? "";
  const meta = result.querySelector(".desk-row-meta");
  const add = (content, name = "") => content && meta.append(element("span", name, content));
  add(text(`deskState-${share.status}`), isFault ? "desk-fault" : "");
  if (share.openings) add(text("deskOpenings", { count: share.openings }));
  if (share.channel !== "link") add(text(share.channel === "email" ? "deskMail" : "deskChat"));
  add(share.conversation_id);
  add(moment(share.created));
  return result;
}

async function load() {
  try {
    const { shares } = await get(`/api/v1/shares?mine=1&limit=${most}`);
    section.querySelector("ul").replaceChildren(...shares.map(entry));
    section.hidden = !shares.length;
  } catch {
    // The list stays as it is; the next change asks again.
  }
}

// Shows the list anew, once for all that happens at a time.
export function refresh() {
  clearTimeout(timer);
  timer = setTimeout(load, 200);
}

document.addEventListener("desk:open", () => (latest = undefined));
refresh();
