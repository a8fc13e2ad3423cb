// What an agent does with an article: share, copy, pin, mark, report; and without one: ask.
import { all, body, byID, element, text } from "./page.js";
import { articlePath, send } from "./api.js";
import { answer, back, current } from "./article.js";
import { conversation, tell } from "./conversation.js";
import { language, query } from "./search.js";
import { ask as askDialog } from "./dialogs.js";
import { openShare, shareLink, tellShared } from "./share.js";
import { say, undoable } from "./toasts.js";

const fail = (error) => say(error.message, { isFault: true });
const withArticle = (body) => () => {
  if (current()) return body(current());
  say(text("deskOpenFirst"));
};

async function copy(plain, html) {
  const parts = { "text/plain": new Blob([plain], { type: "text/plain" }) };
  if (html) parts["text/html"] = new Blob([html], { type: "text/html" });
  try {
    await navigator.clipboard.write([new ClipboardItem(parts)]);
  } catch {
    await navigator.clipboard.writeText(plain);
  }
}

async function copyLink(article) {
  if (article.visibility === "agents") return;
  try {
    const share = await shareLink(article);
    await copy(share.url, share.html);
    say(text("deskLinkCopied"));
    tellShared(article, share);
  } catch (error) {
    fail(error);
  }
}

async function copyAnswer(article) {
  const plain = answer();
  try {
    // What is for agents only is copied without a link that nobody could open.
    const share = article.visibility === "agents" ? undefined : await shareLink(article);
    const whole = share ? `${plain}\n\n${share.url}` : plain;
    await copy(whole);
    say(text("deskAnswerCopied"));
    tell("balise:insert", { id: article.id, text: whole });
  } catch (error) {
    fail(error);
  }
}

function solved(article) {
  const { id } = conversation();
  undoable(text("deskSolvedDone", { title: article.title }), {
    commit: () =>
      send(`${articlePath(article.id)}/solved`, { lang: article.lang, conversation_id: id }, { keepalive: true }).catch(fail),
  });
}

const pinned = () => byID("desk-home").querySelector('[data-list="pinned"]');

// Shows whether the open article is pinned, as the list says.
export function showPin() {
  const button = document.querySelector('[data-action="pin"]');
  const isPinned = all("[data-article]", pinned()).some((link) => link.dataset.article === current()?.id);
  button.setAttribute("aria-pressed", String(isPinned));
  button.firstChild.textContent = text(isPinned ? "deskUnpin" : "deskPin");
  return isPinned;
}

async function pin(article) {
  const isPinned = showPin();
  try {
    await send(`${articlePath(article.id)}/pin`, { pinned: !isPinned }, { method: "PUT" });
  } catch (error) {
    return fail(error);
  }
  const section = pinned();
  const list = section.querySelector("ul");
  if (isPinned) {
    for (const link of all("[data-article]", list)) {
      if (link.dataset.article === article.id) link.closest("li").remove();
    }
  } else {
    const item = element("li", "desk-short");
    const link = element("a", "", element("span", "desk-short-title", article.title));
    link.href = article.url;
    link.dataset.article = article.id;
    link.dataset.lang = article.lang;
    item.append(link);
    list.prepend(item);
  }
  section.hidden = !list.childElementCount;
  showPin();
  say(text(isPinned ? "deskUnpinned" : "deskPinned", { title: article.title }));
}

// Asks writers or experts, after ten seconds in which it can be taken back.
async function request(kind, { article, title, lead, label, given = "" }) {
  // Another conversation may come while one writes.
  const { id, lang } = conversation();
  const words = await askDialog({ title, lead, label, given });
  if (words === undefined) return;
  const body = {
    kind, lang: article?.lang ?? lang ?? language(), article: article?.id, query: query() || undefined,
    text: words || undefined, conversation_id: id,
  };
  undoable(text("deskRequestSent"), {
    commit: () => send("/api/v1/requests", body, { keepalive: true }).catch(fail),
  });
}

// What is being looked for, in the agent's or the customer's words.
const wanted = () => query() || conversation().text.split("\n").pop();

export const actions = {
  back,
  help: () => byID("desk-help").showModal(),
  share: withArticle((article) => {
    if (article.visibility === "agents") return say(text("deskInternalNotShared"), { isFault: true });
    return openShare(article);
  }),
  copyLink: withArticle(copyLink),
  copyAnswer: withArticle(copyAnswer),
  solved: withArticle(solved),
  pin: withArticle(pin),
  mistake: withArticle((article) =>
    request("mistake", {
      article, title: text("deskMistake"), lead: article.title, label: text("deskMistakeLabel"),
    })),
  expert: () =>
    request("expert", {
      article: current(), title: text("deskAskExpert"), lead: text("asksExperts" in body.dataset ? "deskAskExpertLead" : "deskAskExpertLeadUnsent"),
      label: text("deskAskExpertLabel"), given: wanted(),
    }),
  request: () =>
    request("article", {
      title: text("deskRequestArticle"), lead: text("deskRequestArticleLead"),
      label: text("deskRequestArticleLabel"), given: wanted(),
    }),
};

document.addEventListener("desk:open", showPin);
