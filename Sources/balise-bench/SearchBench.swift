import BuiltSite
import FileSystem
import Foundation
import Search

/// Answers queries over a built site's index, one after another on one thread.
///
/// Each mode opens the index anew. Its first pass answers every query once, as a server does that
/// has just started, and is timed by the clock on the wall. After it each query counts with the
/// least processor time of five more answers.
struct SearchBench {
  let site: String
  let language: String
  let queries: String
  let json: Bool
  let onlyRanking: Bool

  private static let modes: [(name: String, facets: Bool, snippets: Bool)] = [
    ("ranking", false, false),
    ("ranking and facets", true, false),
    ("ranking, facets and snippets", true, true),
  ]

  func run() throws {
    let rows = try FileSystem.read(queries).split(separator: 0x0A).compactMap(Row.init)
    guard !rows.isEmpty else { throw BenchError("there are no queries in '\(queries)'") }
    var report = SearchReport(queries: rows.count)
    for mode in Self.modes.prefix(onlyRanking ? 1 : Self.modes.count) {
      let index = try IndexStore(site: site).index(for: language)
      report.documents = index.documentCount
      let searcher = Searcher(index: index)
      let requests = rows.map {
        SearchRequest(text: $0.text, facets: mode.facets, snippets: mode.snippets)
      }
      var expected = 0
      let first = zip(rows, requests).map { row, request in
        var results = SearchResults()
        let time = Bench.least(of: 1) { results = searcher.search(request) }
        expected += results.hits.contains { $0.id == row.id } ? 1 : 0
        return time
      }
      var hits = 0
      let least = requests.map { request in
        Bench.leastOnProcessor(of: 5) { hits += searcher.search(request).hits.count }
      }
      let slowest = zip(least, rows).sorted { $0.0 > $1.0 }.prefix(3)
      report.modes.append(
        SearchReport.Mode(
          name: mode.name, first: TimeSummary(first), least: TimeSummary(least),
          slowest: slowest.map { .init(query: $0.1.text, microseconds: TimeSummary.value($0.0)) },
          hits: Double(hits) / Double(5 * rows.count),
          expected: Double(expected) / Double(rows.count)))
    }
    print(json ? try report.json() : report.text())
  }
}

/// A line of a file of queries: the id of the article that is looked for, a tab, what is typed.
private struct Row {
  let id: String
  let text: String

  init?(_ line: ArraySlice<UInt8>) {
    guard let tab = line.firstIndex(of: 0x09) else { return nil }
    id = String(decoding: line[..<tab], as: UTF8.self)
    text = String(decoding: line[(tab + 1)...], as: UTF8.self)
  }
}

/// The figures of a run, as text or as JSON.
private struct SearchReport: Encodable {
  struct Mode: Encodable {
    let name: String
    let first: TimeSummary
    let least: TimeSummary
    let slowest: [Slow]
    /// How many hits an answer has on the average.
    let hits: Double
    /// The share of answers that have the expected article.
    let expected: Double
  }

  struct Slow: Encodable {
    let query: String
    let microseconds: Double
  }

  let queries: Int
  var documents = 0
  var modes: [Mode] = []

  init(queries: Int) { self.queries = queries }

  func json() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    return String(decoding: try encoder.encode(self), as: UTF8.self)
  }

  func text() -> String {
    var lines = [
      "\(queries) queries over \(documents) articles, 10 hits with titles, one thread, µs"
    ]
    for mode in modes {
      let share = (mode.expected * 1000).rounded() / 10
      lines.append("\(mode.name); the expected article is in \(share) % of the answers")
      lines.append("  first pass, wall time       \(mode.first)")
      lines.append("  least of 5, processor time  \(mode.least)")
      for slow in mode.slowest {
        lines.append("    slowest   \(TimeSummary.padded(slow.microseconds))  \(slow.query)")
      }
    }
    return lines.joined(separator: "\n")
  }
}
