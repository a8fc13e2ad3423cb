import ArgumentParser
import EventLog
import Foundation

/// `balise report`: views, shares, searches and what found nothing.
struct ReportCommand: AsyncParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, csv
  }

  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Show views, shares, searches and searches that found nothing.",
    discussion: """
      Examples:
        balise report
        balise report --since 7d --format csv > week.csv
      """)

  @Option(help: "How far back: 12h, 30d, 8w; a day such as 2026-01-31; or all.")
  var since = "30d"
  @Option(help: "How many articles and queries to list.") var limit = 20
  @Option(help: "text, json or csv.") var format = Format.text
  @OptionGroup var data: DataOptions

  private static let invalidPeriod = ValidationError(
    "--since takes a span such as 12h, 30d or 8w, a day such as 2026-01-31, or all")

  func validate() throws {
    guard ReportPeriod(since: since) != nil else { throw Self.invalidPeriod }
    guard (1...10_000).contains(limit) else {
      throw ValidationError("--limit takes a number from 1 to 10000")
    }
  }

  func run() async throws {
    guard let period = ReportPeriod(since: since) else { throw Self.invalidPeriod }
    let store = try data.open(readOnly: true)
    let report = try await store.report(period: period, limit: limit)
    try await store.close()
    let text = ReportText(report: report, since: since)
    switch format {
    case .text: Terminal.print(text.text(), terminator: "")
    case .json: Terminal.print(try text.json(), terminator: "")
    case .csv: Terminal.print(text.csv(), terminator: "")
    }
  }
}
