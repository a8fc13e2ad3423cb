import Digest

/// Fields as forms and queries have them (`application/x-www-form-urlencoded`).
enum FormText {
  /// Fields in this order: `code=a%2Fb&state=x`.
  static func encoded(_ fields: [(name: String, value: String)]) -> String {
    fields.map { PercentCoding.encoded($0.name) + "=" + PercentCoding.encoded($0.value) }
      .joined(separator: "&")
  }
}
