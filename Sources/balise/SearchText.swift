import Foundation
import Search

/// Search results in the forms that `balise search` writes.
struct SearchText {
  let query: String
  let language: String
  let results: SearchResults

  /// For a person: title, address and snippet, found words in the accent colour.
  func text() -> String {
    var result = ""
    if let suggestion = results.suggestion { result += "Searched for: \(suggestion)\n\n" }
    for (index, hit) in results.hits.enumerated() {
      let title = painted(Snippet(text: hit.title, highlights: hit.titleHighlights))
      result += "\(index + 1). \(title)\n"
      let address = hit.url + (hit.anchor.map { "#" + $0 } ?? "")
      result += "   " + quiet("\(address) · \(hit.category) · \(hit.difficulty) · \(hit.id)") + "\n"
      if !hit.snippet.text.isEmpty { result += "   \(painted(hit.snippet))\n" }
      if let explanation = hit.explanation {
        result += explanation.description.split(separator: "\n").map { "     \($0)\n" }.joined()
      }
    }
    if results.total > 0 {
      result += quiet("\(Figures.count(results.total, "article")) found") + "\n"
    }
    return result
  }

  /// For programs.
  func json() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let value = Value(
      query: query, lang: language, total: results.total, suggestion: results.suggestion,
      hits: results.hits.enumerated().map { index, hit in
        Value.Hit(
          rank: index + 1, id: hit.id, title: hit.title, url: hit.url, anchor: hit.anchor,
          category: hit.category, difficulty: hit.difficulty, tags: hit.tags, score: hit.score,
          snippet: hit.snippet.html(), explanation: hit.explanation?.description)
      },
      facets: [
        "category": results.facets.category.map(Value.Count.init),
        "difficulty": results.facets.difficulty.map(Value.Count.init),
        "tag": results.facets.tag.map(Value.Count.init),
      ])
    return String(decoding: try encoder.encode(value), as: UTF8.self) + "\n"
  }

  /// One line for each article: rank, id, score, address, title.
  func tsv() -> String {
    results.hits.enumerated().map { index, hit in
      let title = hit.title.map { $0 == "\t" || $0.isNewline ? " " : $0 }
      return "\(index + 1)\t\(hit.id)\t\(hit.score)\t\(hit.url)\t\(String(title))\n"
    }.joined()
  }

  private struct Value: Encodable {
    struct Hit: Encodable {
      var rank: Int
      var id: String
      var title: String
      var url: String
      var anchor: String?
      var category: String
      var difficulty: String
      var tags: [String]
      var score: Float
      var snippet: String
      var explanation: String?
    }
    struct Count: Encodable {
      var key: String
      var count: Int

      init(_ entry: FacetCounts.Entry) {
        key = entry.key
        count = entry.count
      }
    }
    var query: String
    var lang: String
    var total: Int
    var suggestion: String?
    var hits: [Hit]
    var facets: [String: [Count]]
  }

  private func quiet(_ text: String) -> String { Terminal.quiet(text, on: .standardOutput) }

  /// Marked words in colour; control characters, which an article may hold, are left out.
  private func painted(_ snippet: Snippet) -> String {
    let bytes = Array(snippet.text.utf8)
    var result = ""
    var position = 0
    for range in snippet.highlights
    where range.lowerBound >= position && range.upperBound <= bytes.count {
      result += Self.printable(bytes[position..<range.lowerBound])
      result += Terminal.accent(Self.printable(bytes[range]), on: .standardOutput)
      position = range.upperBound
    }
    return result + Self.printable(bytes[position...])
  }

  private static func printable(_ bytes: ArraySlice<UInt8>) -> String {
    var view = String.UnicodeScalarView()
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      let isControl = scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
      view.append(isControl ? " " : scalar)
    }
    return String(view)
  }
}
