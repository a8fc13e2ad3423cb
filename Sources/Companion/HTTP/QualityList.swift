/// A header that lists what a client accepts, with weights: `br, gzip;q=0.8, *;q=0`.
struct QualityList: Sendable, Hashable {
  /// One entry.
  struct Entry: Sendable, Hashable {
    /// The name in lower case.
    var name: String
    /// From 0, refused, to 1000.
    var quality: Int
  }

  /// The entries in their order.
  private(set) var entries: [Entry] = []

  /// Reads a header; what is not well-formed is left out.
  init(_ header: String) {
    for part in header.split(separator: ",").prefix(50) {
      let fields = part.split(separator: ";").map { $0.trimmingSpaces() }
      guard let name = fields.first, !name.isEmpty else { continue }
      var quality = 1000
      for field in fields.dropFirst() {
        let pair = field.split(separator: "=", maxSplits: 1).map { $0.trimmingSpaces() }
        guard pair.count == 2, pair[0].lowercased() == "q" else { continue }
        quality = Self.quality(pair[1])
      }
      entries.append(Entry(name: name.lowercased(), quality: quality))
    }
  }

  /// The weight of a name, or of `*` if it is not listed; nil if neither is.
  func quality(of name: String) -> Int? {
    (entries.first { $0.name == name } ?? entries.first { $0.name == "*" })?.quality
  }

  /// `1`, `0.8` or `0.125` in thousandths; 0 if it is anything else.
  private static func quality(_ text: Substring) -> Int {
    guard let value = Double(text), value >= 0, value <= 1 else { return 0 }
    return Int((value * 1000).rounded())
  }
}

extension Substring {
  /// The text without spaces and tabs at its ends.
  func trimmingSpaces() -> Substring {
    var text = self
    while let byte = text.utf8.first, byte == 0x20 || byte == 0x09 { text = text.dropFirst() }
    while let byte = text.utf8.last, byte == 0x20 || byte == 0x09 { text = text.dropLast() }
    return text
  }
}
