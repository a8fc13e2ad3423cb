// When the site was last updated, in words that stay true while the page is open.
import { root } from "./dom.js";

const units = [["day", 86400], ["hour", 3600], ["minute", 60]];

// The article's date is a day; the moment at which the file of this page was published is finer, where
// the host says it and it agrees with that day.
function moment(day) {
  const [start, published] = [Date.parse(`${day}T00:00:00`), Date.parse(document.lastModified)];
  const isKnown = Date.now() - published > 5000 && published >= start && published - start < 2 * 864e5;
  return isKnown ? { time: published, isExact: true } : { time: start, isExact: false };
}

export function keepFresh(time) {
  const format = new Intl.RelativeTimeFormat(root.lang, { numeric: "auto" });
  const { time: since, isExact } = moment(time.dateTime);
  const show = () => {
    const seconds = Math.max(0, (Date.now() - since) / 1000);
    if (seconds > 30 * 86400) return;
    const [unit, size] = units.find(([, size]) => seconds >= size && isExact) ?? [
      isExact ? "minute" : "day", isExact ? 60 : 86400,
    ];
    time.textContent = time.dataset.pattern
      .replace("{time}", format.format(-Math.floor(seconds / size), unit));
  };
  time.title = time.textContent;
  show();
  setInterval(show, 30_000);
}
