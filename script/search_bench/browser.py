"""Chromium under Playwright, and what it fetches."""
import contextlib
import gzip
import pathlib
import urllib.parse
import urllib.request

from .tools import Failure

FIELD = "#query"
RESULTS = "#results"
HIT = "#results .results > *"
# Parts of any page, with or without search.
PAGE = {"document", "stylesheet", "image", "font", "manifest", "media"}


@contextlib.contextmanager
def chromium():
    from playwright.sync_api import sync_playwright
    with sync_playwright() as playwright:
        path = next((path for path in ("/usr/bin/chromium", "/usr/bin/chromium-browser")
                     if pathlib.Path(path).exists()), None)
        if not path:
            raise Failure("there is no Chromium; install the package chromium")
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        try:
            yield browser
        finally:
            browser.close()


class Fetches:
    """What a browser context fetches besides the page, in order, each path once."""

    def __init__(self, context, base):
        self.base = base
        self.paths = []
        self.requests = {}
        context.on("requestfinished", self._seen)

    def _seen(self, request):
        address = urllib.parse.urlsplit(request.url)
        if not request.url.startswith(self.base) or request.resource_type in PAGE or "favicon" in address.path:
            return
        if address.path not in self.paths:
            self.paths.append(address.path)

    def take(self):
        """The paths since the last call."""
        taken, self.paths[:] = list(self.paths), []
        taken = [path for path in taken if path not in self.requests]
        self.requests.update(dict.fromkeys(taken))
        return taken


def gzipped(base, paths, known={}):
    """Bytes of each path as gzip at level 6 has them; files that are compressed already stay so."""
    sizes = {}
    for path in paths:
        if (base, path) not in known:
            with urllib.request.urlopen(base + path, timeout=20) as answer:
                body = answer.read()
            known[base, path] = min(len(body), len(gzip.compress(body, 6, mtime=0)))
        sizes[path] = known[base, path]
    return sizes
