/// How a language sets punctuation: what writers type becomes what readers expect.
///
/// French gets no-break spaces before `: ; ? !`, inside `« »`, before units and in thousands; English
/// curly quotes; both get `’`. Only blanks and straight quotes are ever replaced, so that a text that
/// was set by hand stays as it is. Code is never touched.
public enum Typography: Hashable, Sendable {
  /// `« Pourquoi ? » : 47,2 °C, 12 000 cycles`.
  case french
  /// `“Why?”: it’s 47.2 °C`.
  case english

  /// The typography of a language code such as `fr` or `fr-CA`; nil where there is none.
  public init?(language: String) {
    switch language.prefix(while: { $0 != "-" && $0 != "_" }).lowercased() {
    case "fr": self = .french
    case "en": self = .english
    default: return nil
    }
  }

  /// A text without marks, such as a title, as it should be set.
  public func set(_ text: String) -> String {
    var bytes = Array(text.utf8)
    let quotes = Setter.needsQuotes(bytes) ? Quotes(counting: Setter.quotes(in: bytes)) : Quotes()
    var setter = Setter(typography: self, quotes: quotes)
    guard let result = setter.set(bytes[...], next: 0) else { return text }
    bytes = result
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension Typography {
  /// The straight double quotes of a paragraph: replaced when they come in pairs, else left.
  struct Quotes {
    var areCurly = false
    var isOpen = false

    init() {}

    init(counting count: Int) { areCurly = count > 0 && count.isMultiple(of: 2) }
  }
}
