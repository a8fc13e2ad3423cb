import FileSystem
import Foundation
import Search

/// Scores the ranking on retrieval collections: folders with `docs.jsonl`, `queries.jsonl` and
/// `qrels.tsv`, each read as a knowledge base of one article a document.
///
/// The figures are those of trec_eval: nDCG@10 with linear gains, and the mean reciprocal rank.
struct RelevanceBench {
  let folder: String

  func run() throws {
    for name in try FileManager.default.contentsOfDirectory(atPath: folder).sorted() {
      let path = folder + "/" + name
      guard FileManager.default.fileExists(atPath: path + "/docs.jsonl") else { continue }
      try score(path, name)
    }
  }

  private func score(_ path: String, _ name: String) throws {
    let records = try lines(path + "/docs.jsonl").compactMap(Self.object)
    let language = Language(code: records.first?["lang"] as? String ?? "en")
    let index = try InvertedIndex(
      pieces: Self.pieces(records, language).map { IndexBytes($0.bytes) })
    let searcher = Searcher(index: index)
    var wanted: [String: [String: Double]] = [:]
    for line in try lines(path + "/qrels.tsv") {
      let row = line.split(separator: "\t").map(String.init)
      guard row.count > 2, let grade = Double(row[2]), grade > 0 else { continue }
      wanted[row[0], default: [:]][row[1]] = grade
    }
    let altered = Score(try lines(path + "/queries.jsonl"), wanted, searcher)
    var text = "\(name): nDCG@10 \(altered.gain)  MRR@10 \(altered.rank)  \(altered.count) queries"
    if let clean = try? lines(path + "/orig.jsonl") {
      let clean = Score(clean, wanted, searcher)
      text += "  clean \(clean.gain)  kept \(altered.gain / clean.gain)"
    }
    print(text)
  }

  private static func pieces(_ records: [[String: Any]], _ language: Language) -> [IndexPiece] {
    var segment = IndexSegment(language: language)
    for record in records {
      let id = record["id"] as? String ?? ""
      let text = record["text"] as? String ?? ""
      segment.add(
        Document(
          id: id, url: "/\(id)/", title: record["title"] as? String ?? id,
          tags: record["tags"] as? [String] ?? [], sections: [Section(text: Array(text.utf8))]))
    }
    var builder = IndexBuilder(language: language)
    builder.append(segment)
    return builder.build()
  }

  private func lines(_ path: String) throws -> [String] {
    try FileSystem.read(path).split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) }
  }

  fileprivate static func object(_ line: String) -> [String: Any]? {
    try? JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
  }
}

/// What a run of queries scores on the average.
private struct Score {
  private(set) var gain = 0.0
  private(set) var rank = 0.0
  private(set) var count = 0

  init(_ lines: [String], _ wanted: [String: [String: Double]], _ searcher: Searcher) {
    for line in lines {
      guard let query = RelevanceBench.object(line), let id = query["id"] as? String,
        let text = query["text"] as? String, let grades = wanted[id]
      else { continue }
      let request = SearchRequest(text: text, limit: 10, facets: false, snippets: false)
      let found = searcher.search(request).hits.map { grades[$0.id] ?? 0 }
      let ideal = grades.values.sorted(by: >).prefix(10)
      gain += Score.discounted(found) / Score.discounted(Array(ideal))
      rank += found.firstIndex { $0 > 0 }.map { 1 / Double($0 + 1) } ?? 0
      count += 1
    }
    gain = (gain / Double(max(1, count)) * 1e4).rounded() / 1e4
    rank = (rank / Double(max(1, count)) * 1e4).rounded() / 1e4
  }

  private static func discounted(_ gains: [Double]) -> Double {
    zip(gains, 2...).reduce(0) { $0 + $1.0 / log2(Double($1.1)) }
  }
}
