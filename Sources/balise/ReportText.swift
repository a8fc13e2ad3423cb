import EventLog
import Reports

/// A report as a person reads it in a terminal.
struct ReportText {
  let report: SiteReport
  /// As it was asked for, such as `30d`.
  let since: String

  /// The time that is reported on, as a heading.
  private var heading: String {
    if since == "all" { return "All time" }
    return since.contains("-") ? "Since \(since)" : "Last \(since)"
  }

  /// Totals first, then each list that has something in it.
  func text() -> String {
    let numbers = report.report
    var result = "\(heading): \(line(numbers.totals))\n"
    if let before = numbers.previous { result += "The \(since) before: \(line(before))\n" }
    result += list("Most viewed", ["article", "views"], articles(numbers.mostViewed))
    result += list("Most shared", ["article", "shares"], articles(numbers.mostShared))
    result += list(
      "Searched most", ["query", "lang", "times"], queries(numbers.topQueries) { $0.count })
    result += list(
      "Found nothing", ["query", "lang", "times"], queries(numbers.emptyQueries) { $0.missedCount })
    result += list(
      "Found, but nothing was opened", ["query", "lang", "times"],
      queries(numbers.unclickedQueries) { $0.count - $0.emptyCount - $0.clickedCount })
    if numbers.withheldSearches > 0 {
      result +=
        "\n\(searches(numbers.withheldSearches)) of rare or private queries are not listed.\n"
    }
    result += list(
      "Ratings that fell", ["article", "before", "now"],
      numbers.fallenRatings.map {
        [$0.articleID, Self.tenths($0.before), Self.tenths($0.after)]
      })
    result += list(
      "Read, but out of date", ["article", "lang", "since", "views"],
      report.stalePages.map { [$0.id, $0.language, $0.since, Figures.count($0.views)] })
    result += list(
      "By agent", ["agent", "solved", "opened", "shares"],
      numbers.agents.map {
        [
          $0.agent, Figures.count($0.solved), Figures.count($0.opened), Figures.count($0.shares),
        ]
      })
    result += list(
      "Waiting for writers", ["request", "lang", "what"],
      numbers.openRequests.map {
        [$0.kind.rawValue, $0.language, $0.text ?? $0.query ?? $0.articleID ?? ""]
      })
    return result
  }

  /// The totals that somebody can tell.
  private func line(_ totals: Report.Totals) -> String {
    var parts: [String] = []
    if report.report.hasReading { parts.append(Figures.count(totals.views, "view")) }
    if report.report.hasSearches {
      parts += [
        searches(totals.searches), "\(Figures.count(totals.emptySearches)) found nothing",
      ]
    }
    parts += [Figures.count(totals.shares, "share"), Figures.count(totals.openings, "opening")]
    if report.report.hasReading { parts.append(Figures.count(totals.votes, "vote")) }
    return parts.joined(separator: " · ")
  }

  private static func tenths(_ value: Double) -> String { "\((value * 10).rounded() / 10)" }

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
}
