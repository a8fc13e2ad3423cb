import BuiltSite
import FileSystem
import Foundation
import Search

extension SiteSnapshot {
  /// Loads a whole site, or throws why it cannot be used.
  ///
  /// An index that cannot be used is no reason not to serve the pages, unless there is a previous
  /// site that can be searched: then that one is the better one.
  ///
  /// - Parameters:
  ///   - site: the site's folder.
  ///   - previous: the site as it was before; files that are the same are taken over from it, with
  ///     what has been worked out about them.
  /// - Returns: the site.
  /// - Throws: what is missing or damaged.
  static func load(_ site: String, previous: SiteSnapshot? = nil) throws -> SiteSnapshot {
    guard let report = BuildReport(site: site) else {
      throw CompanionError(
        .siteMissing,
        "there is no built site in '\(site)'; run balise build, or name another with --output")
    }
    var files = try map(site, previous: previous)
    let description = try description(files, site)
    // It is read here, and sent to nobody: nor are twins of it, which earlier builds wrote.
    for ending in [""] + ContentCoding.allCases.map(\.fileEnding) {
      files["site.json" + ending] = nil
    }
    let store = IndexStore(site: site)
    let needsSearch = previous.map { $0.searchFailures.isEmpty } ?? false
    var searchers: [String: Searcher] = [:]
    var failures: [String: String] = [:]
    for language in report.languages {
      do {
        searchers[language] = Searcher(index: try store.index(for: language))
      } catch let error as IndexStoreError where !needsSearch {
        failures[language] = error.description
      }
    }
    let snapshot = SiteSnapshot(
      report: report, files: files,
      articles: try articles(files),
      description: description,
      searchers: searchers, searchFailures: failures,
      redirects: try read(files, "redirects.json") { try Redirects($0) } ?? Redirects(),
      agents: try AgentsSite.load(besides: site, key: report.key))
    // A build that ended meanwhile may have left some files of the old site and some of the new.
    guard BuildReport(site: site)?.key == report.key else {
      throw CompanionError(.siteChanging, "the site in '\(site)' is being built")
    }
    return snapshot
  }

  /// How many files are mapped; Linux allows a process 65,530 mappings by default.
  private static let mappedFiles = 25_000

  private static func map(
    _ site: String, previous: SiteSnapshot?
  ) throws -> [String: SiteFile] {
    let listing = try FolderListing(site)
    // A build that ends removes what it has not written; that is no damage.
    if let problem = listing.problems.first(where: { !$0.isMissing }) { throw problem }
    var files: [String: SiteFile] = [:]
    files.reserveCapacity(listing.files.count)
    for entry in listing.files {
      if let old = previous?.files[entry.path], old.modified == entry.modified,
        old.count == entry.size
      {
        files[entry.path] = old
        continue
      }
      do {
        files[entry.path] = try SiteFile(
          site: site, path: entry.path, modified: entry.modified,
          isMapped: files.count < mappedFiles)
      } catch let error as FileSystemError where error.isMissing {
        continue
      }
    }
    return files
  }

  /// What the site says, and what the server alone is told of it, beside the site.
  private static func description(
    _ files: [String: SiteFile], _ site: String
  ) throws -> SiteDescription {
    var description =
      try read(files, "site.json") { try SiteDescription($0) } ?? SiteDescription()
    let path = BuildReport.agentsFolder(ofSite: site) + "/" + BuildReport.serverFile
    guard FileSystem.exists(path) else { return description }
    do {
      try description.add(server: try FileSystem.read(path))
    } catch {
      throw CompanionError(.siteDamaged, "'\(path)' cannot be read; run balise build")
    }
    return description
  }

  private static func articles(_ files: [String: SiteFile]) throws -> [ListedArticle] {
    let articles = try read(files, "articles.json") { bytes in
      try JSONDecoder().decode([ListedArticle].self, from: Data(bytes))
    }
    guard let articles else {
      throw CompanionError(.siteDamaged, "the site has no articles.json; run balise build")
    }
    return articles
  }

  /// What a file of the site tells; nil if there is no such file.
  private static func read<Value>(
    _ files: [String: SiteFile], _ path: String, _ body: ([UInt8]) throws -> Value
  ) throws -> Value? {
    guard let file = files[path] else { return nil }
    do {
      return try body(file.bytes)
    } catch {
      throw CompanionError(
        .siteDamaged, "the site's \(path) cannot be read; run balise build")
    }
  }
}
