// What the server and the index give as HTML: escaped text with <mark> around found words. It is taken
// apart here and never parsed, so that nothing else can get in.
const entities = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" };

export function marked(html) {
  const result = document.createDocumentFragment();
  (html ?? "").split(/<mark>|<\/mark>/).forEach((part, index) => {
    const text = part.replace(/&(\w+|#39);/g, (all, name) => entities[name] ?? all);
    if (index % 2 === 0) return result.append(text);
    const mark = document.createElement("mark");
    mark.textContent = text;
    result.append(mark);
  });
  return result;
}

// A text of the interface with its {places} filled in.
export const fill = (text, values) =>
  text.replace(/\{(\w+)\}/g, (all, name) => (name in values ? values[name] : all));

export const address = ({ url, anchor }) => (anchor ? `${url}#${encodeURIComponent(anchor)}` : url);

export function element(name, className, ...children) {
  const result = document.createElement(name);
  if (className) result.className = className;
  result.append(...children.filter(Boolean));
  return result;
}
