import ArgumentParser
import BuiltSite
import EventLog
import Reports

/// `balise report`: what is read, shared, asked and missing.
struct ReportCommand: AsyncParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, csv, popularity
  }

  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Show what is read, shared, asked and missing.",
    discussion: """
      Queries that hardly anyone asked, or that look private, are counted and not listed.

      Examples:
        balise report
        balise report --since 7d --format csv > week.csv
        balise report --lang fr --format json
        balise report --category alerts
        balise report --agent "Marie Tremblay"
        balise report --format popularity > popularity.json
      """)

  @Option(help: "How far back: 12h, 30d, 8w; a day such as 2026-01-31; or all.")
  var since = "30d"
  @Option(help: "How many articles and queries to list.") var limit = 20
  @Option(help: "text, json, csv, or popularity for balise build --popularity.") var format = Format
    .text
  @Option(help: "Count what happened in this language only.") var lang: String?
  @Option(help: "Count what happened to the articles of this category only.")
  var category: String?
  @Option(help: "Count what this agent did, and what came of it, only.") var agent: String?
  @Option(help: "List queries that so many people asked on one day; by default as the site says.")
  var leastPeople: Int?
  @Option(
    help: ArgumentHelp(
      "The folder of the built site, for titles and categories.", valueName: "folder"),
    completion: .directory)
  var output = "site"
  @OptionGroup var data: DataOptions

  private static let invalidPeriod = ValidationError(
    "--since takes a span such as 12h, 30d or 8w, a day such as 2026-01-31, or all")

  func validate() throws {
    guard ReportPeriod(since: since) != nil else { throw Self.invalidPeriod }
    guard (1...10_000).contains(limit) else {
      throw ValidationError("--limit takes a number from 1 to 10000")
    }
    guard (0...1_000).contains(leastPeople ?? 0) else {
      throw ValidationError("--least-people takes a number from 0 to 1000")
    }
  }

  func run() async throws {
    guard let period = ReportPeriod(since: since) else { throw Self.invalidPeriod }
    let store = try data.open(readOnly: true)
    if format == .popularity {
      let file = try await PopularityExport(store: store).file()
      try await store.close()
      Terminal.print(String(decoding: try file.encoded(), as: UTF8.self), terminator: "")
      return
    }
    let site = ReportedSite(folder: output)
    let articles = try category.map { key in
      guard let articles = site.articles(ofCategory: key) else {
        throw CommandFailure(.usage, "the site in '\(output)' has no category '\(key)'")
      }
      return articles
    }
    let report = try await store.report(
      ReportRequest(
        period: period, limit: limit,
        leastPeople: leastPeople ?? site.rareQueries ?? ReportRequest.leastPeople, language: lang,
        articles: articles, agent: agent))
    try await store.close()
    let named = SiteReport(
      report: report, site: site, language: lang ?? site.languages.first ?? "en")
    switch format {
    case .text: Terminal.print(ReportText(report: named, since: since).text(), terminator: "")
    case .json: Terminal.print(String(decoding: try named.json(), as: UTF8.self), terminator: "")
    case .csv: Terminal.print(named.csv(), terminator: "")
    case .popularity: break
    }
  }
}
