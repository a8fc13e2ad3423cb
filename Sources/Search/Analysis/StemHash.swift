/// How neighbouring words are remembered: a few bits of the hash of the word that follows.
///
/// Positions would take a fifth of the text. A fingerprint of ``bits`` bits answers the only
/// question that ranking asks, whether one word follows another in an article, and is wrong for one
/// in sixteen of the words that do not.
enum StemHash {
  /// The number of bits of a fingerprint.
  static let bits: UInt64 = 4
  /// Neighbours are remembered when each is in more than one article in so many: the rarer a word,
  /// the more it says alone (measured in docs/search.md).
  static let commonShare = 16

  /// Whether a class in so many of the documents is common enough to have neighbours.
  @inline(__always)
  static func isCommon(frequency: Int, documents: Int) -> Bool {
    frequency * commonShare > documents
  }

  /// The 32-bit FNV-1a hash of a stem.
  static func hash(_ stem: some Sequence<UInt8>) -> UInt32 {
    var hash: UInt32 = 0x811C_9DC5
    for byte in stem { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
    return hash
  }

  /// The fingerprint of a word that follows another; in the title it has one more.
  @inline(__always)
  static func fingerprint(_ hash: UInt32, inTitle: Bool) -> UInt8 {
    var mixed = inTitle ? hash ^ 0x5BD1_E995 : hash
    mixed ^= mixed >> 16
    mixed = mixed &* 0x85EB_CA6B
    mixed ^= mixed >> 13
    mixed = mixed &* 0xC2B2_AE35
    return UInt8(truncatingIfNeeded: mixed >> (32 - UInt32(bits)))
  }
}
