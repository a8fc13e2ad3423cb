import Search

/// What a search asks for, however it came.
struct SearchParameters: Sendable {
  let text: String
  let language: String
  let categories: [String]
  let difficulties: [String]
  let tags: [String]
  let limit: Int
  let offset: Int

  /// Reads the query of a request.
  init(_ call: Call, language: String) throws {
    text = Self.cut(call.query["q"] ?? "")
    self.language = language
    categories = Array(call.query.values("category").prefix(20))
    difficulties = Array(call.query.values("difficulty").prefix(20))
    tags = Array(call.query.values("tag").prefix(20))
    limit = try call.integer("limit", default: 10, in: 1...50)
    offset = try call.integer("offset", default: 0, in: 0...10_000)
  }

  /// Whether anything is asked at all.
  var isEmpty: Bool {
    text.utf8.allSatisfy { $0 <= 0x20 } && filters.isEmpty
  }

  /// The filters as the event log keeps them.
  var filters: [String] {
    categories.map { "category:\($0)" } + difficulties.map { "difficulty:\($0)" }
      + tags.map { "tag:\($0)" }
  }

  /// The search as the index takes it.
  var request: SearchRequest {
    SearchRequest(
      text: text, categories: categories, difficulties: difficulties, tags: tags, limit: limit,
      offset: offset)
  }

  /// Nothing that anyone types is an error; what is longer than a long question is cut.
  private static func cut(_ text: String) -> String {
    let limit = 1_000
    guard text.utf8.count > limit else { return text }
    var scalars = String.UnicodeScalarView()
    var bytes = 0
    for scalar in text.unicodeScalars {
      bytes += UTF8.width(scalar)
      if bytes > limit { break }
      scalars.append(scalar)
    }
    return String(scalars)
  }
}
