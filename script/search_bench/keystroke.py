"""Keystroke to painted results in Chromium, with the server's API answering and with it blocked."""
import json
import random
import shutil
import statistics
import unicodedata

from . import browser, tools

AIM = 50
# From the event's own time to the second frame after the list has changed, by when the first is on screen.
WATCH = """([field, results]) => {
  const state = (window.measured = { start: 0, changed: 0, painted: 0, done: null });
  document.querySelector(field).addEventListener("keydown", (event) => {
    Object.assign(state, { start: event.timeStamp, changed: 0, painted: 0, done: null });
  }, { capture: true });
  new MutationObserver(() => {
    const { start } = state;
    if (!start || state.changed) return;
    state.changed = performance.now();
    requestAnimationFrame(() => requestAnimationFrame(() => {
      if (state.start !== start) return;
      state.painted = performance.now();
      state.done?.();
    }));
  }).observe(document.querySelector(results), { childList: true, subtree: true });
}"""
# A promise and not a condition to poll: the page's policy lets nothing be made of text, and nothing else runs.
PAINTED = """(wait) => new Promise((resolve) => {
  measured.done = () => resolve(measured);
  if (measured.painted) measured.done();
  setTimeout(() => resolve(null), wait);
})"""
WAIT = 3000


def measure(setting, site):
    language = setting.languages[0]
    wanted = 10 if setting.quick else 30
    work = setting.work / "keystroke"
    shutil.rmtree(work, ignore_errors=True)
    text = typed(site, language)
    tools.heading(f"Keystroke to painted results, Chromium, {language}, {wanted} keystrokes, ms; aim: {AIM}")
    rows = []
    with browser.chromium() as chromium, tools.Server(setting.binary, site, work / "data") as server:
        for name, blocked in (("the server answers", False), ("the server's API is blocked", True)):
            times, changes, hits = typing(chromium, server.base, language, text, wanted, blocked)
            rows.append([name, len(times), hits, *([statistics.median(times), max(times), statistics.median(changes)]
                                                  if times else [None, None, None])])
    tools.table(["", "keystrokes that changed the results", "that showed hits", "median", "worst",
                 "of which until the list changed"], rows)
    shutil.rmtree(work, ignore_errors=True)


def typed(site, language):
    """Words to type: titles of the site, one after another."""
    rows = json.loads((site / "articles.json").read_text(encoding="utf-8"))
    titles = [row["versions"][language]["title"] for row in rows if language in row["versions"]]
    random.Random(19).shuffle(titles)
    # Playwright has keys for the letters of a plain keyboard alone.
    return [unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode() for title in titles[:10]]


def typing(chromium, base, language, titles, wanted, blocked):
    """Times of keystrokes that changed the results, those until the change, and how many showed hits."""
    context = chromium.new_context()
    page = context.new_page()
    if blocked:
        # Not by a route, which would take every other file through this program too.
        session = context.new_cdp_session(page)
        session.send("Network.enable")
        session.send("Network.setBlockedURLs", {"urls": ["*/api/*"]})
    times, changes, hits, pressed = [], [], 0, 0
    try:
        page.goto(f"{base}/{language}/search/")
        page.wait_for_load_state("networkidle")
        page.focus(browser.FIELD)
        # What is loaded at the first search is loaded before the first keystroke that counts.
        page.keyboard.type("a")
        page.wait_for_timeout(1500)
        page.evaluate(WATCH, [browser.FIELD, browser.RESULTS])
        for title in titles:
            page.fill(browser.FIELD, "")
            page.wait_for_timeout(600)
            for letter in title:
                if pressed == wanted:
                    return times, changes, hits
                page.evaluate("() => void Object.assign(measured, { start: 0, changed: 0, painted: 0, done: null })")
                page.keyboard.press(letter if letter != " " else "Space")
                if letter == " ":
                    page.wait_for_timeout(300)
                    continue
                pressed += 1
                state = page.evaluate(PAINTED, WAIT)
                if not state:
                    continue
                times.append(state["painted"] - state["start"])
                changes.append(state["changed"] - state["start"])
                hits += page.locator(browser.HIT).count() > 0
        return times, changes, hits
    finally:
        context.close()
