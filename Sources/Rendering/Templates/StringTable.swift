import Diagnostics

/// The interface's texts in one language, from `templates/strings/LANGUAGE.yaml`.
///
/// The format is a small part of YAML: one `key: "text"` a line, `#` comments. Placeholders are
/// written `{name}`; a text with plural forms has the keys `name.one` and `name.other`.
struct StringTable: Sendable {
  /// The language the texts are in, such as `fr`.
  let language: String
  /// The texts by key.
  var texts: [String: String] = [:]

  /// Makes a table of texts.
  init(language: String, texts: [String: String] = [:]) {
    self.language = language
    self.texts = texts
  }

  /// The text of a key; the key itself when there is none, so that a gap is seen.
  subscript(key: String) -> String { texts[key] ?? key }

  /// The text of a key with its placeholders filled in.
  ///
  /// `format("updated", ["date": "3 mars 2026"])` gives `Mis à jour le 3 mars 2026`.
  func format(_ key: String, _ values: [String: String]) -> String {
    Self.fill(self[key], values)
  }

  /// The text of a key in the plural form of `count`, which replaces `{count}`.
  func count(_ key: String, _ count: Int, _ values: [String: String] = [:]) -> String {
    let locale = LocaleFormat(language)
    let values = values.merging(["count": locale.number(count)]) { given, _ in given }
    return Self.fill(self["\(key).\(locale.plural(count))"], values)
  }

  /// The same table with the texts of `other` in place of its own.
  func overridden(by other: StringTable) -> StringTable {
    StringTable(language: language, texts: texts.merging(other.texts) { _, new in new })
  }

  /// The names between `{` and `}` in a text, in order.
  static func placeholders(in text: String) -> [String] {
    var names: [String] = []
    var rest = text[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      names.append(String(rest[rest.index(after: open)..<close]))
      rest = rest[rest.index(after: close)...]
    }
    return names
  }

  private static func fill(_ text: String, _ values: [String: String]) -> String {
    var result = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      result += rest[..<open]
      let name = String(rest[rest.index(after: open)..<close])
      result += values[name] ?? String(rest[open...close])
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }
}
