// Asks the server. What changes something carries the session's token, which no other site knows.
import { base, body } from "./page.js";

export class Refusal extends Error {
  constructor(status, problem) {
    super(problem?.detail ?? `HTTP ${status}`);
    this.status = status;
    this.code = problem?.code;
  }
}

async function ask(path, options) {
  const answer = await fetch(`${base}${path}`, options);
  if (answer.status === 401) location.assign(`${base}/desk/sign-in?next=${base}/desk/`);
  const isJSON = answer.headers.get("content-type")?.includes("json");
  const value = isJSON ? await answer.json() : undefined;
  if (!answer.ok) throw new Refusal(answer.status, value);
  return value;
}

export const get = (path, signal) => ask(path, { signal });

export function send(path, value, { method = "POST", keepalive = false, signal, headers = {} } = {}) {
  return ask(path, {
    method,
    keepalive,
    signal,
    headers: { "content-type": "application/json", "x-csrf-token": body.dataset.csrf, ...headers },
    body: value === undefined ? undefined : JSON.stringify(value),
  });
}

export const articlePath = (id) => `/api/v1/articles/${encodeURIComponent(id)}`;
