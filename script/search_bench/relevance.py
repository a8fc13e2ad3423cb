"""Relevance: Balise beside the best of the other engines, as measured once on the same collections."""
import re

from . import tools

# nDCG@10 of the best of SQLite FTS5, bm25s, tantivy, Xapian, Lucene, MiniSearch and Pagefind; it is tantivy's.
BEST = {"fr-cnil": .705, "en-stackfaq": .887, "ki-astro-en": .873, "ki-astro-fr": .852,
        # With one typing error a query, and without accents.
        "typo-fr-cnil": .614, "typo-en-stackfaq": .821, "noacc-fr-cnil": .644}
AIM = 1.03
LINE = re.compile(r"^(\S+): nDCG@10 ([\d.]+)\s+MRR@10 ([\d.]+)\s+(\d+) queries(?:.*?kept ([\d.]+))?", re.MULTILINE)


def measure(setting):
    if not setting.collections:
        tools.note("relevance: left out, as it needs --collections FOLDER")
        return
    output = tools.run([setting.bench, "relevance", setting.collections])
    tools.heading(f"Relevance: nDCG@10, and MRR@10 of Balise; aim: × {AIM} of the best of the others, "
                  "97 % kept with a typing error")
    rows = []
    for name, gain, rank, count, kept in LINE.findall(output):
        best = BEST.get(name)
        rows.append([name, count, f"{float(gain):.3f}", f"{float(rank):.3f}", f"{best:.3f}" if best else "–",
                     f"{float(gain) / best:.3f}" if best else "–",
                     "–" if not best else "yes" if float(gain) >= AIM * best else "NO",
                     f"{100 * float(kept):.1f} %" if kept else ""])
    tools.table(["collection", "queries", "nDCG@10", "MRR@10", "best other", "ratio", f"× {AIM}", "kept of clean"],
                rows)
