/// The language that decides how words are stemmed and which of them say little.
///
/// A language without a stemmer here is still searchable: its words are folded and matched as
/// they are.
public enum Language: Sendable, Hashable {
  case french
  case english
  /// Any other language: no stemming and no stop words.
  case other

  /// Reads a language from a code such as `fr`, `fr-CA` or `EN`.
  ///
  /// - Parameter code: A BCP 47 language tag; only its first part matters.
  public init(code: String) {
    let primary = code.utf8.prefix { $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: "_") }
    switch String(Substring(primary)).lowercased() {
    case "fr", "fra", "fre": self = .french
    case "en", "eng": self = .english
    default: self = .other
    }
  }
}

extension Language {
  /// The number that stands for the language in an index file.
  var formatCode: UInt32 {
    switch self {
    case .other: 0
    case .french: 1
    case .english: 2
    }
  }

  init?(formatCode: UInt32) {
    switch formatCode {
    case 0: self = .other
    case 1: self = .french
    case 2: self = .english
    default: return nil
    }
  }
}
