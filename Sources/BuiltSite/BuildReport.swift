import FileSystem
import Foundation

/// What a build made: `build-report.json`, the last file that it writes.
///
/// It holds no times, so that the same content gives the same bytes.
public struct BuildReport: Codable, Hashable, Sendable {
  /// The search index of one language.
  public struct Index: Codable, Hashable, Sendable {
    /// The language code.
    public var language: String
    /// How many articles can be found.
    public var documents: Int
    /// The size of all pieces in bytes.
    public var bytes: Int
    /// The size of the searched text in bytes.
    public var textBytes: Int

    /// Describes an index.
    public init(language: String, documents: Int, bytes: Int, textBytes: Int) {
      self.language = language
      self.documents = documents
      self.bytes = bytes
      self.textBytes = textBytes
    }
  }

  /// The program that made the site, as `balise 0.1.0`.
  public var generator: String
  /// A digest of everything that the site was made from; another key is another site.
  public var key: String
  /// Where the site is meant to be.
  public var baseURL: String
  /// The language codes, the default one first.
  public var languages: [String]
  /// How many articles can be read, whatever their languages.
  public var articles: Int
  /// How many files there are.
  public var files: Int
  /// Their size in bytes.
  public var bytes: Int
  /// The day of the newest change of an article, as `2026-01-31`; nil when no article has a date.
  public var updated: String?
  /// How many warnings the content gave.
  public var warnings: Int
  /// The search indexes in the order of the languages.
  public var search: [Index]

  /// The file of what the server alone is told of a site, below ``agentsFolder(ofSite:)``.
  public static let serverFile = "server.json"

  /// The folder of what is for agents and the server only: beside that of a site, and no part of it.
  public static func agentsFolder(ofSite site: String) -> String {
    var site = Substring(site)
    while site.count > 1, site.last == "/" { site = site.dropLast() }
    return site + "-agents"
  }

  /// Makes a report from its parts.
  public init(
    generator: String, key: String, baseURL: String, languages: [String], articles: Int, files: Int,
    bytes: Int, updated: String?, warnings: Int, search: [Index]
  ) {
    self.generator = generator
    self.key = key
    self.baseURL = baseURL
    self.languages = languages
    self.articles = articles
    self.files = files
    self.bytes = bytes
    self.updated = updated
    self.warnings = warnings
    self.search = search
  }

  /// The file's path below the site's folder.
  public static let path = "build-report.json"

  /// Reads the report of a site; nil when there is none that this version understands.
  public init?(site: String) {
    guard let bytes = try? FileSystem.read(site + "/" + Self.path),
      let report = try? JSONDecoder().decode(BuildReport.self, from: Data(bytes))
    else { return nil }
    self = report
  }

  /// The bytes of the file.
  public func encoded() throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return Array(try encoder.encode(self)) + [0x0A]
  }
}
