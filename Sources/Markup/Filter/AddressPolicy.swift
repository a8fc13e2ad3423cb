/// Which addresses are safe to write into a page.
enum AddressPolicy {
  /// What an address is used for.
  enum Use {
    /// Followed when the reader asks.
    case link
    /// Loaded with the page.
    case media
  }

  /// Whether raw HTML may refer to an address: relative ones, and few schemes.
  static func allowsRaw(_ address: some Sequence<UInt8>, _ use: Use) -> Bool {
    switch scheme(address) {
    case .none: true
    case .unclear: false
    case .named(let name, let rest):
      switch use {
      case .link: ["http", "https", "mailto", "tel"].contains(name)
      case .media: name == "http" || name == "https" || (name == "data" && isImage(rest))
      }
    }
  }

  /// Whether Markdown may refer to an address: any scheme but those that run or read locally.
  static func allowsMarkdown(_ address: some Sequence<UInt8>, _ use: Use) -> Bool {
    guard case .named(let name, let rest) = scheme(address) else { return true }
    if name == "data" { return isImage(rest) }
    return !dangerous.contains(name)
  }

  private static let dangerous: Set<String> = [
    "about", "blob", "file", "filesystem", "jar", "javascript", "livescript", "mhtml", "mocha",
    "vbscript", "view-source",
  ]

  private enum Scheme {
    case none
    /// Something before a colon that no scheme can be.
    case unclear
    case named(String, rest: [UInt8])
  }

  /// The scheme as browsers find it: blanks and control characters in front, and tabs and line
  /// ends anywhere, do not count.
  private static func scheme(_ address: some Sequence<UInt8>) -> Scheme {
    var name: [UInt8] = []
    var rest: [UInt8] = []
    var isNamed = false
    var isClear = true
    for byte in address {
      if byte == 0x09 || byte == 0x0A || byte == 0x0D { continue }
      if isNamed {
        guard rest.count < 32 else { break }
        rest.append(byte)
        continue
      }
      if name.isEmpty, byte <= 0x20 { continue }
      switch byte {
      case 0x3A: isNamed = true
      case 0x2F, 0x3F, 0x23, 0x5C: return .none
      case 0x41...0x5A: name.append(byte | 0x20)
      case 0x61...0x7A: name.append(byte)
      case 0x30...0x39, 0x2B, 0x2D, 0x2E:
        isClear = isClear && !name.isEmpty
        name.append(byte)
      default:
        isClear = false
        name.append(byte)
      }
    }
    guard isNamed else { return .none }
    guard isClear, !name.isEmpty else { return .unclear }
    return .named(String(decoding: name, as: UTF8.self), rest: rest)
  }

  private static func isImage(_ rest: [UInt8]) -> Bool {
    let text = String(decoding: rest, as: UTF8.self).lowercased()
    return ["png", "jpeg", "gif", "webp"].contains { type in
      text.hasPrefix("image/\(type);") || text.hasPrefix("image/\(type),")
    }
  }
}
