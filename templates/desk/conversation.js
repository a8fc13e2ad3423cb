// The conversation: pasted, typed, or sent by help-desk software. Each message refreshes what is
// proposed. Protocol: docs/desk.md.
import { announce, body, byID, element, marked, text } from "./page.js";
import { send } from "./api.js";
import { group } from "./rows.js";
import { language, nothing, showProposals } from "./search.js";

const field = byID("desk-conversation-text");
const level = byID("desk-level");
const clear = byID("desk-conversation-clear");
const name = byID("desk-conversation-name");
const origins = body.dataset.origins.split(" ").filter(Boolean);
let timer;
let running;
// Who sent the conversation, to be told what is proposed.
let peer;
// What is known of it besides its words: {id, customer, lang}.
let known = {};

export const conversation = () => ({ ...known, text: field.value.trim() });

// What the customer has bought, which decides the level where nobody chose one.
const plan = () => (typeof known.customer?.plan === "string" ? known.customer.plan : undefined);

async function propose() {
  running?.abort();
  clear.hidden = !field.value;
  if (!field.value.trim()) {
    showProposals(undefined);
    return;
  }
  const control = new AbortController();
  running = control;
  try {
    const answer = await send(
      "/api/v1/related",
      // The end of a long conversation tells most.
      { text: field.value.slice(-40000), lang: known.lang ?? language(), level: level.value || undefined, plan: plan(), limit: 6 },
      { signal: control.signal },
    );
    const section = answer.hits.length
      ? group(text("deskProposed"), answer.hits, { showsCategory: true })
      : nothing(text("deskNothingProposed"));
    section.classList.add("desk-proposals");
    showProposals(section);
    announce(text("deskFound", { count: answer.hits.length }));
    tell("balise:suggestions", {
      articles: answer.hits.map(({ id, lang, title, url, sentence }) => ({
        id, lang, title, url: new URL(url, location).href, sentence: marked(sentence).textContent,
      })),
    });
  } catch (error) {
    if (control.signal.aborted) return;
    showProposals(element("p", "desk-fault", text("searchFailed")));
  }
}

export function changed({ waits = 0 } = {}) {
  clearTimeout(timer);
  timer = setTimeout(propose, waits);
}

function reset() {
  running?.abort();
  field.value = "";
  level.value = "";
  known = {};
}

export function forget() {
  reset();
  name.textContent = "";
  changed();
}

const line = (message) => `${message.from ? `${message.from}: ` : ""}${message.text}`;

// Takes a conversation as the protocol has it; a whole one, and a message of another one, takes the
// place of the last: what is known of one customer is never said of the next.
export function take(data, { isWhole }) {
  const isKnown = known.id !== undefined || known.customer !== undefined;
  const isOther = isKnown && typeof data.conversation_id === "string" && data.conversation_id !== known.id;
  if (isWhole || isOther) reset();
  const messages = Array.isArray(data.messages) ? data.messages : [];
  for (const message of messages) {
    if (typeof message?.text !== "string" || !message.text.trim()) continue;
    const from = message.from === "agent" ? text("deskFromAgent") : text("deskFromCustomer");
    field.value += `${field.value ? "\n" : ""}${line({ from, text: message.text.trim() })}`;
  }
  if (typeof data.conversation_id === "string") known.id = data.conversation_id;
  if (data.customer && typeof data.customer === "object") known.customer = data.customer;
  const languages = [...document.forms["desk-search"].elements.lang.options].map((o) => o.value);
  if (languages.includes(data.lang)) known.lang = data.lang;
  if ([...level.options].some((option) => option.value === data.level)) level.value = data.level;
  name.textContent = [known.customer?.name, known.id].filter(Boolean).join(" · ");
  field.scrollTop = field.scrollHeight;
  changed();
}

// Tells whoever sent the conversation.
export function tell(type, data) {
  peer?.source.postMessage({ type, version: 1, conversation_id: known.id ?? null, ...data }, peer.origin);
}

addEventListener("message", (event) => {
  const isKnown = event.origin === location.origin || origins.includes(event.origin);
  if (!isKnown || typeof event.data?.type !== "string" || !event.source) return;
  switch (event.data.type) {
    case "balise:hello":
      peer = { source: event.source, origin: event.origin };
      tell("balise:ready", { agent: body.dataset.agent });
      break;
    case "balise:conversation":
    case "balise:message":
      peer = { source: event.source, origin: event.origin };
      take(event.data, { isWhole: event.data.type === "balise:conversation" });
      break;
  }
});
// Whoever opened this window, or has it in a frame, may speak now.
for (const other of new Set([window.opener, window.parent])) {
  if (!other || other === window) continue;
  for (const origin of [location.origin, ...origins]) {
    other.postMessage({ type: "balise:ready", version: 1, conversation_id: null, agent: body.dataset.agent }, origin);
  }
}

field.addEventListener("input", () => changed({ waits: 250 }));
level.addEventListener("change", () => changed());
clear.addEventListener("click", () => {
  forget();
  field.focus();
});
