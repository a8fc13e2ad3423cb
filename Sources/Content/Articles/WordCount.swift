import Markup

/// How long a text is.
enum WordCount {
  private static let wordsAMinute = 200

  /// The words of a document: runs of anything but blanks that hold a letter or digit.
  static func words(in sections: [TextSection], outline: Outline) -> Int {
    var count = 0
    for section in sections { section.text.withUnsafeBufferPointer { count += words(in: $0) } }
    for heading in outline.headings {
      count += Array(heading.text.utf8).withUnsafeBufferPointer { words(in: $0) }
    }
    return count
  }

  /// The minutes that reading takes, rounded up; at least one.
  static func minutes(forWords count: Int) -> Int {
    max(1, (count + wordsAMinute - 1) / wordsAMinute)
  }

  private static func words(in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var count = 0
    var hasLetter = false
    for index in bytes.indices {
      let byte = bytes[index]
      if byte <= 0x20 {
        if hasLetter { count += 1 }
        hasLetter = false
      } else if byte.isASCIIAlphanumeric {
        hasLetter = true
      } else if isNoBreakSpace(bytes, index) {
        if hasLetter { count += 1 }
        hasLetter = false
      } else if byte >= 0xC3 {
        // Lead bytes from C3 begin letters. C2 begins signs such as « and the no-break space, E2 80
        // dashes and typographic quotation marks.
        let isSign = byte == 0xE2 && index + 1 < bytes.count && bytes[index + 1] == 0x80
        if !isSign { hasLetter = true }
      }
    }
    return hasLetter ? count + 1 : count
  }

  /// Whether U+00A0 or U+202F begins here; both part words as a blank does.
  private static func isNoBreakSpace(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    switch bytes[index] {
    case 0xC2: index + 1 < bytes.count && bytes[index + 1] == 0xA0
    case 0xE2: index + 2 < bytes.count && bytes[index + 1] == 0x80 && bytes[index + 2] == 0xAF
    default: false
    }
  }
}
