// Shares the open article: by chat or mail, which the server holds back for ten seconds, or as a
// link alone.
import { byID, text } from "./page.js";
import { articlePath, send } from "./api.js";
import { conversation, tell } from "./conversation.js";
import { say, undoable } from "./toasts.js";

const dialog = byID("desk-share");
const form = dialog.querySelector("form");
let article;

// A link that only this customer has.
export function shareLink(shown) {
  const { id, lang } = conversation();
  return send(`${articlePath(shown.id)}/shares`, {
    channel: "link", lang: lang ?? shown.lang, conversation_id: id,
  });
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
  const { id, customer, lang } = conversation();
  byID("desk-share-article").textContent = article.title;
  form.elements.conversation.value = id ?? form.elements.conversation.value;
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

// What is known of the customer's product, as fields that a mail can show.
const fields = (product) =>
  product && typeof product === "object" && Object.keys(product).length ? product : undefined;
const filled = (value) => value.trim() || undefined;

async function deliver() {
  const channel = form.elements.channel.value;
  const { customer } = conversation();
  const name = filled(form.elements.customer.value);
  const share = await send(`${articlePath(article.id)}/shares`, {
    channel,
    kind: form.elements.kind.value,
    lang: form.elements.lang.value,
    conversation_id: filled(form.elements.conversation.value),
    recipient: channel === "email" ? filled(form.elements.recipient.value) : undefined,
    customer: { name, company: filled(String(customer?.company ?? "")), product: fields(customer?.product) },
    note: filled(form.elements.note.value),
  });
  const done = byID("desk-shared");
  const to = form.elements.recipient.value || name || form.elements.conversation.value || "";
  const show = (sentence) => {
    done.hidden = false;
    done.textContent = sentence;
  };
  tell("balise:shared", { channel, id: article.id, url: share.url, text: share.text, html: share.html });
  if (channel === "link") {
    await navigator.clipboard.writeText(share.url).catch(() => {});
    show(text("deskLinkCopied"));
    return say(text("deskLinkCopied"));
  }
  show(text("deskSharing", { to }));
  undoable(text(channel === "email" ? "deskMailed" : "deskChatted", { to }), {
    commit: () => show(text("deskSharedWith", { to })),
    undo: () => {
      done.hidden = true;
      send(`/api/v1/shares/${encodeURIComponent(share.share_id)}/undo`, undefined)
        .catch((error) => say(error.message, { isFault: true }));
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
