/// Names one exact sequence of bytes, so that nobody is sent what they have.
struct EntityTag: Sendable, Hashable {
  /// What stands between the quotes.
  let value: String

  /// The tag as a header has it.
  var header: String { "\"\(value)\"" }

  /// The tag of the same content in a coding: other bytes, so another tag.
  func encoded(_ coding: ContentCoding?) -> EntityTag {
    guard let coding else { return self }
    return EntityTag(value: value + "-" + coding.rawValue)
  }

  /// Whether `If-None-Match` holds this tag (RFC 9110 §13.1.2: a weak comparison).
  func matches(ifNoneMatch header: String) -> Bool {
    Self.tags(in: header, weak: true).contains { $0 == value || $0 == "*" }
  }

  /// Whether `If-Range` holds this tag (RFC 9110 §13.1.5: a strong comparison).
  ///
  /// A date never matches: no answer carries one to compare with.
  func matches(ifRange header: String) -> Bool {
    Self.tags(in: header, weak: false) == [Substring(value)]
  }

  /// The tags of a list, without their quotes; `*` stands for itself.
  private static func tags(in header: String, weak: Bool) -> [Substring] {
    var rest = Substring(header).trimmingSpaces()
    if rest == "*" { return ["*"] }
    var tags: [Substring] = []
    while !rest.isEmpty {
      var isWeak = false
      if rest.hasPrefix("W/") {
        isWeak = true
        rest = rest.dropFirst(2)
      }
      // A tag may hold a comma, so its quotes are what ends it.
      guard rest.first == "\"", let end = rest.dropFirst().firstIndex(of: "\"") else { break }
      let tag = rest[rest.index(after: rest.startIndex)..<end]
      // `"*"` in quotes is a tag like others; no file has it.
      if !isWeak || weak, tag != "*" { tags.append(tag) }
      rest = rest[rest.index(after: end)...].trimmingSpaces()
      guard rest.first == "," else { break }
      while rest.first == "," { rest = rest.dropFirst().trimmingSpaces() }
    }
    return tags
  }
}
