"""Other engines over the same articles and queries, each in a process of its own.

usage: python3 -m search_bench.peers ENGINE JOB.json    prints the figures as JSON

Every engine has the title and the text of each article, stems, joins the words of a query with OR, weighs
the title twice and returns its best ten on one thread. What is timed is the engine's own calls: parsing
the query and ranking, not the fetching of titles. The time of an empty call through the same binding is
taken off.
"""
import json
import pathlib
import re
import shutil
import sqlite3
import statistics
import sys
import time

from . import content, tools

wall, processor = time.perf_counter_ns, time.thread_time_ns
STEMMERS = {"en": "english", "fr": "french"}


class Tantivy:
    """tantivy: simple tokens, lower case, ASCII folding, Snowball; `total` also counts all that match."""

    def __init__(self, folder, language, total=False):
        import tantivy
        self.total = total
        schema = tantivy.SchemaBuilder()
        schema.add_text_field("id", stored=True, tokenizer_name="raw")
        schema.add_text_field("title", stored=True, tokenizer_name="words")
        schema.add_text_field("text", tokenizer_name="words")
        self.index = tantivy.Index(schema.build(), path=str(folder))
        stages = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple()).filter(tantivy.Filter.lowercase())
        stages = stages.filter(tantivy.Filter.stemmer(STEMMERS[language])).filter(tantivy.Filter.ascii_fold())
        self.index.register_tokenizer("words", stages.build())
        self.document = tantivy.Document
        self.none = tantivy.Query.empty_query()

    def build(self, articles):
        writer = self.index.writer(heap_size=2_000_000_000, num_threads=1)
        for identifier, title, text in articles:
            writer.add_document(self.document(id=identifier, title=title, text=text))
        writer.commit()
        writer.wait_merging_threads()

    def open(self):
        self.index.reload()
        self.searcher = self.index.searcher()

    def prepared(self, words):
        return " ".join(words)

    def search(self, text):
        query = self.index.parse_query(text, ["title", "text"], field_boosts={"title": 2.0})
        return self.searcher.search(query, 10, count=self.total)

    def empty(self):
        self.index.parse_query("", ["title", "text"], field_boosts={"title": 2.0})
        return self.searcher.search(self.none, 10, count=self.total)

    def ids(self, found):
        return [self.searcher.doc(address)["id"][0] for _, address in found.hits]


class FTS5:
    """SQLite FTS5: unicode61 with accents removed, Porter's stemmer (English only), bm25."""

    def __init__(self, folder, language, total=False):
        self.base = sqlite3.connect(folder / "fts5.sqlite", isolation_level=None)

    def build(self, articles):
        self.base.execute("PRAGMA journal_mode = OFF")
        self.base.execute("PRAGMA synchronous = OFF")
        self.base.execute("CREATE VIRTUAL TABLE a USING fts5(id UNINDEXED, title, text, "
                          "tokenize = 'porter unicode61 remove_diacritics 2')")
        self.base.execute("BEGIN")
        self.base.executemany("INSERT INTO a VALUES (?, ?, ?)", articles)
        self.base.execute("INSERT INTO a(a, rank) VALUES ('rank', 'bm25(1.0, 2.0, 1.0)')")
        self.base.execute("INSERT INTO a(a) VALUES ('optimize')")
        self.base.execute("COMMIT")

    def open(self):
        self.base.execute("PRAGMA mmap_size = 8000000000")
        self.base.execute("PRAGMA cache_size = -65536")

    def prepared(self, words):
        return " OR ".join(f'"{word}"' for word in words)

    def search(self, text):
        return self.base.execute("SELECT rowid FROM a WHERE a MATCH ? ORDER BY rank LIMIT 10", (text,)).fetchall()

    def empty(self):
        return self.base.execute("SELECT 1 WHERE ? = ''", ("x",)).fetchall()

    def ids(self, found):
        return [self.base.execute("SELECT id FROM a WHERE rowid = ?", row).fetchone()[0] for row in found]


