/// The languages a reader wants, as `Accept-Language` says.
struct LanguagePreference: Sendable {
  private let list: QualityList

  /// Reads the header.
  init(_ header: String) { list = QualityList(header) }

  /// The best of some languages; nil if the reader wants none of them.
  ///
  /// `fr-CA` accepts `fr`, and `fr` accepts `fr-CA`, but less than a language that is named.
  func best(of languages: [String]) -> String? {
    var best: (language: String, quality: Int)?
    for language in languages {
      let quality = quality(of: language.lowercased())
      if quality > best?.quality ?? 0 { best = (language, quality) }
    }
    return best?.language
  }

  private func quality(of language: String) -> Int {
    let primary = language.prefix { $0 != "-" }
    var result: Int?
    for entry in list.entries {
      if entry.name == language { return entry.quality }
      if entry.name.prefix(while: { $0 != "-" }) == primary {
        // One thousandth less: an exact match of the same weight wins.
        result = max(result ?? 0, entry.quality - 1)
      }
    }
    return result ?? list.entries.first { $0.name == "*" }?.quality ?? 0
  }
}
