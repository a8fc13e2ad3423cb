/// Who sends or gets a mail: `help@example.com`, or `Help Centre <help@example.com>`.
public struct MailAddress: Sendable, Hashable, Codable {
  /// The name that readers see; may be empty.
  public let name: String
  /// The address itself: ASCII, with one `@`.
  public let address: String

  /// Reads an address; nil for what no mail server would take.
  ///
  /// Line breaks, spaces and angle brackets in the address are refused, so that it can stand in
  /// commands and headers.
  public init?(_ text: String) {
    var name = ""
    var address = Substring(text)
    if text.last == ">", let open = text.lastIndex(of: "<") {
      name = text[..<open].split(whereSeparator: \.isWhitespace).joined(separator: " ")
      if name.count >= 2, name.first == "\"", name.last == "\"" {
        name = String(name.dropFirst().dropLast())
      }
      address = text[text.index(after: open)...].dropLast()
    }
    let parts = address.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, Self.isLocal(parts[0]), Self.isDomain(parts[1]),
      name.unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0.value != 0x7F })
    else { return nil }
    self.name = name
    self.address = String(address)
  }

  /// What stands after the `@`.
  var domain: String { String(address.split(separator: "@").last ?? "localhost") }

  private static func isLocal(_ text: Substring) -> Bool {
    let allowed = "!#$%&'*+-/=?^_`{|}~.".utf8
    return (1...64).contains(text.utf8.count) && text.first != "." && text.last != "."
      && !text.contains("..")
      && text.utf8.allSatisfy { isAlphanumeric($0) || allowed.contains($0) }
  }

  private static func isDomain(_ text: Substring) -> Bool {
    let labels = text.split(separator: ".", omittingEmptySubsequences: false)
    return text.utf8.count <= 253
      && labels.allSatisfy { label in
        (1...63).contains(label.utf8.count) && label.first != "-" && label.last != "-"
          && label.utf8.allSatisfy { isAlphanumeric($0) || $0 == UInt8(ascii: "-") }
      }
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"):
      true
    default: false
    }
  }
}
