/// Look-ups made from ``LetterTable``: lower case, composition and folding of one scalar.
struct LetterMap: Sendable {
  static let shared = LetterMap()

  private let lowerCase: [UInt32: UInt32]
  private let folds: [UInt32: [UInt8]]
  private let composed: [UInt64: UInt32]

  private init() {
    var lowerCase: [UInt32: UInt32] = [:]
    var upper: UInt32?
    for scalar in LetterTable.lowerCase.unicodeScalars where scalar.value > 32 {
      if let first = upper {
        lowerCase[first] = scalar.value
        upper = nil
      } else {
        upper = scalar.value
      }
    }
    self.lowerCase = lowerCase

    var folds: [UInt32: [UInt8]] = [:]
    for row in LetterMap.rows(LetterTable.folding) {
      for scalar in row.letters { folds[scalar] = row.head }
    }
    self.folds = folds

    var composed: [UInt64: UInt32] = [:]
    for row in LetterMap.rows(LetterTable.composition) {
      let mark = row.head.reduce(UInt64(0)) { $0 << 4 | LetterMap.hexadecimal($1) }
      for index in stride(from: 0, to: row.letters.count - 1, by: 2) {
        composed[UInt64(row.letters[index]) << 32 | mark] = row.letters[index + 1]
      }
    }
    self.composed = composed
  }

  /// The lower-case form, or the scalar itself.
  func lower(_ scalar: UInt32) -> UInt32 {
    if scalar < 0x80 { return scalar &- 0x41 < 26 ? scalar + 32 : scalar }
    return lowerCase[scalar] ?? scalar
  }

  /// The letter that `base` followed by the combining `mark` stands for, if there is one.
  func compose(_ base: UInt32, _ mark: UInt32) -> UInt32? {
    composed[UInt64(base) << 32 | UInt64(mark)]
  }

  /// Appends what a lower-case scalar is searched as, in UTF-8.
  func appendFolded(_ scalar: UInt32, to output: inout [UInt8]) {
    if scalar < 0x80 {
      output.append(UInt8(scalar))
    } else if let fold = folds[scalar] {
      output += fold
    } else {
      UTF8Coding.append(scalar, to: &output)
    }
  }

  /// Whether searching treats the scalar as another one.
  func isFolded(_ scalar: UInt32) -> Bool { scalar >= 0x80 && folds[scalar] != nil }

  private static func rows(_ text: String) -> [(head: [UInt8], letters: [UInt32])] {
    text.unicodeScalars.split { $0.value <= 32 }.compactMap { row in
      guard let colon = row.firstIndex(of: ":") else { return nil }
      return (
        Array(String(row[..<colon]).utf8), row[row.index(after: colon)...].map { $0.value }
      )
    }
  }

  private static func hexadecimal(_ digit: UInt8) -> UInt64 {
    UInt64(digit < 0x3A ? digit - 0x30 : digit - 0x61 + 10)
  }
}
