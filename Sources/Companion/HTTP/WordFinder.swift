/// Finds whether a header holds any of a few words, in either case.
///
/// It goes over the bytes once: asking a `String` for each word in turn took a third of the time that a
/// search over HTTP takes.
struct WordFinder: Sendable {
  /// The rest of each word, by its first byte.
  private let rests: [[[UInt8]]]

  /// Looks for words of ASCII.
  ///
  /// - Parameter words: the words, in lower case, none empty.
  init(_ words: [String]) {
    var rests = [[[UInt8]]](repeating: [], count: 256)
    for word in words.map({ Array($0.utf8) }) {
      rests[Int(word[0])].append(Array(word.dropFirst()))
    }
    self.rests = rests
  }

  /// Whether a text holds one of the words.
  func isMatch(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      for (place, byte) in bytes.enumerated() {
        for rest in rests[Int(Self.lowered(byte))] where rest.count < bytes.count - place {
          let isHere = rest.indices.allSatisfy {
            Self.lowered(bytes[place + 1 + $0]) == rest[$0]
          }
          if isHere { return true }
        }
      }
      return false
    }
  }

  private static func lowered(_ byte: UInt8) -> UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
  }
}
