/// A name, a colon and what stands behind it, as a person types them: `tag:soc`, `catégorie : alertes`.
struct TypedFilter {
  /// Where the name lies.
  let name: Range<Int>
  /// Where the value begins.
  let valueStart: Int

  /// Reads what begins at a place; nil where no name with a colon and something behind it does.
  init?(_ bytes: [UInt8], at start: Int) {
    func afterBlanks(_ index: Int) -> Int {
      bytes[index...].firstIndex { $0 > 0x20 } ?? bytes.count
    }
    let isEnd = { (byte: UInt8) in byte <= 0x20 || byte == UInt8(ascii: ":") }
    guard let nameEnd = bytes[start...].firstIndex(where: isEnd) else { return nil }
    let colon = afterBlanks(nameEnd)
    guard colon < bytes.count, bytes[colon] == UInt8(ascii: ":") else { return nil }
    valueStart = afterBlanks(colon + 1)
    guard valueStart < bytes.count else { return nil }
    name = start..<nameEnd
  }

  /// Where the value ends that is one word.
  func wordEnd(in bytes: [UInt8]) -> Int {
    bytes[valueStart...].firstIndex { $0 <= 0x20 } ?? bytes.count
  }
}
