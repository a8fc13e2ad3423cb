import EventLog
import Foundation

extension SiteReport {
  /// The report for a spreadsheet: one row for each figure, as RFC 4180 has it.
  public func csv() -> String {
    var rows = [["kind", "name", "lang", "count", "before"]]
    let before = report.previous.map(totals)
    rows += namedTotals(report.totals).map {
      ["total", $0.0, "", "\($0.1)", before?[$0.0].map { "\($0)" } ?? ""]
    }
    func add(_ kind: String, _ name: String, _ language: String, _ count: Int) {
      rows.append([kind, name, language, "\(count)", ""])
    }
    for day in report.days {
      let date = Timestamp(milliseconds: day.day * 86_400_000).date
      if report.hasReading { add("viewsOnDay", date, "", day.views) }
      if report.hasSearches { add("searchesOnDay", date, "", day.searches) }
      add("sharesOnDay", date, "", day.shares)
    }
    for article in report.mostViewed { add("views", article.articleID, "", article.count) }
    for article in report.mostShared { add("shares", article.articleID, "", article.count) }
    for query in report.topQueries { add("searches", query.query, query.language, query.count) }
    for query in report.emptyQueries {
      add("foundNothing", query.query, query.language, query.missedCount)
    }
    for query in report.unclickedQueries {
      add(
        "withoutClick", query.query, query.language,
        query.count - query.emptyCount - query.clickedCount)
    }
    if report.hasSearches { add("withheld", "", "", report.withheldSearches) }
    for gap in gaps { add("gap", gap.query, gap.language, gap.weight) }
    for (source, count) in report.viewsBySource { add("source", source.rawValue, "", count) }
    for (name, count) in [
      ("shared", report.funnel.shared), ("opened", report.funnel.opened),
      ("rated", report.funnel.rated), ("searchedAgain", report.funnel.searchedAgain),
      ("escalated", report.funnel.escalated),
    ] {
      add("funnel", name, "", count)
    }
    for page in stalePages { add("stale", page.id, page.language, page.views) }
    for language in report.languages {
      if report.hasReading { add("language", "views", language.language, language.views) }
      add("language", "shares", language.language, language.shares)
    }
    for category in categories { add("category", category.key, "", category.views) }
    for agent in report.agents {
      add("agentShares", agent.agent, "", agent.shares)
      add("agentSolved", agent.agent, "", agent.solved)
    }
    return rows.map { $0.map(Self.cell).joined(separator: ",") + "\r\n" }.joined()
  }

  /// A cell, and none that a spreadsheet would take for a formula.
  private static func cell(_ text: String) -> String {
    var text = text
    if let first = text.first, "=+-@\t\r".contains(first), Int(text) == nil { text = "'" + text }
    guard text.contains(where: { ",\"\r\n".contains($0) }) else { return text }
    return "\"" + text.replacingOccurrences(of: "\"", with: "\"\"") + "\""
  }
}
