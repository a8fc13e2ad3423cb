"""Query speed: Balise beside tantivy, SQLite FTS5 and Xapian, and the time to open the index."""
import json
import os
import sys

from . import content, tools

PEERS = {"tantivy": "tantivy", "fts5": "SQLite FTS5", "xapian": "Xapian"}
BALISE = "Balise"


def measure(setting, name, folder, site, language, aims):
    """Speed over one corpus.

    - setting: what was asked for; `aims` are the median in µs and how many times that 99 % may take.
    """
    work = setting.work / f"peers-{name}-{language}"
    work.mkdir(exist_ok=True)
    articles = work / "articles.jsonl"
    if not articles.exists():
        tools.note(f"reading the {language} articles of {name}")
        content.write_articles(folder, language, articles)
    queries = folder.parent / "queries.tsv"
    sets = content.query_sets(articles, queries if queries.exists() else None, language, setting.queries)
    ours = {label: balise(setting, site, language, rows, work) for label, rows in sets.items()}
    peers = {engine: peer(setting, engine, articles, language, sets, work) for engine in PEERS}
    documents = next(iter(ours.values()))["documents"]

    tools.heading(f"Query speed, {name} ({language}): {documents:,} articles, one thread, µs")
    print(f"  Median, 99 %, mean and worst are of the least processor time of five answers to each query; 'first' is\n"
          f"  the wall time of the first answer after opening, which is longer where others use the processor.\n"
          f"  Balise's times have ids, titles, tags and the total; those of the others the numbers of ten hits,\n"
          f"  without titles, less an empty call through Python ({overheads(peers)}).\n"
          f"  'found': the article that the query was made from is among the ten. × Balise: of the medians.")
    for label, rows in sets.items():
        print(f"\n  {label}: {len(rows)} queries, such as '{rows[0][1]}'")
        tools.table(["", "median", "99 %", "mean", "worst", "first median", "first 99 %", "found", "× Balise"],
                    lines(label, ours, peers, len(rows)))
    print(f"\n  aim: median under {aims[0]:,} µs, 99 % under {aims[0] * aims[1]:,} µs, ahead of every other engine")
    for label in sets:
        least = ours[label]["modes"][0]["least"]
        best, fastest = min((figures["sets"][label]["best"]["least"]["median"], PEERS[engine])
                            for engine, figures in peers.items())
        verdict = "reached" if (least["median"] < aims[0] and least["p99"] < aims[0] * aims[1]
                                and least["median"] < best) else "NOT reached"
        print(f"    {label}: {verdict}; the fastest of the others is {fastest}, {best / least['median']:.2f} × Balise")
    opened = json.loads(tools.run([setting.bench, "open", site, language, "--json"]))
    times = opened["times"]
    print(f"\n  opening the index: first {opened['first'] / 1e3:.2f} ms of wall time, then {opened['runs']} times: "
          f"median {times['median'] / 1e3:.2f}, worst {times['worst'] / 1e3:.2f} ms of processor time")
    print("\n  indexes of the others (built on one thread, for what it is worth):")
    tools.table(["", "s", "MB"], [[PEERS[engine], figures["built"]["seconds"], figures["built"]["bytes"] / 1e6]
                                  for engine, figures in peers.items()])


def lines(label, ours, peers, asked):
    base = ours[label]["modes"][0]["least"]["median"]

    def row(name, figures):
        least, first = figures["least"], figures["first"]
        if figures.get("queries", asked) < asked:
            name += f" ({figures['queries']} queries in its time)"
        return [name, least["median"], least["p99"], least["mean"], least["worst"], first["median"], first["p99"],
                f"{100 * figures['expected']:.0f} %", f"{least['median'] / base:.2f}"]

    rows = [row(f"{BALISE}, {mode['name']}", mode) for mode in ours[label]["modes"]]
    for engine, figures in peers.items():
        for kind, suffix in (("best", ", best ten"), ("counted", ", best ten and total")):
            if kind in figures["sets"][label]:
                rows.append(row(PEERS[engine] + suffix, figures["sets"][label][kind]))
    return rows


def overheads(peers):
    shares = []
    for engine, figures in peers.items():
        least = min(result["overhead"] for kinds in figures["sets"].values() for result in kinds.values())
        shares.append(f"{PEERS[engine]} {least:.1f}")
    return ", ".join(shares) + " µs"


def balise(setting, site, language, rows, work):
    tools.note(f"Balise: {len(rows)} queries")
    file = work / "queries.tsv"
    file.write_text("".join(f"{identifier}\t{text}\n" for identifier, text in rows), encoding="utf-8")
    return json.loads(tools.run([setting.bench, "search", site, language, file, "--json"]))


def peer(setting, engine, articles, language, sets, work):
    tools.note(f"{PEERS[engine]}: index and queries")
    job = work / "job.json"
    job.write_text(json.dumps({"articles": str(articles), "language": language, "folder": str(work), "sets": sets,
                               "budget": setting.budget}))
    # Xapian comes from the system's packages, so the system's Python runs it.
    python = "/usr/bin/python3" if engine == "xapian" else sys.executable
    environment = os.environ | {"PYTHONPATH": str(tools.ROOT / "script"), "PYTHONDONTWRITEBYTECODE": "1",
                                "XAPIAN_FLUSH_THRESHOLD": "50000"}
    return json.loads(tools.run([python, "-m", "search_bench.peers", engine, job], env=environment))