class Xapian:
    """Xapian: its Snowball stemmer and BM25; `total` also counts all that match."""

    def __init__(self, folder, language, total=False):
        import xapian
        self.xapian = xapian
        self.folder = folder
        self.stemmer = xapian.Stem(STEMMERS[language])
        self.total = total

    def build(self, articles):
        xapian = self.xapian
        base = xapian.WritableDatabase(str(self.folder / "xapian"), xapian.DB_CREATE_OR_OVERWRITE | xapian.DB_NO_SYNC)
        terms = xapian.TermGenerator()
        terms.set_stemmer(self.stemmer)
        terms.set_stemming_strategy(xapian.TermGenerator.STEM_ALL)
        for identifier, title, text in articles:
            document = xapian.Document()
            document.set_data(identifier)
            terms.set_document(document)
            terms.index_text_without_positions(title, 2)
            terms.index_text_without_positions(text)
            base.add_document(document)
        base.commit()
        base.close()

    def open(self):
        xapian = self.xapian
        self.base = xapian.Database(str(self.folder / "xapian"))
        self.parser = xapian.QueryParser()
        self.parser.set_stemmer(self.stemmer)
        self.parser.set_stemming_strategy(xapian.QueryParser.STEM_ALL)
        self.parser.set_default_op(xapian.Query.OP_OR)
        self.checked = self.base.get_doccount() if self.total else 0

    def prepared(self, words):
        # Lower case, as a capital would stand for a name that is not to be stemmed.
        return " ".join(words).lower()

    def search(self, text):
        enquire = self.xapian.Enquire(self.base)
        enquire.set_query(self.parser.parse_query(text, 0))
        return enquire.get_mset(0, 10, self.checked)

    def empty(self):
        return self.search("")

    def ids(self, found):
        return [match.document.get_data().decode() for match in found]


ENGINES = {"tantivy": Tantivy, "fts5": FTS5, "xapian": Xapian}


def indexed(engine, folder, job):
    """Seconds that building the index took, and its bytes; an index of an earlier run is used again."""
    record = folder / "built.json"
    if not record.exists():
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        start = time.monotonic()
        engine(folder, job["language"]).build(content.read_articles(job["articles"]))
        built = {"seconds": time.monotonic() - start, "bytes": tools.folder_size(folder)}
        record.write_text(json.dumps(built))
    return json.loads(record.read_text())


def timed(engine, queries, budget):
    """Times in µs: wall of a first pass, least processor time of five more answers.

    `balise-bench search` has the same. Both stop once the budget of seconds is spent; queries come in random
    order, so what is left out is not of one kind.
    """
    def ask(clock, call, *arguments):
        start = clock()
        found = call(*arguments)
        return clock() - start, found

    def empty(clock):
        return statistics.median(ask(clock, engine.empty)[0] for _ in range(200))

    overheads = {clock: empty(clock) for clock in (wall, processor)}
    prepared = [engine.prepared(re.findall(r"\w+", text)) for _, text in queries]

    def search(clock, text):
        took, found = ask(clock, engine.search, text)
        return max(0, took - overheads[clock]) / 1e3, found

    first, least, expected = [], [], 0
    end = time.monotonic() + budget
    for (identifier, _), text in zip(queries, prepared):
        took, found = search(wall, text)
        first.append(took)
        expected += identifier in engine.ids(found)
        if time.monotonic() > end:
            break
    end = time.monotonic() + budget
    for text in prepared[:len(first)]:
        least.append(min(search(processor, text)[0] for _ in range(5)))
        if time.monotonic() > end:
            break
    return {"first": tools.summary(first), "least": tools.summary(least), "queries": len(least),
            "expected": expected / len(first), "overhead": overheads[processor] / 1e3}


def main():
    kind = ENGINES[sys.argv[1]]
    job = json.loads(pathlib.Path(sys.argv[2]).read_text())
    folder = pathlib.Path(job["folder"]) / sys.argv[1]
    report = {"built": indexed(kind, folder, job), "sets": {}}
    for total in ([False] if kind is FTS5 else [False, True]):
        engine = kind(folder, job["language"], total)
        engine.open()
        for name, queries in job["sets"].items():
            report["sets"].setdefault(name, {})["counted" if total else "best"] = timed(engine, queries, job["budget"])
    print(json.dumps(report))


if __name__ == "__main__":
    main()
