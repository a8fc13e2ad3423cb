import Search

/// What a search asks for, however it came.
struct SearchParameters: Sendable {
  /// What was typed.
  let text: String
  /// What was typed without the language that it names.
  let words: String
  /// The language that is searched: the one that was typed, else the request's.
  let language: String
  let categories: [String]
  let difficulties: [String]
  let tags: [String]
  let limit: Int
  let offset: Int
  /// The difficulty that suits the reader.
  let level: String?
  /// The conversation so far.
  let context: String
  /// Whether each hit tells how its score came about.
  let explains: Bool
  /// Whether hits are grouped by category, too.
  let groups: Bool

  /// Reads the query of a request.
  init(_ call: Call, language: String) throws {
    text = Self.cut(call.query["q"] ?? "", to: 1_000)
    let typed = LanguageFilter(text, languages: call.site.languages)
    self.language = typed.language ?? language
    words = typed.text
    categories = Array(call.query.values("category").prefix(20))
    difficulties = Array(call.query.values("difficulty").prefix(20))
    tags = Array(call.query.values("tag").prefix(20))
    limit = try call.integer("limit", default: 10, in: 1...50)
    offset = try call.integer("offset", default: 0, in: 0...10_000)
    level = call.query["level"].flatMap { $0.isEmpty ? nil : Self.cut($0, to: 100) }
    context = Self.cut(call.query["context"] ?? "", to: 4_000)
    explains = try call.flag("explain")
    groups = try call.choice("group", of: ["category"]) != nil
  }

  /// Whether anything is asked at all.
  var isEmpty: Bool {
    words.utf8.allSatisfy { $0 <= 0x20 } && filters.isEmpty
  }

  /// The filters as the event log keeps them.
  var filters: [String] {
    guard !categories.isEmpty || !difficulties.isEmpty || !tags.isEmpty else { return [] }
    return categories.map { "category:\($0)" } + difficulties.map { "difficulty:\($0)" }
      + tags.map { "tag:\($0)" }
  }

  /// The search as the index takes it.
  func request(popularity: Popularity?) -> SearchRequest {
    SearchRequest(
      text: words, categories: categories, difficulties: difficulties, tags: tags, level: level,
      context: context, limit: limit, offset: offset, explain: explains, popularity: popularity)
  }

  /// What tells this search from all others of the site; nil for one with a conversation, which
  /// nobody asks again and which is not to be kept.
  var key: String? {
    guard context.isEmpty else { return nil }
    // No value can hold a control character that parts it from the next: it would be another one.
    var key = "search\u{1}"
    key.reserveCapacity(64)
    key += language
    for list in [categories, difficulties, tags] {
      key += "\u{1}"
      for value in list {
        key += value
        key += "\u{2}"
      }
    }
    key += "\u{1}\(limit)\u{1}\(offset)\u{1}"
    key += level ?? ""
    key += explains ? "\u{1}e" : "\u{1}"
    key += groups ? "\u{1}g\u{1}" : "\u{1}\u{1}"
    key += text
    return key
  }

  /// Nothing that anyone types is an error; what is longer than a long question is cut.
  static func cut(_ text: String, to limit: Int) -> String {
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
