"""What the programs that drive browsers share: the server, folders of files, and the tally."""
import argparse
import functools
import http.server
import pathlib
import shutil
import subprocess
import sys
import tempfile
import threading
import traceback

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
VENV = ROOT / ".build-venv"
ARTICLE = {"fr": "gestion-urgence-surchauffe-batterie", "en": "battery-overheating-emergency"}


def enter_venv(program):
    """Runs a program again with the packages that tests need."""
    if pathlib.Path(sys.prefix) == VENV:
        return
    if not (VENV / "bin/python").exists():
        sys.exit(f"{program}: no .build-venv; run script/bootstrap --test")
    sys.exit(subprocess.call([VENV / "bin/python", program, *sys.argv[1:]]))


def pages(language):
    """One page of every kind, as the server answers for it."""
    return {
        "home": f"/{language}/", "article": f"/{language}/articles/{ARTICLE[language]}/",
        "category": f"/{language}/categories/troubleshooting/", "tag": f"/{language}/tags/overheating/",
        "difficulty": f"/{language}/difficulty/expert/", "articles": f"/{language}/articles/",
        "search": f"/{language}/search/?q=" + ("surchauffe" if language == "fr" else "overheating"),
        "no query": f"/{language}/search/", "nothing": f"/{language}/search/?q=zzzzqqqq",
        "404": f"/{language}/no-such-page/", "offline": f"/{language}/offline.html",
    }


class Server:
    """The real server over a folder's site, on a free port."""

    def __init__(self, binary, output, data, *arguments):
        self.process = subprocess.Popen(
            [binary, "serve", "--port", "0", "--output", output, "--data", data, *arguments],
            cwd=ROOT, stderr=subprocess.PIPE, text=True)
        line = next(line for line in self.process.stderr if "Serving" in line)
        self.base = line.split(" at ")[1].split()[0].rstrip("/")

    def stop(self):
        self.process.terminate()
        assert self.process.wait(20) == 0


class Files:
    """A folder behind a plain file host, on a free port."""

    def __init__(self, folder, **headers):
        class Handler(http.server.SimpleHTTPRequestHandler):
            def log_message(self, *_):
                pass

            def end_headers(self):
                for name, value in headers.items():
                    self.send_header(name.replace("_", "-"), value)
                super().end_headers()

        self.host = http.server.ThreadingHTTPServer(
            ("127.0.0.1", 0), functools.partial(Handler, directory=str(folder)))
        threading.Thread(target=self.host.serve_forever, daemon=True).start()
        self.base = f"http://127.0.0.1:{self.host.server_port}"

    def stop(self):
        self.host.shutdown()
        self.host.server_close()


class Tally:
    """Runs tests one after the other and counts."""

    def __init__(self):
        self.tests = []

    def __call__(self, function):
        self.tests.append(function)
        return function

    def run(self, subject, only=None):
        passed = failed = 0
        for function in self.tests:
            if only and only not in function.__name__:
                continue
            try:
                function(subject)
                passed += 1
                print(f"ok    {function.__name__}", flush=True)
            except Exception:
                failed += 1
                print(f"FAIL  {function.__name__}", flush=True)
                traceback.print_exc()
        print(f"{passed} passed, {failed} failed")
        return 1 if failed or not passed else 0


def arguments(description):
    """What every program takes: another binary, and a part of the names of tests."""
    options = argparse.ArgumentParser(
        description=description, formatter_class=argparse.RawTextHelpFormatter)
    options.add_argument("binary", nargs="?", default=ROOT / ".build/debug/balise", type=pathlib.Path)
    options.add_argument("--only", help="run only tests with this in their name")
    return options.parse_args()


class Work:
    """A folder of its own with the site of content/."""

    def __init__(self, binary, *arguments):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="balise-browser-"))
        self.binary = binary.resolve()
        self.output = self.folder / "site"
        subprocess.run([self.binary, "build", "--output", self.output, *arguments], cwd=ROOT, check=True,
                       capture_output=True)

    def serve(self, *arguments):
        return Server(self.binary, self.output, self.folder / "data", *arguments)

    def remove(self):
        shutil.rmtree(self.folder, ignore_errors=True)
