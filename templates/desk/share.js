// Shares the open article: by chat or mail, which the server holds back for some seconds, or as a
// link alone.
import { byID, text } from "./page.js";
import { articlePath, send } from "./api.js";
import { conversation, tell } from "./conversation.js";
import { follow, look, refresh, show, unfollow } from "./shares.js";
import { say, undoable } from "./toasts.js";

const dialog = byID("desk-share");
const form = dialog.querySelector("form");
let article;
// The conversation that the form was opened for: another one may come while it is filled in.
let about = {};

// A link that only this customer has.
export async function shareLink(shown) {
  const { id, lang } = conversation();
  const share = await send(`${articlePath(shown.id)}/shares`, {
    channel: "link", lang: lang ?? shown.lang, conversation_id: id,
  });
  refresh();
  return share;
}

// Tells help-desk software what was shared, and in which conversation.
export function tellShared({ id }, { channel, conversation_id, url, text, html }) {
  tell("balise:shared", { channel, conversation_id, id, url, text, html });
}

function showFields() {
  const channel = form.elements.channel.value;
  for (const label of form.querySelectorAll("[data-for]")) {
    label.hidden = label.dataset.for !== channel;
    label.querySelector("input").required = !label.hidden;
  }
}

function fault(sentence) {
  const line = form.querySelector(".desk-fault");
  line.hidden = !sentence;
  line.textContent = sentence;
}

export function openShare(shown) {
  article = shown;
  about = conversation();
  const { id, customer, lang } = about;
  byID("desk-share-article").textContent = article.title;
  form.elements.conversation.value = id ?? "";
  form.elements.customer.value = customer?.name ?? "";
  form.elements.recipient.value = customer?.email ?? "";
  form.elements.lang.value = lang ?? article.lang;
  form.elements.note.value = "";
  if (customer?.email && !id) form.elements.channel.value = "email";
  fault("");
  showFields();
  dialog.showModal();
  dialog.querySelector("[name=channel]:checked").focus();
}

// What is known of the customer's product, as fields that a mail can show: help-desk software sends
// numbers, too.
function fields(product) {
  if (!product || typeof product !== "object") return undefined;
  const plain = Object.entries(product).filter(([, value]) => value !== null && typeof value !== "object");
  return plain.length ? Object.fromEntries(plain.map(([name, value]) => [name, String(value)])) : undefined;
}
const filled = (value) => value.trim() || undefined;

async function deliver() {
  const channel = form.elements.channel.value;
  const { customer } = about;
  const name = filled(form.elements.customer.value);
  const asked = Date.now();
  const share = await send(`${articlePath(article.id)}/shares`, {
    channel,
    kind: form.elements.kind.value,
    lang: form.elements.lang.value,
    // What is hidden was not seen, so it is not sent.
    conversation_id: channel === "chat" ? filled(form.elements.conversation.value) : about.id,
    recipient: channel === "email" ? filled(form.elements.recipient.value) : undefined,
    customer: { name, company: filled(String(customer?.company ?? "")), product: fields(customer?.product) },
    note: filled(form.elements.note.value),
  });
  tellShared(article, share);
  refresh();
  if (channel === "link") {
    await navigator.clipboard.writeText(share.url).catch(() => {});
    show(text("deskLinkCopied"));
    return say(text("deskLinkCopied"));
  }
  const to = channel === "email" ? form.elements.recipient.value.trim() : name ?? share.conversation_id;
  follow(share.share_id, to);
  undoable(text(channel === "email" ? "deskMailed" : "deskChatted", { to }), {
    // As long as the server waits, from when it was asked: its clock may not be this one's.
    until: asked + (Date.parse(share.undo_until) - Date.parse(share.created)),
    commit: () => look(share.share_id),
    undo: async () => {
      try {
        await send(`/api/v1/shares/${encodeURIComponent(share.share_id)}/undo`, undefined);
      } catch (error) {
        throw error.code === "too-late" ? new Error(text("deskTooLate")) : error;
      }
      unfollow(share.share_id);
    },
  });
}

form.addEventListener("change", showFields);
form.addEventListener("submit", async (event) => {
  if (event.submitter?.value !== "send") return;
  event.preventDefault();
  fault("");
  try {
    await deliver();
    dialog.close();
  } catch (error) {
    fault(error.message);
  }
});
form.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.querySelector('[value="send"]').click();
});
