/// What a scalar is to the scanner that cuts text into words.
enum ScalarClass: UInt8 {
  /// White space, punctuation, pictures: ends a word.
  case separator
  case letter
  case digit
  /// A scalar that is a word of its own, such as an ideograph or `%`.
  case lone
  /// A combining mark or an invisible scalar: belongs to the word before it.
  case extender
  /// `'` and `’`: inside a word between letters.
  case apostrophe
  /// `-`, `_` and other hyphens: inside a compound.
  case hyphen
  /// `.` and `,`: inside a number.
  case decimal
  /// `°`: a word of its own, with the `C` or `F` that follows it.
  case degree

  @inline(__always)
  static func ascii(_ byte: UInt8) -> ScalarClass {
    switch byte {
    case 0x61...0x7A, 0x41...0x5A: .letter
    case 0x30...0x39: .digit
    case 0x27: .apostrophe
    case 0x2D, 0x5F: .hyphen
    case 0x2E, 0x2C: .decimal
    case 0x25: .lone
    default: .separator
    }
  }

  /// Classifies a scalar above ASCII by ranges that every reader of the index shares.
  static func beyondASCII(_ scalar: UInt32) -> ScalarClass {
    switch scalar {
    case 0xB0, 0x2103, 0x2109: .degree
    case 0xAD, 0x200C, 0x200D, 0x2060, 0xFEFF: .extender
    case 0xAA, 0xB5, 0xBA: .letter
    case 0xB2, 0xB3, 0xB9, 0x2070...0x2079, 0x2080...0x2089, 0xFF10...0xFF19: .digit
    case 0x80..<0xC0, 0xD7, 0xF7: .separator
    case 0x300...0x36F, 0x483...0x489, 0x1AB0...0x1AFF, 0x1DC0...0x1DFF, 0x20D0...0x20FF,
      0xFE00...0xFE0F, 0xFE20...0xFE2F:
      .extender
    case 0x2BC, 0x2018, 0x2019, 0xFF07: .apostrophe
    case 0x2010, 0x2011: .hyphen
    case 0x2126, 0x212A, 0x212B: .letter
    case 0x2000...0x2BFF, 0x2E00...0x2E7F, 0x3000...0x3004, 0x3008...0x3030, 0xFE10...0xFE6F,
      0xE000...0xF8FF, 0xFFE0...0xFFFF:
      .separator
    case 0xFF00...0xFF20, 0xFF3B...0xFF40, 0xFF5B...0xFF65: .separator
    case 0x2E80...0x2FFF, 0x3040...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF,
      0x20000...0x3FFFF:
      .lone
    case 0x1F000...0x1FAFF, 0xE0000...: .separator
    default: .letter
    }
  }
}
