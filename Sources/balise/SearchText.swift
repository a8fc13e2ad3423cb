import Foundation
import Search

/// Search results as `balise search` shows them to a person.
struct SearchText {
  let query: String
  let language: String
  let results: SearchResults
  /// Whether articles of one category stand together.
  var isGrouped = false
  /// Whether articles are counted by category, difficulty and tag.
  var showsFacets = false

  /// For a person: title, address and snippet, found words in the accent colour.
  func text() -> String {
    var result = ""
    if let suggestion = results.suggestion {
      result += "Searched for: \(Self.printable(suggestion))\n\n"
    }
    let groups = isGrouped ? self.groups : [Group(key: nil, count: 0, ranks: allRanks)]
    for group in groups {
      if let heading = heading(of: group) { result += heading + "\n" }
      for rank in group.ranks { result += text(of: results.hits[rank - 1], rank) }
      if isGrouped { result += "\n" }
    }
    if showsFacets { result += facets() }
    if results.total > 0 {
      result += quiet("\(Figures.count(results.total, "article")) found") + "\n"
    }
    return result
  }

  /// One line for each article: rank, id, score, address, title.
  func tsv() -> String {
    results.hits.enumerated().map { index, hit in
      let title = hit.title.map { $0 == "\t" || $0.isNewline ? " " : $0 }
      return "\(index + 1)\t\(hit.id)\t\(hit.score)\t\(hit.url)\t\(String(title))\n"
    }.joined()
  }

  private func text(of hit: Hit, _ rank: Int) -> String {
    let title = painted(Snippet(text: hit.title, highlights: hit.titleHighlights))
    var result = "\(rank). \(title)\n"
    let address = hit.url + (hit.anchor.map { "#" + $0 } ?? "")
    let facts = [address, hit.category, hit.difficulty, hit.id].filter { !$0.isEmpty }
    result += "   " + quiet(facts.joined(separator: " · ")) + "\n"
    if !hit.snippet.text.isEmpty { result += "   \(painted(hit.snippet))\n" }
    if let explanation = hit.explanation {
      for line in ExplanationText(explanation).lines { result += "     \(line)\n" }
    }
    return result
  }

  // MARK: Groups and counts

  /// Hits of one category.
  struct Group {
    /// The key of the category; nil for all of them together.
    var key: String?
    /// How many articles of the category were found, whatever the limit.
    var count: Int
    /// The places of the hits that are shown, from 1.
    var ranks: [Int]
  }

  /// The hits by category, the category of the best hit first.
  var groups: [Group] {
    var groups: [Group] = []
    for (index, hit) in results.hits.enumerated() {
      if let place = groups.firstIndex(where: { $0.key == hit.category }) {
        groups[place].ranks.append(index + 1)
      } else {
        let entry = results.facets.category.first { $0.key == hit.category }
        groups.append(Group(key: hit.category, count: entry?.count ?? 1, ranks: [index + 1]))
      }
    }
    return groups
  }

  private var allRanks: [Int] { results.hits.indices.map { $0 + 1 } }

  private func heading(of group: Group) -> String? {
    guard let key = group.key else { return nil }
    let count = Figures.count(group.count, "article")
    let shown = group.ranks.count < group.count ? ", \(group.ranks.count) shown" : ""
    return Terminal.accent(key.isEmpty ? "no category" : key, on: .standardOutput)
      + quiet("  \(count)\(shown)")
  }

  /// What the hits have, most frequent first: one line for each kind.
  private func facets() -> String {
    let kinds = [
      ("category", results.facets.category), ("difficulty", results.facets.difficulty),
      ("tag", results.facets.tag),
    ]
    return kinds.filter { !$0.1.isEmpty }.map { name, entries in
      let label = name + String(repeating: " ", count: 10 - name.count)
      let counts = entries.map { "\($0.key) \(Figures.count($0.count))" }
      return quiet(label) + "  " + counts.joined(separator: " · ") + "\n"
    }.joined()
  }

  // MARK: Text for a terminal

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
    printable(String(decoding: bytes, as: UTF8.self))
  }

  static func printable(_ text: String) -> String {
    var view = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isControl = scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
      view.append(isControl ? " " : scalar)
    }
    return String(view)
  }
}
