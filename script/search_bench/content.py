"""Articles and queries: one reading of the Markdown for all engines."""
import json
import pathlib
import random
import re
import shutil

from .tools import Failure, note

LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
MARKS = re.compile(r"^(#+|>|\d+\.|```\w*)|[|*`]|---", re.MULTILINE)
WORD = re.compile(r"\w+")


def articles(content, language):
    """Id, title and text of each article of a language; the text has the description and no markup."""
    for path in sorted((pathlib.Path(content) / language).rglob("*.md")):
        source = path.read_text(encoding="utf-8")
        if not source.startswith("---\n"):
            continue
        head, _, body = source[4:].partition("\n---\n")
        fields = dict(line.split(": ", 1) for line in head.splitlines() if ": " in line)
        text = fields.get("description", "") + "\n" + MARKS.sub(" ", LINK.sub(r"\1", body))
        yield fields.get("id", path.stem), fields.get("title", ""), " ".join(text.split())


def write_articles(content, language, file):
    """Writes the articles as lines of JSON, which every engine then reads; how many there are."""
    count = 0
    with open(file, "w", encoding="utf-8") as output:
        for row in articles(content, language):
            output.write(json.dumps(row, ensure_ascii=False) + "\n")
            count += 1
    if not count:
        raise Failure(f"there are no articles in '{content}/{language}'")
    return count


def read_articles(file):
    with open(file, encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def query_sets(file, queries, language, count):
    """Sets of (expected id, text): two rare words, titles, one word, ten words.

    The same file gives the same sets. Without a file of queries the two words are the longest of an
    article, as in that file.
    """
    rows = list(read_articles(file))
    source = random.Random(11)
    sample = [source.choice(rows) for _ in range(3 * count)]
    pairs = []
    if queries:
        for line in pathlib.Path(queries).read_text(encoding="utf-8").splitlines():
            code, text, identifier = line.split("\t")
            if code == language:
                pairs.append((identifier, text))
    if not pairs:
        for identifier, _, text in sample[:count]:
            words = sorted(set(re.findall(r"[^\W\d_]{5,}", text.lower())), key=lambda word: (-len(word), word))
            pairs.append((identifier, " ".join(words[:2])))
    titles = [(identifier, title) for identifier, title, _ in sample[:count]]
    # Drawn as titles have them, so most are words that many articles have.
    single = [(identifier, source.choice(WORD.findall(title) or ["a"]))
              for identifier, title, _ in sample[count:2 * count]]
    questions = []
    for identifier, _, text in sample[2 * count:]:
        words = sorted(set(WORD.findall(text.lower())))
        questions.append((identifier, " ".join(source.sample(words, min(10, len(words))))))
    return {"two rare words": pairs[:count], "whole titles": titles, "one word": single, "ten words": questions}


def corpus(folder, articles_count, languages, generator):
    """Content of made-up articles, written by `script/bench`'s generator unless it is there already."""
    folder = pathlib.Path(folder)
    if not (folder / "site.yaml").exists():
        note(f"writing {articles_count} articles × {len(languages)}")
        folder.mkdir(parents=True, exist_ok=True)
        generator(folder, articles_count, languages)
    return folder


def subset(content, language, count, folder):
    """The first articles of content in one language, as content of their own; links stay among them."""
    source = pathlib.Path(content)
    target = pathlib.Path(folder)
    (target / language).mkdir(parents=True)
    paths = sorted((source / language).rglob("*.md"))[:count]
    names = [path.name for path in paths]
    choice = random.Random(13)
    for path in paths:
        text = path.read_text(encoding="utf-8")
        text = re.sub(r"\]\([^)/:]+\.md\)", lambda _: f"]({choice.choice(names)})", text)
        (target / language / path.name).write_text(text, encoding="utf-8")
    shutil.copy(source / "site.yaml", target / "site.yaml")
    return target
