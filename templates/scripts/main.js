// What a page does when scripts run. Nothing here is needed to read.
import { startContents } from "./page/contents.js";
import { startCopying } from "./page/copy.js";
import { all } from "./page/dom.js";
import { startFeedback } from "./page/feedback.js";
import { startWorker } from "./page/installing.js";
import { startLists } from "./page/lists.js";
import { startMenus } from "./page/menus.js";
import { startNumbers } from "./page/numbers.js";
import { startSearch } from "./page/search-entry.js";
import { startTheme } from "./page/theme.js";
import { startZoom } from "./page/zoom.js";

startTheme();
startMenus();
startContents();
startCopying();
startZoom();
startLists();
startSearch();
startWorker();
// Only the home page has it.
for (const time of all("time[data-pattern]")) {
  import("./page/fresh.js").then(({ keepFresh }) => keepFresh(time)).catch(() => {});
}
for (const article of all("[data-article]")) {
  startNumbers(article, (hasServer) => {
    for (const section of all("[data-feedback]", article)) startFeedback(section, article, hasServer);
  });
}
