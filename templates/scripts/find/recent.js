// What was looked for lately, kept on this device alone.
const KEY = "balise-recent";
const MOST = 5;

export function recent() {
  try {
    const list = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(list) ? list.filter((text) => typeof text === "string").slice(0, MOST) : [];
  } catch {
    return [];
  }
}

export function remember(text) {
  const query = text.trim().slice(0, 100);
  if (query.length < 2) return;
  const list = [query, ...recent().filter((other) => other.toLowerCase() !== query.toLowerCase())];
  try {
    localStorage.setItem(KEY, JSON.stringify(list.slice(0, MOST)));
  } catch {
    // Storage may be closed; nothing is kept then.
  }
}

export function forget() {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // Nothing was kept.
  }
}
