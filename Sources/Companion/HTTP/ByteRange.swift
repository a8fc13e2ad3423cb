/// What a `Range` header asks of a file.
enum ByteRange: Sendable, Hashable {
  /// All of it: no range, several, another unit, or one that is malformed (RFC 9110 §14.2).
  case whole
  /// These bytes.
  case part(Range<Int>)
  /// Bytes that the file does not have.
  case unsatisfiable

  /// Reads a header about a file of a size.
  init(_ header: String, size: Int) {
    self = .whole
    let text = Substring(header).trimmingSpaces()
    guard text.prefix(6).lowercased() == "bytes=" else { return }
    let range = text.dropFirst(6).trimmingSpaces()
    guard !range.contains(","), let dash = range.firstIndex(of: "-") else { return }
    let first = range[..<dash].trimmingSpaces()
    let last = range[range.index(after: dash)...].trimmingSpaces()
    switch (Self.number(first), Self.number(last)) {
    case (.some(let start), .some(let end)):
      guard start <= end else { return }
      self = start < size ? .part(start..<min(end, size - 1) + 1) : .unsatisfiable
    case (.some(let start), nil) where last.isEmpty:
      self = start < size ? .part(start..<size) : .unsatisfiable
    case (nil, .some(let count)) where first.isEmpty:
      self = count > 0 && size > 0 ? .part(max(0, size - count)..<size) : .unsatisfiable
    default:
      return
    }
  }

  /// Digits alone; what is too large for a number is larger than any file.
  private static func number(_ text: Substring) -> Int? {
    let areDigits = text.utf8.allSatisfy { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
    guard !text.isEmpty, areDigits else { return nil }
    return Int(text) ?? Int.max - 1
  }
}
