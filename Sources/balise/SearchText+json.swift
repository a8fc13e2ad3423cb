import Foundation
import Search

extension SearchText {
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
          snippet: hit.snippet.html(), explanation: hit.explanation.map(Value.Part.init))
      },
      facets: [
        "category": results.facets.category.map(Value.Count.init),
        "difficulty": results.facets.difficulty.map(Value.Count.init),
        "tag": results.facets.tag.map(Value.Count.init),
      ],
      groups: isGrouped
        ? groups.map { group in
          Value.Group(
            category: group.key ?? "", count: group.count,
            ids: group.ranks.map { results.hits[$0 - 1].id })
        } : nil)
    return String(decoding: try encoder.encode(value), as: UTF8.self) + "\n"
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
      var explanation: Part?
    }
    /// A part of a score, which is the sum of its children.
    struct Part: Encodable {
      var label: String
      var value: Float
      var children: [Part]

      init(_ explanation: Explanation) {
        label = explanation.label
        value = explanation.value
        children = explanation.children.map(Part.init)
      }
    }
    struct Count: Encodable {
      var key: String
      var count: Int

      init(_ entry: FacetCounts.Entry) {
        key = entry.key
        count = entry.count
      }
    }
    struct Group: Encodable {
      var category: String
      var count: Int
      var ids: [String]
    }
    var query: String
    var lang: String
    var total: Int
    var suggestion: String?
    var hits: [Hit]
    var facets: [String: [Count]]
    var groups: [Group]?
  }
}
