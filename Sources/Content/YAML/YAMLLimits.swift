/// Looks for YAML that would cost too much to read, before it is read.
enum YAMLLimits {
  /// A stretch that goes too deep, or nil.
  ///
  /// Brackets are counted whatever they stand in, and so are columns: a text with sixty-four
  /// brackets that are never closed does not come up outside attacks.
  static func excessiveDepth(_ bytes: ArraySlice<UInt8>) -> Range<Int>? {
    var brackets = 0
    var indentation = 0
    var isIndentation = true
    for index in bytes.indices {
      let byte = bytes[index]
      switch byte {
      case 0x0A, 0x0D:
        (indentation, isIndentation) = (0, true)
        continue
      case 0x5B, 0x7B: brackets += 1
      case 0x5D, 0x7D: brackets = max(0, brackets - 1)
      default: break
      }
      if isIndentation {
        // `- - - ` opens a list with every mark.
        isIndentation = byte == 0x20 || byte == 0x2D || byte == 0x3F || byte == 0x3A
        indentation += 1
      }
      if brackets > YAMLParser.maximumDepth || indentation > 4 * YAMLParser.maximumDepth {
        return index..<index + 1
      }
    }
    return nil
  }

  /// An alias (`*name`) in or beside a key that is a list or a map, or nil.
  ///
  /// Comparing such keys takes time that doubles with each level of anchors.
  static func aliasInKey(_ bytes: ArraySlice<UInt8>) -> Range<Int>? {
    var alias: Range<Int>?
    var hasComplexKey = false
    var previous: UInt8 = 0x0A
    var lastMark: UInt8 = 0x0A
    for index in bytes.indices {
      let byte = bytes[index]
      let next = index + 1 < bytes.endIndex ? bytes[index + 1] : 0x0A
      let begins = previous <= 0x20 || [0x2C, 0x5B, 0x7B, 0x3A].contains(previous)
      if byte == 0x2A, begins, next > 0x20, alias == nil { alias = index..<index + 1 }
      if byte == 0x3F, begins, next <= 0x20 { hasComplexKey = true }
      if byte == 0x3A, [0x5D, 0x7D].contains(lastMark) { hasComplexKey = true }
      if byte > 0x20 { lastMark = byte }
      previous = byte
    }
    return hasComplexKey ? alias : nil
  }
}
