export const root = document.documentElement;
export const all = (selector, scope = document) => [...scope.querySelectorAll(selector)];
// Whether a server may answer: not on a page that was opened as a file.
export const isServed = /^https?:$/.test(location.protocol);
