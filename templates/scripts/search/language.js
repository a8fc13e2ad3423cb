// @ts-check
// The language that a person asks for within the text of a search: LanguageFilter.swift.

import { withPlainBlanks } from "./blanks.js";

/**
 * What people call a language instead of writing its code.
 * @type {Map<string, string>}
 */
const languageCodes = new Map([
  ["french", "fr"], ["français", "fr"], ["francais", "fr"], ["english", "en"], ["anglais", "en"],
]);

/**
 * What opens a quotation, and what closes it: QuotedText.swift.
 * @type {Map<string, string>}
 */
const quotes = new Map([['"', '"'], ["“", "”"], ["«", "»"], ["„", "“"]]);

/**
 * The language that is asked for within a text, and the text without that: `surchauffe lang:en`, on a
 * site in `fr` and `en`, is `surchauffe` in `en`. The last language typed counts.
 * @param {string} text
 * @param {string[]} languages
 */
export function readLanguage(text, languages) {
  const typed = text;
  text = withPlainBlanks(text);
  let kept = "";
  /** @type {string | null} */
  let language = null;
  for (let index = 0; index < text.length;) {
    const mark = quotes.get(text[index]);
    const close = mark ? text.indexOf(mark, index + 1) : -1;
    const isStart = index === 0 || text[index - 1] <= " ";
    const word = isStart ? /^[^\0- :]*[\0- ]*:[\0- ]*[^\0- ]*/.exec(text.slice(index))?.[0] : "";
    const asked = close < 0 && word ? languageIn(word.toLowerCase(), languages) : null;
    if (close >= 0) {
      kept += text.slice(index, close + 1);
      index = close + 1;
    } else if (word && asked) {
      language = asked;
      index += word.length;
      // One of the blanks around the filter goes with it.
      if (index < text.length) index++;
      else kept = kept.replace(/[\0- ]+$/, "");
    } else kept += text[index++];
  }
  return { language, text: language ? kept : typed };
}

/**
 * @param {string} word
 * @param {string[]} languages
 */
function languageIn(word, languages) {
  const [, value] = /^(?:lang|language|langue)[\0- ]*:[\0- ]*(.*)$/s.exec(word) ?? [];
  if (value === undefined) return null;
  const code = languageCodes.get(value) ?? value;
  /** @param {string} language */
  const base = (language) => language.toLowerCase().split("-")[0];
  if (!base(code)) return null;
  return languages.find((language) => language.toLowerCase() === code)
    ?? languages.find((language) => language.toLowerCase() === base(code))
    ?? languages.find((language) => base(language) === base(code)) ?? null;
}
