import FileSystem
import Foundation
public import Search

/// How sought after articles are: what `balise report --format popularity` exports, and
/// `balise build --popularity` reads.
///
/// ```json
/// {"format": 1, "articles": {"reset-password": {"demand": 12.5, "votes": 6, "stars": 27}}}
/// ```
public struct PopularityFile: Codable, Hashable, Sendable {
  /// What is known of an article.
  public struct Article: Codable, Hashable, Sendable {
    /// Views and shares, recent ones counting more.
    public var demand: Double
    /// How many votes there are.
    public var votes: Int
    /// The sum of the votes from 1 to 5.
    public var stars: Double

    /// What is known of an article.
    public init(demand: Double = 0, votes: Int = 0, stars: Double = 0) {
      self.demand = demand
      self.votes = votes
      self.stars = stars
    }
  }

  /// The version of the file.
  public var format = 1
  /// The articles by id.
  public var articles: [String: Article]

  /// A file from its articles.
  public init(articles: [String: Article]) { self.articles = articles }

  /// Reads a file; throws what is wrong with it.
  public init(reading path: String) throws {
    let bytes = try FileSystem.read(path)
    guard let file = try? JSONDecoder().decode(PopularityFile.self, from: Data(bytes)),
      file.format == 1
    else {
      throw PopularityFileError(path: path)
    }
    self = file
  }

  /// The bytes of the file; the same articles give the same bytes.
  public func encoded() throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return Array(try encoder.encode(self)) + [0x0A]
  }

  /// Weighs the documents of an index.
  public func popularity(of index: InvertedIndex) -> Popularity {
    Popularity(
      index: index, views: articles.mapValues(\.demand),
      ratings: articles.filter { $0.value.votes > 0 }
        .mapValues { RatingTotal(sum: $0.stars, count: $0.votes) })
  }
}

/// A file that is no popularity file.
public struct PopularityFileError: Error, Sendable, CustomStringConvertible {
  /// The file.
  public let path: String

  /// The sentence that tells it.
  public var description: String {
    "'\(path)' is no popularity file; 'balise report --format popularity' writes one"
  }
}
