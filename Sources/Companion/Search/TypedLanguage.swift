/// Finds `lang:fr` among what was typed.
enum TypedLanguage {
  /// The language that a text names and the text without it; nil if it names none of the site's.
  ///
  /// `surchauffe lang:en` gives `en` and `surchauffe`. The first one counts; a word in quotes is
  /// a word, and so is a language that the site does not have.
  static func split(_ text: String, languages: [String]) -> (language: String, rest: String)? {
    guard text.utf8.contains(UInt8(ascii: ":")) else { return nil }
    var language: String?
    var isQuoted = false
    let pieces = text.split(separator: " ", omittingEmptySubsequences: false)
    let kept = pieces.filter { piece in
      let wasQuoted = isQuoted
      for byte in piece.utf8 where byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      guard !wasQuoted, let named = named(piece, languages) else { return true }
      language = language ?? named
      return false
    }
    return language.map { ($0, kept.joined(separator: " ")) }
  }

  private static func named(_ piece: Substring, _ languages: [String]) -> String? {
    guard piece.prefix(5).lowercased() == "lang:" else { return nil }
    let name = piece.dropFirst(5).lowercased()
    return languages.first { $0.lowercased() == name }
  }
}
