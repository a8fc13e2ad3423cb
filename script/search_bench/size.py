"""Size: the index against the Markdown, and what a browser fetches to search without a server."""
import functools
import http.server
import json
import pathlib
import random
import shutil
import statistics
import sys
import threading

from . import browser, content, tools

AIM_FIRST, AIM_WORD = 60_000, 30_000


def measure(setting, folder, site):
    tools.heading("Size of the index, as files")
    for path in sorted((site / "search").glob("*.json")):
        pieces(json.loads(path.read_text()), site / "search", folder)
    language = setting.languages[0]
    work = setting.work / "size"
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir()
    try:
        fetching(setting, folder, site, language, work)
    finally:
        shutil.rmtree(work)


def pieces(manifest, search, folder):
    language = manifest["language"]
    markdown = tools.folder_size(folder / language, "*.md")
    sizes = {}
    for piece in manifest["pieces"]:
        role = piece.get("role", "index")
        sizes[role] = sizes.get(role, 0) + (search / piece["file"]).stat().st_size
    total = sum(sizes.values())
    rows = [[role, size / 1e3, f"{100 * size / markdown:.1f} %"] for role, size in sizes.items()]
    rows.append(["all", total / 1e3, f"{100 * total / markdown:.1f} %"])
    without = total - sizes.get("text", 0)
    rows.append(["all but stored text", without / 1e3, f"{100 * without / markdown:.1f} %"])
    print(f"  {language}: {manifest['documents']:,} articles, {markdown / 1e6:.1f} MB of Markdown; aim: 12 % without "
          "stored text")
    tools.table(["piece", "kB", "of the Markdown"], rows)
    print()


def words(setting, folder, language, work):
    """Rows of three words, from common ones to rare ones, as people add them one by one."""
    file = work / "articles.jsonl"
    content.write_articles(folder, language, file)
    rows = list(content.read_articles(file))
    source = random.Random(17)
    found = []
    for _ in range(3 if setting.quick else 10):
        _, title, text = source.choice(rows)
        first = source.choice([word for word in content.WORD.findall(title.lower()) if len(word) > 3] or ["battery"])
        others = sorted({word for word in content.WORD.findall(text.lower()) if len(word) > 4} - {first})
        found.append([first, *source.sample(others, 2)])
    return found


def fetching(setting, folder, site, language, work):
    searches = words(setting, folder, language, work)
    tools.heading(f"What a browser fetches to search, {language}, bytes after gzip -6, each file alone; "
                  "without the page's HTML, style sheets and images")
    with browser.chromium() as chromium:
        with Folder(site) as base:
            ours = [balise(chromium, base, language, row) for row in searches]
        tools.note("Pagefind: index")
        pagefind = bundle(site, language, work)
        with Folder(pagefind) as base:
            theirs = [peer(chromium, base, row, 1) for row in searches]
            shown = [peer(chromium, base, row, 10) for row in searches]
    rows = [figures("Balise, without its server", ours), figures("Pagefind, one result read", theirs),
            figures("Pagefind, ten results read", shown)]
    tools.table(["", "searches", "with results", "first: median", "first: worst", "each further word: median", "worst",
                 "three words: median"], rows)
    print(f"\n  aim: first result {AIM_FIRST:,}, each further word {AIM_WORD:,}, under half of Pagefind")
    if all(step["hits"] for run in ours for step in run):
        whole, other = rows[0][-1], rows[1][-1]
        print(f"  Balise fetches {100 * whole / other:.0f} % of what Pagefind does")
    else:
        print("  Balise shows no results without its server, so its bytes are those of the page's scripts alone")
    for name, runs in (("Balise", ours), ("Pagefind, one result", theirs)):
        print(f"\n  files of {name}, '{' '.join(searches[0])}':")
        for word, step in zip(searches[0], runs[0]):
            print(f"    + {word}: {step['hits']} results, {sum(step['files'].values()):,} bytes")
            for path, size in step["files"].items():
                print(f"        {size:>9,}  {path}")


def figures(name, runs):
    first = [sum(run[0]["files"].values()) for run in runs]
    further = [sum(step["files"].values()) for run in runs for step in run[1:]]
    whole = [sum(sum(step["files"].values()) for step in run) for run in runs]
    return [name, len(runs), sum(bool(run[0]["hits"]) for run in runs), statistics.median(first), max(first),
            statistics.median(further), max(further), statistics.median(whole)]


def balise(chromium, base, language, row):
    """Searches on the site's page for one word, then for one more, and one more; only files are served."""
    context = chromium.new_context()
    context.route("**/api/**", lambda route: route.abort())
    fetches = browser.Fetches(context, base)
    page = context.new_page()
    steps = []
    try:
        page.goto(f"{base}/{language}/search/?q={row[0]}")
        for count in range(1, len(row) + 1):
            if count > 1:
                page.fill(browser.FIELD, " ".join(row[:count]))
            settled(page)
            steps.append({"hits": page.locator(browser.HIT).count(), "files": browser.gzipped(base, fetches.take())})
    finally:
        context.close()
    return steps


def settled(page):
    """Waits past the pause after a keystroke, and until nothing is fetched."""
    page.wait_for_timeout(400)
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(300)


def bundle(site, language, work):
    """Runs Pagefind over the articles' pages; the folder to serve."""
    folder = work / "pagefind-site"
    folder.mkdir()
    pages = work / "pages"
    pages.mkdir()
    for name in sorted(path.name for path in site.iterdir() if (path / "articles").is_dir()):
        shutil.copytree(site / name / "articles", pages / name / "articles",
                        ignore=shutil.ignore_patterns("*.md"))
    tools.run([sys.executable, "-m", "pagefind", "--site", pages, "--output-path", folder / "pagefind",
               "--root-selector", "article", "--silent"], cwd=work)
    (folder / "index.html").write_text(f"<!doctype html><html lang={language}><title>Pagefind</title>")
    return folder


def peer(chromium, base, row, read):
    context = chromium.new_context()
    fetches = browser.Fetches(context, base)
    page = context.new_page()
    steps = []
    try:
        page.goto(base + "/index.html")
        for count in range(1, len(row) + 1):
            hits = page.evaluate(
                """async ([query, read]) => {
                  const pagefind = await import("/pagefind/pagefind.js");
                  const found = await pagefind.search(query);
                  await Promise.all(found.results.slice(0, read).map((result) => result.data()));
                  return found.results.length;
                }""", [" ".join(row[:count]), read])
            page.wait_for_load_state("networkidle")
            steps.append({"hits": hits, "files": browser.gzipped(base, fetches.take())})
    finally:
        context.close()
    return steps


class Folder:
    """A folder on a free port of the loopback interface."""

    def __init__(self, folder):
        class Quiet(http.server.SimpleHTTPRequestHandler):
            def log_message(self, *_):
                pass

        handler = functools.partial(Quiet, directory=str(pathlib.Path(folder)))
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self.thread = threading.Thread(target=self.server.serve_forever, daemon=True)

    def __enter__(self):
        self.thread.start()
        return f"http://127.0.0.1:{self.server.server_port}"

    def __exit__(self, *_):
        self.server.shutdown()
        self.server.server_close()
