"""What every part uses: running programs, summing up times, printing tables."""
import os
import pathlib
import re
import statistics
import subprocess
import sys
import tempfile
import threading
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
VENV = ROOT / ".build-venv"


class Failure(Exception):
    """A measurement that cannot be made, in words for the person who asked for it."""


def note(text):
    """Says on stderr what is going on, so that stdout holds figures only."""
    print(f"· {text}", file=sys.stderr, flush=True)


def heading(text):
    load = os.getloadavg()[0]
    print(f"\n== {text}\n(load of the machine when this began: {load:.1f} on {os.cpu_count()} cores)\n", flush=True)


def table(columns, rows):
    """Prints rows under their columns, the first to the left and figures to the right."""
    cells = [columns] + [[cell if isinstance(cell, str) else figure(cell) for cell in row] for row in rows]
    widths = [max(len(row[column]) for row in cells) for column in range(len(columns))]
    for row in cells:
        line = "  ".join(cell.ljust(width) if number == 0 else cell.rjust(width)
                         for number, (cell, width) in enumerate(zip(row, widths)))
        print("  " + line.rstrip(), flush=True)


def figure(value):
    """A figure with as many digits as mean something."""
    if value is None:
        return "–"
    if isinstance(value, int) or abs(value) >= 100:
        return f"{value:,.0f}"
    return f"{value:.1f}" if abs(value) >= 10 else f"{value:.2f}"


def summary(times):
    """Median, 99 %, mean and worst of some times; the 99 % is the figure that 1 in 100 exceeds."""
    times = sorted(times)
    return {"median": statistics.median(times), "p99": times[min(len(times) - 1, int(len(times) * .99))],
            "mean": statistics.fmean(times), "worst": times[-1]}


def run(command, **options):
    """Runs a program to its end; its output, or a Failure with the end of what it complained about."""
    result = subprocess.run([str(part) for part in command], capture_output=True, text=True, **options)
    if result.returncode:
        raise Failure(f"{pathlib.Path(str(command[0])).name} failed: {(result.stderr or result.stdout)[-800:].strip()}")
    return result.stdout


def measured(command):
    """Wall seconds, user seconds, most memory in MB and all output of one run."""
    start = time.monotonic()
    with tempfile.TemporaryFile() as output:
        process = subprocess.Popen([str(part) for part in command], stdout=output, stderr=subprocess.STDOUT)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        wall = time.monotonic() - start
        output.seek(0)
        text = output.read().decode("utf-8", "replace")
    if status:
        raise Failure(f"{' '.join(str(part) for part in command[:2])} failed: {text[-800:].strip()}")
    return wall, usage.ru_utime, usage.ru_maxrss / 1024, text


def folder_size(folder, pattern="*"):
    """Bytes of the files below a folder."""
    return sum(path.stat().st_size for path in pathlib.Path(folder).rglob(pattern) if path.is_file())


class Server:
    """`balise serve` over a site on a free port of the loopback interface."""

    def __init__(self, binary, site, data):
        self.process = subprocess.Popen(
            [binary, "serve", "--port", "0", "--output", site, "--data", data, "--log-level", "notice"],
            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        self.base = None
        heard = []
        for line in self.process.stderr:
            heard.append(line)
            found = re.search(r"http://[^\s]+", line) if "Serving" in line else None
            if found:
                self.base = found[0].rstrip("/.")
                break
        if not self.base:
            self.stop()
            raise Failure(f"balise serve did not start: {''.join(heard)[-800:].strip()}")
        # What it says from here on is read so that it never waits for a reader.
        threading.Thread(target=lambda: [None for _ in self.process.stderr], daemon=True).start()

    def stop(self):
        self.process.terminate()
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.stop()
