/// One article as `articles.json` has it.
struct ListedArticle: Sendable, Hashable, Decodable {
  /// The article as readers of one language find it.
  struct Version: Sendable, Hashable, Decodable {
    /// The title.
    var title: String
    /// What it says, in one sentence.
    var description: String?
    /// Where it is.
    var url: String
    /// When it was last changed, as `2026-01-31`.
    var updated: String?
    /// The language it is written in, where that is not the reader's.
    var fallback: String?
    /// The day since when its original says something else, empty if that is not known; nil unless
    /// it is an old translation.
    var staleSince: String?
    /// The day by which somebody was to read it again.
    var reviewBy: String?
  }

  /// The permanent id.
  var id: String
  /// The key of its category.
  var category: String?
  /// The key of its difficulty.
  var difficulty: String?
  /// The keys of its tags.
  var tags: [String]?
  /// Whether it is found by its link only.
  var unlisted: Bool?
  /// Whether it is for agents only; no file says so, but the folder it comes from.
  var isForAgents: Bool? = nil
  /// The versions by the reader's language.
  var versions: [String: Version]

  /// The version for readers of a language that is written in it.
  func translation(in language: String) -> Version? {
    guard let version = versions[language], version.fallback == nil else { return nil }
    return version
  }

  /// The version for readers of a language, else of the first of some others that has one.
  func version(for language: String, else others: [String]) -> (language: String, Version)? {
    for candidate in [language] + others {
      if let version = versions[candidate] { return (candidate, version) }
    }
    return nil
  }
}
