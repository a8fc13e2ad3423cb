"""HTTP: searches beside a constant answer of the same size, from the same server."""
import json
import re
import shutil
import statistics
import tempfile
import urllib.parse
import urllib.request

from . import content, tools

ROTATING = """local paths = {%s}
local at = 0
function request()
  at = at %% #paths + 1
  return wrk.format("GET", paths[at])
end
"""


def measure(setting, folder, site):
    language = setting.languages[0]
    seconds, rounds = (2, 1) if setting.quick else (5, 3)
    work = setting.work / "http"
    shutil.rmtree(work, ignore_errors=True)
    # A copy, as files of its own are put into it.
    tools.note("copying the site")
    shutil.copytree(site, work / "site")
    articles = work / "articles.jsonl"
    content.write_articles(folder, language, articles)
    queries = folder.parent / "queries.tsv"
    sets = content.query_sets(articles, queries if queries.exists() else None, language, 100)
    texts = [text for rows in sets.values() for _, text in rows][:400]
    paths = [f"/api/v1/search?{urllib.parse.urlencode({'q': text, 'lang': language})}" for text in texts]
    repeated = f"/api/v1/search?{urllib.parse.urlencode({'q': sets['two rare words'][0][1], 'lang': language})}"

    with tools.Server(setting.binary, work / "site", work / "data") as server:
        answers = [fetched(server.base + path) for path in [repeated, *paths]]
    sizes = [len(answer) for answer in answers]
    average = round(statistics.fmean(sizes[1:]))
    for name, size in (("bench-one.json", sizes[0]), ("bench-all.json", average)):
        (work / "site" / name).write_bytes(b'"' + b"x" * max(0, size - 2) + b'"')
    script = work / "rotating.lua"
    script.write_text(ROTATING % ",\n".join(json.dumps(path) for path in paths))

    tools.heading(f"HTTP: wrk, 32 connections, {seconds} s, median of {rounds}, {language}, {site_size(site)}")
    runs = {"one": [], "constant one": [], "rotating": [], "constant all": []}
    with tools.Server(setting.binary, work / "site", work / "data") as server, tempfile.TemporaryDirectory() as empty:
        for _ in range(rounds):
            runs["constant one"].append(wrk(server.base + "/bench-one.json", seconds, empty))
            runs["one"].append(wrk(server.base + repeated, seconds, empty))
            runs["constant all"].append(wrk(server.base + "/bench-all.json", seconds, empty))
            runs["rotating"].append(wrk(server.base + "/", seconds, empty, script))
    speed = {name: statistics.median(run[0] for run in rows) for name, rows in runs.items()}
    delay = {name: statistics.median(run[1] for run in rows) for name, rows in runs.items()}
    wrong = {name: sum(run[2] for run in rows) for name, rows in runs.items()}
    rows = [("a constant file as large as that answer", "constant one", sizes[0]),
            ("one query again and again", "one", sizes[0]),
            ("a constant file as large as the mean answer", "constant all", average),
            (f"{len(paths)} queries in turn", "rotating", average)]
    tools.table(["", "requests/s", "99 % ms", "bytes an answer", "share of the constant", "not answered with 200"],
                [[label, speed[name], delay[name], size, share(speed, name), wrong[name]] for label, name, size in rows])
    print("\n  aim: 70 % of the constant")
    shutil.rmtree(work)


def share(speed, name):
    constant = {"one": "constant one", "rotating": "constant all"}.get(name)
    if not constant:
        return ""
    return f"{100 * speed[name] / speed[constant]:.0f} %"


def site_size(site):
    manifests = [json.loads(path.read_text()) for path in sorted((site / "search").glob("*.json"))]
    return " + ".join(f"{manifest.get('documents', 0):,}" for manifest in manifests) + " articles"


def fetched(url):
    with urllib.request.urlopen(url, timeout=20) as answer:
        return answer.read()


def wrk(url, seconds, folder, script=None):
    """Requests a second, the 99th percentile of the latency in ms, and how many were not answered well."""
    command = ["wrk", "-t1", "-c32", f"-d{seconds}s", "--latency", url]
    if script:
        command += ["-s", script]
    text = tools.run(command, cwd=folder, timeout=seconds + 30)
    rate = float(re.search(r"Requests/sec:\s+([\d.]+)", text)[1])
    number, unit = re.search(r"99%\s+([\d.]+)(us|ms|s)", text).groups()
    bad = sum(int(found) for found in re.findall(r"Non-2xx or 3xx responses: (\d+)", text))
    bad += sum(sum(int(part) for part in re.findall(r"\d+", line)) for line in re.findall(r"Socket errors: (.*)", text))
    return rate, float(number) * {"us": .001, "ms": 1, "s": 1000}[unit], bad
