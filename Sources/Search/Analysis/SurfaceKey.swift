/// The key of a word in the dictionary: its folded form, then the accents that folding lost.
///
/// `charge` is itself; `chargé` is `charge`, a zero byte, and "scalar 5 is é". All spellings of a
/// word so lie side by side, and a search that ignores accents reads them as one range.
struct SurfaceKey: Hashable {
  /// The folded word, then for an accented one a zero byte and pairs of position and letter.
  let bytes: [UInt8]
  let foldedCount: Int

  var folded: ArraySlice<UInt8> { bytes[..<foldedCount] }
  var hasAccents: Bool { foldedCount < bytes.count }

  /// Makes the key of a word given as lower-case scalars.
  init(scalars: some Sequence<UInt32>) {
    var folded: [UInt8] = []
    var accents: [UInt8] = []
    var position: UInt8 = 1
    for scalar in scalars {
      LetterMap.shared.appendFolded(scalar, to: &folded)
      if LetterMap.shared.isFolded(scalar) {
        accents.append(position)
        UTF8Coding.append(scalar, to: &accents)
      }
      if position < 255 { position += 1 }
    }
    foldedCount = folded.count
    if !accents.isEmpty {
      folded.append(0)
      folded += accents
    }
    bytes = folded
  }

  /// Reads a key as the dictionary holds it.
  init(bytes: [UInt8]) {
    self.bytes = bytes
    foldedCount = bytes.firstIndex(of: 0) ?? bytes.count
  }

  /// The word with its accents, in UTF-8.
  var exact: [UInt8] {
    guard hasAccents else { return bytes }
    var accents: [UInt8: UInt32] = [:]
    let tail = bytes[(foldedCount + 1)...]
    tail.withSpan { span in
      var index = 0
      while index + 1 < span.count {
        let (scalar, length) = UTF8Coding.decode(span, at: index + 1)
        accents[span[index]] = scalar
        index += 1 + length
      }
    }
    var output: [UInt8] = []
    var position: UInt8 = 1
    var index = 0
    folded.withSpan { span in
      while index < span.count {
        if let scalar = accents[position] {
          var fold: [UInt8] = []
          LetterMap.shared.appendFolded(scalar, to: &fold)
          UTF8Coding.append(scalar, to: &output)
          index += max(1, fold.count)
        } else {
          let (scalar, length) = UTF8Coding.decode(span, at: index)
          UTF8Coding.append(scalar, to: &output)
          index += length
        }
        if position < 255 { position += 1 }
      }
    }
    return output
  }
}

extension ArraySlice<UInt8> {
  /// Lends the elements as a span.
  func withSpan<Result>(_ body: (Span<UInt8>) -> Result) -> Result { body(span) }
}
