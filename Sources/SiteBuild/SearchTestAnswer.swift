import Content
import Diagnostics
import Search

/// What a search gave for a test.
struct SearchTestAnswer {
  let test: SearchTest
  let results: SearchResults
  /// The place of the best article that was expected, from 1; nil when none was found.
  let rank: Int?

  /// Searches as the site does.
  init(_ test: SearchTest, _ searcher: Searcher) {
    self.test = test
    results = searcher.search(
      SearchRequest(
        text: test.query, categories: test.categories, difficulties: test.difficulties,
        tags: test.tags.map(\.value), limit: SearchTest.maximumTop, facets: false, snippets: false))
    let expected = Set(test.expected.map(\.value.rawValue))
    rank = results.hits.firstIndex { expected.contains($0.id) }.map { $0 + 1 }
  }

  /// Why the test failed, with what was found; nil when it did not.
  func failure(in file: SearchTestFile) -> Diagnostic? {
    guard rank ?? .max > test.top else { return nil }
    return Diagnostic(
      .error, id: DiagnosticID.searchTestFailed, path: file.source.path, at: test.place.start,
      "'\(test.query)' \(found), wanted \(test.top == 1 ? "first" : "within \(test.top)")",
      details: details)
  }

  private var found: String {
    let names = test.expected.map { "'\($0.value)'" }.joined(separator: ", ")
    if let rank { return "finds '\(results.hits[rank - 1].id)' at \(rank)" }
    let none = test.expected.count == 1 ? "does not find \(names)" : "finds none of \(names)"
    return results.hits.count == SearchTest.maximumTop
      ? "\(none) in the first \(SearchTest.maximumTop)" : none
  }

  // MARK: The hits

  private struct Row {
    var mark = ""
    var rank = ""
    var id: String
    var score = ""
    var title = ""
  }

  /// The hits that came before, as aligned lines; the middle of many is left out.
  private var details: [String] {
    var lines: [String] = []
    if let suggestion = results.suggestion { lines.append("    searched for: \(suggestion)") }
    guard !results.hits.isEmpty else { return lines + ["    nothing was found"] }
    let shown = max(test.top, 5)
    var rows: [Row] = []
    for (index, hit) in results.hits.enumerated() where index < shown || index + 1 == rank {
      if index > shown { rows.append(Row(id: "…")) }
      rows.append(
        Row(
          mark: index + 1 == rank ? "→" : "", rank: "\(index + 1)", id: hit.id,
          score: Self.hundredths(hit.score), title: hit.title))
      if index + 1 == rank { break }
    }
    return lines + Self.aligned(rows)
  }

  private static func aligned(_ rows: [Row]) -> [String] {
    func width(_ cell: (Row) -> String) -> Int { rows.map { cell($0).count }.max() ?? 0 }
    let (ranks, ids, scores) = (width(\.rank), width(\.id), width(\.score))
    return rows.map { row in
      var line = "  \(row.mark.isEmpty ? " " : row.mark) "
      line += blanks(ranks - row.rank.count) + row.rank + "  "
      line += row.id + blanks(ids - row.id.count) + "  "
      line += blanks(scores - row.score.count) + row.score + "  " + row.title
      while line.hasSuffix(" ") { line.removeLast() }
      return line
    }
  }

  private static func blanks(_ count: Int) -> String { String(repeating: " ", count: count) }

  /// A score with two digits behind the point.
  private static func hundredths(_ score: Float) -> String {
    guard score.isFinite, abs(score) < 1e9 else { return "\(score)" }
    let number = Int((Double(score) * 100).rounded())
    let rest = abs(number % 100)
    return "\(number / 100).\(rest < 10 ? "0" : "")\(rest)"
  }
}
