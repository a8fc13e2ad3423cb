import Foundation

/// Writes what stands in a mail's header (RFC 5322, RFC 2047).
enum MailHeader {
  /// A header line; whatever is not printable ASCII is encoded, and no value can begin a line.
  static func line(_ name: String, _ value: String) -> String {
    "\(name): \(encoded(value))\r\n"
  }

  /// A header line of addresses.
  static func line(_ name: String, _ address: MailAddress) -> String {
    guard !address.name.isEmpty else { return "\(name): <\(address.address)>\r\n" }
    return "\(name): \(phrase(address.name))\r\n <\(address.address)>\r\n"
  }

  /// `Wed, 25 Nov 2026 14:05:00 +0000`.
  static func date(milliseconds: Int64) -> String {
    let formatter = DateFormatter()
    formatter.locale = Locale(identifier: "en_US_POSIX")
    formatter.timeZone = TimeZone(secondsFromGMT: 0)
    formatter.dateFormat = "EEE, dd MMM yyyy HH:mm:ss +0000"
    return formatter.string(from: Date(timeIntervalSince1970: Double(milliseconds) / 1000))
  }

  /// A name before an address: quoted, or encoded.
  private static func phrase(_ name: String) -> String {
    guard isPlain(name) else { return encoded(name) }
    let escaped = name.replacingOccurrences(of: "\\", with: "\\\\")
      .replacingOccurrences(of: "\"", with: "\\\"")
    return "\"\(escaped)\""
  }

  /// Text that is not plain as encoded words of at most 75 characters, cut between characters.
  static func encoded(_ text: String) -> String {
    guard !isPlain(text) else { return text }
    var words: [String] = []
    var bytes: [UInt8] = []
    for character in text {
      let next = Array(String(character).utf8)
      if bytes.count + next.count > 45, !bytes.isEmpty {
        words.append(word(bytes))
        bytes = []
      }
      bytes += next
    }
    if !bytes.isEmpty { words.append(word(bytes)) }
    return words.joined(separator: "\r\n ")
  }

  private static func word(_ bytes: [UInt8]) -> String {
    "=?UTF-8?B?\(Data(bytes).base64EncodedString())?="
  }

  /// Whether a text can stand as it is, on one line, without looking like an encoded word.
  private static func isPlain(_ text: String) -> Bool {
    text.utf8.count <= 60 && !text.contains("=?")
      && text.utf8.allSatisfy { (0x20...0x7E).contains($0) }
  }
}
