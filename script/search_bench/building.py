"""Building: what indexing costs of a build, and whether it grows as the articles do."""
import re
import shutil
import statistics

from . import content, tools

STEPS = [10_000, 30_000, 100_000]


def measure(setting, small, large):
    runs = 1 if setting.quick else 3
    rows = [build(setting, small) for _ in range(runs)]
    files = sum(1 for _ in small.rglob("*.md"))
    tools.heading(f"Building: {files:,} files of articles, all languages together, median of {runs}")
    stages = {name: statistics.median(row["stages"].get(name, 0) for row in rows) for name in rows[0]["stages"]}
    wall = statistics.median(row["wall"] for row in rows)
    total = sum(stages.values())
    table = [[name, seconds, f"{100 * seconds / total:.0f} %"] for name, seconds in stages.items()]
    table.append(["whole build", wall, ""])
    tools.table(["stage", "s", "share"], table)
    print(f"  user time {statistics.median(row['user'] for row in rows):.2f} s, "
          f"peak memory {statistics.median(row['memory'] for row in rows):,.0f} MB")
    print(f"  indexing is {100 * stages.get('index', 0) / total:.0f} % of the stages; aim: under 50 %")
    if not large:
        return
    present = sum(1 for _ in (large / "en").rglob("*.md"))
    counts = sorted({min(count, present) for count in STEPS})
    table = []
    for count in counts:
        folder = setting.work / f"content-{count}"
        source = large
        if count < present:
            shutil.rmtree(folder, ignore_errors=True)
            tools.note(f"copying {count} articles")
            source = content.subset(large, "en", count, folder)
        row = build(setting, source)
        shutil.rmtree(folder, ignore_errors=True)
        index = row["stages"].get("index", 0)
        table.append([f"{count:,}", row["wall"], row["user"], index, 1e3 * index / count, row["memory"],
                      1e3 * row["memory"] / count, row["bytes"] / 1e6, f"{100 * row['bytes'] / row['text']:.0f} %"])
    tools.heading("Building: does it grow as the articles do? English, one run each")
    tools.table(["articles", "build s", "user s", "index s", "index ms an article", "peak MB", "MB a 1,000",
                 "index MB", "of the Markdown"], table)
    print(f"\n  from {table[0][0]} to {table[-1][0]} articles, × {counts[-1] / counts[0]:.1f}: index time × "
          f"{table[-1][3] / max(table[0][3], .01):.1f}, peak memory × {table[-1][5] / table[0][5]:.1f}")


def build(setting, folder):
    """One build into a folder that is not there yet, which is removed."""
    output = setting.work / "site-timed"
    shutil.rmtree(output, ignore_errors=True)
    tools.note(f"building {folder.name}")
    wall, user, memory, text = tools.measured(
        [setting.binary, "build", "--content", folder, "--output", output, "--timings"])
    stages = {name: float(number.replace(",", ".")) / (1000 if unit == "ms" else 1) for name, number, unit in
              re.findall(r"^  ([a-z][a-z ]*?)\s+([\d.,]+) (ms|s)\b", text, re.MULTILINE)}
    if "index" not in stages:
        raise tools.Failure(f"balise build --timings has no stage 'index': {text[-400:]}")
    size = tools.folder_size(output / "search")
    shutil.rmtree(output)
    return {"wall": wall, "user": user, "memory": memory, "stages": stages, "bytes": size,
            "text": tools.folder_size(folder, "*.md")}
