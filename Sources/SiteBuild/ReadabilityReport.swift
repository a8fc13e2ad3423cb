public import Content
import FileSystem
import Markup

/// How the articles of a site read.
public struct ReadabilityReport: Sendable {
  /// One article in one language.
  public struct Row: Sendable {
    /// The file.
    public var path: String
    /// The key of the difficulty that the article says of itself; nil for none.
    public var difficulty: String?
    /// What its sentences were measured to be.
    public var readability: Readability

    /// Whether it reads harder than its difficulty says; nil where nothing can be said.
    public var isTooHard: Bool? {
      guard let score = readability.score, let difficulty,
        let least = ReadabilityReport.least[difficulty]
      else { return nil }
      return score < least
    }
  }

  /// The articles, hardest first among those of one difficulty.
  public var rows: [Row] = []

  /// The score from which an article of each difficulty reads as it says; sites with difficulties of
  /// their own get figures alone.
  public static let least = ["basic": 70, "intermediate": 60, "advanced": 50, "expert": 40]
}

extension SiteBuilder {
  /// Measures how the articles read; nothing is written.
  ///
  /// - Parameter content: content that ``check()`` found no error in.
  /// - Returns: every article in every language.
  /// - Throws: what the machine refuses, such as an article that is gone meanwhile.
  public func readability(of content: CheckedContent) async throws -> ReadabilityReport {
    guard let site = content.site, let catalog = content.catalog else {
      return ReadabilityReport()
    }
    let entries = catalog.articles.flatMap { article in
      article.versions.map { (article: article, version: $0) }
    }
    let source = content.tree
    let jobs = configuration.jobs
    let runs = try await concurrentRuns(
      of: entries, jobs: jobs, length: (entries.count + jobs - 1) / max(1, jobs)
    ) { run in
      try run.map { entry in
        let bytes = try FileSystem.read(source.location(of: entry.version.path))
        let document = MarkupParser().parse(bytes, from: entry.version.bodyOffset)
        var readability = Readability(language: entry.version.language)
        for paragraph in document.paragraphs { readability.add(paragraph) }
        return ReadabilityReport.Row(
          path: entry.version.path, difficulty: entry.article.difficulty,
          readability: readability)
      }
    }
    let order = site.difficulties.map(\.key)
    func rank(_ row: ReadabilityReport.Row) -> (Int, Int, String) {
      (
        row.difficulty.flatMap(order.firstIndex) ?? order.count, row.readability.score ?? .max,
        row.path
      )
    }
    return ReadabilityReport(rows: runs.flatMap { $0 }.sorted { rank($0) < rank($1) })
  }
}
