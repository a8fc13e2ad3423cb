/// Makes identifiers that nobody can guess.
public enum RandomIdentifier {
  /// Letters and digits from the system's random generator, 5.95 bits each.
  ///
  /// Every letter is drawn without bias; 22 of them hold 130 bits.
  public static func generate(length: Int) -> String {
    var generator = SystemRandomNumberGenerator()
    return String(unsafeUninitializedCapacity: length) { letters in
      var count = 0
      // Eight bytes a call of the system: a letter each, but for the few that would make some likelier.
      while count < length {
        var bits = generator.next()
        for _ in 0..<8 where count < length {
          let byte = Int(truncatingIfNeeded: bits & 0xFF)
          bits >>= 8
          guard byte < evenBytes else { continue }
          letters[count] = alphabet[byte % alphabet.count]
          count += 1
        }
      }
      return count
    }
  }

  /// How many values of a byte fall on all letters alike.
  private static let evenBytes = 256 / alphabet.count * alphabet.count

  /// A new token for an agent: `bal_` and 190 random bits.
  ///
  /// Show it once, and give the store only its hash.
  public static func agentToken() -> String {
    "bal_" + generate(length: 32)
  }

  /// The secret of a new session, or of a link to sign in by: 256 random bits.
  public static func secret() -> String { generate(length: 43) }

  private static let alphabet = Array(
    "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz".utf8)
}
