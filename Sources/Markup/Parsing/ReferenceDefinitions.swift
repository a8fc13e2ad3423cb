import CCmarkGFM

/// The link reference definitions of a file, `[label]: address`, with where their addresses stand.
///
/// cmark resolves references and forgets where the definitions were. These are found again by
/// their shape; whoever asks compares the address, so that a look-alike does no harm.
struct ReferenceDefinitions {
  private var found: [String: [(url: [UInt8], range: Range<Int>)]] = [:]

  /// Looks through all lines.
  init(_ lines: SourceLines) {
    let text = lines.text
    let base = text.startIndex
    guard text.contains(0x5D) else { return }
    for line in 1...max(1, lines.starts.count) {
      let range = lines.range(ofLine: line)
      var index = Self.skipPrefix(text, base + range.lowerBound, base + range.upperBound)
      let end = base + range.upperBound
      guard index < end, text[index] == 0x5B, index + 1 < end, text[index + 1] != 0x5E else {
        continue
      }
      let label = index + 1
      index = label
      while index < end, text[index] != 0x5D, text[index] != 0x5B {
        index += text[index] == 0x5C && index + 1 < end ? 2 : 1
      }
      guard index + 1 < end, text[index] == 0x5D, text[index + 1] == 0x3A else { continue }
      let name = Self.normalized(text[label..<index])
      index = Self.skipBlanks(text, index + 2, end)
      var limit = end
      if index == end, line < lines.starts.count {
        let next = lines.range(ofLine: line + 1)
        limit = base + next.upperBound
        index = Self.skipPrefix(text, base + next.lowerBound, limit)
      }
      guard let address = Self.address(text, index, limit) else { continue }
      let low = lines.fileOffset(address.lowerBound - base)
      let high = lines.fileOffset(address.upperBound - base)
      guard low <= high else { continue }
      found[name, default: []].append((url: cleanURL(text[address]), range: low..<high))
    }
  }

  /// Where the definition of a label stands that has this address.
  func range(label: ArraySlice<UInt8>, url: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
    guard !found.isEmpty else { return nil }
    return found[Self.normalized(label)]?.first { unsafe $0.url.elementsEqual(url) }?.range
  }

  /// A label without regard to case and runs of blanks.
  private static func normalized(_ label: ArraySlice<UInt8>) -> String {
    String(decoding: label, as: UTF8.self).lowercased()
      .split(whereSeparator: { $0.isWhitespace }).joined(separator: " ")
  }

  private static func skipBlanks(_ text: ArraySlice<UInt8>, _ from: Int, _ end: Int) -> Int {
    var index = from
    while index < end, text[index] == 0x20 || text[index] == 0x09 { index += 1 }
    return index
  }

  /// Skips quote marks, list markers and blanks.
  private static func skipPrefix(_ text: ArraySlice<UInt8>, _ from: Int, _ end: Int) -> Int {
    var index = from
    while index < end {
      switch text[index] {
      case 0x20, 0x09, 0x3E, 0x2D, 0x2A, 0x2B, 0x30...0x39, 0x2E, 0x29: index += 1
      default: return index
      }
    }
    return index
  }

  private static func address(_ text: ArraySlice<UInt8>, _ from: Int, _ end: Int) -> Range<Int>? {
    guard from < end else { return nil }
    if text[from] == 0x3C {
      guard let close = text[from..<end].firstIndex(of: 0x3E) else { return nil }
      return from + 1..<close
    }
    var index = from
    while index < end, text[index] > 0x20 { index += 1 }
    return from..<index
  }
}

/// An address with entities and backslashes resolved, as cmark does it.
func cleanURL(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
  guard bytes.contains(where: { $0 == 0x26 || $0 == 0x5C }) else { return Array(bytes) }
  let source = Array(bytes)
  return unsafe [UInt8](unsafeUninitializedCapacity: source.count) { buffer, count in
    guard let base = buffer.baseAddress else { return }
    unsafe count = Int(balise_clean_url(source, Int32(truncatingIfNeeded: source.count), base))
  }
}
