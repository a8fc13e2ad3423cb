import EventLog
import Foundation

/// A report in the three forms that `balise report` writes.
struct ReportText {
  let report: Report
  /// As it was asked for, such as `30d`.
  let since: String

  /// The time that is reported on, as a heading.
  private var heading: String {
    if since == "all" { return "All time" }
    return since.contains("-") ? "Since \(since)" : "Last \(since)"
  }

  /// For a person: totals first, then each list that has something in it.
  func text() -> String {
    let totals = report.totals
    var result = "\(heading): "
    result += [
      Figures.count(totals.views, "view"), searches(totals.searches),
      "\(Figures.count(totals.emptySearches)) found nothing",
      Figures.count(totals.shares, "share"), Figures.count(totals.openings, "opening"),
    ].joined(separator: " · ")
    result += "\n"
    result += list("Most viewed", ["article", "views"], articles(report.mostViewed))
    result += list("Most shared", ["article", "shares"], articles(report.mostShared))
    result += list(
      "Searched most", ["query", "lang", "times"], queries(report.topQueries) { $0.count })
    result += list(
      "Found nothing", ["query", "lang", "times"], queries(report.emptyQueries) { $0.emptyCount })
    return result
  }

  /// For programs.
  func json() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let totals = report.totals
    let value = Value(
      since: report.period.start?.description,
      totals: [
        "views": totals.views, "searches": totals.searches,
        "emptySearches": totals.emptySearches, "shares": totals.shares,
        "openings": totals.openings,
      ],
      mostViewed: report.mostViewed.map { Value.Article(id: $0.articleID, count: $0.count) },
      mostShared: report.mostShared.map { Value.Article(id: $0.articleID, count: $0.count) },
      topQueries: report.topQueries.map {
        Value.Query(query: $0.query, lang: $0.language, count: $0.count)
      },
      emptyQueries: report.emptyQueries.map {
        Value.Query(query: $0.query, lang: $0.language, count: $0.emptyCount)
      })
    return String(decoding: try encoder.encode(value), as: UTF8.self) + "\n"
  }

  /// For a spreadsheet: one row for each figure.
  func csv() -> String {
    let totals = report.totals
    var rows = [["kind", "name", "lang", "count"]]
    rows += [
      ["total", "views", "", "\(totals.views)"], ["total", "searches", "", "\(totals.searches)"],
      ["total", "emptySearches", "", "\(totals.emptySearches)"],
      ["total", "shares", "", "\(totals.shares)"], ["total", "openings", "", "\(totals.openings)"],
    ]
    rows += report.mostViewed.map { ["views", $0.articleID, "", "\($0.count)"] }
    rows += report.mostShared.map { ["shares", $0.articleID, "", "\($0.count)"] }
    rows += report.topQueries.map { ["searches", $0.query, $0.language, "\($0.count)"] }
    rows += report.emptyQueries.map { ["foundNothing", $0.query, $0.language, "\($0.emptyCount)"] }
    return rows.map { $0.map(Self.cell).joined(separator: ",") + "\r\n" }.joined()
  }

  private struct Value: Encodable {
    struct Article: Encodable {
      var id: String
      var count: Int
    }
    struct Query: Encodable {
      var query: String
      var lang: String
      var count: Int
    }
    var since: String?
    var totals: [String: Int]
    var mostViewed: [Article]
    var mostShared: [Article]
    var topQueries: [Query]
    var emptyQueries: [Query]
  }

  private func searches(_ count: Int) -> String {
    "\(Figures.count(count)) search\(count == 1 ? "" : "es")"
  }

  private func articles(_ counts: [ArticleCount]) -> [[String]] {
    counts.map { [$0.articleID, Figures.count($0.count)] }
  }

  private func queries(_ counts: [QueryCount], _ count: (QueryCount) -> Int) -> [[String]] {
    counts.map { [$0.query, $0.language, Figures.count(count($0))] }
  }

  private func list(_ title: String, _ headings: [String], _ rows: [[String]]) -> String {
    guard !rows.isEmpty else { return "" }
    var table = Table(
      headings, headings.map { $0 == headings.last ? Table.Alignment.right : .left })
    for row in rows { table.add(row) }
    return "\n\(title)\n" + table.text(accent: { Terminal.quiet($0, on: .standardOutput) })
  }

  /// RFC 4180, and no cell that a spreadsheet would take for a formula.
  private static func cell(_ text: String) -> String {
    var text = text
    if let first = text.first, "=+-@\t\r".contains(first), Int(text) == nil { text = "'" + text }
    guard text.contains(where: { ",\"\r\n".contains($0) }) else { return text }
    return "\"" + text.replacingOccurrences(of: "\"", with: "\"\"") + "\""
  }
}
