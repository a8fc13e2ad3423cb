/// Makes identifiers that nobody can guess.
public enum RandomIdentifier {
  /// Letters and digits from the system's random generator, 5.95 bits each.
  ///
  /// Every letter is drawn without bias; 22 of them hold 130 bits.
  public static func generate(length: Int) -> String {
    var generator = SystemRandomNumberGenerator()
    var text = ""
    text.reserveCapacity(length)
    for _ in 0..<length {
      let index = Int.random(in: 0..<alphabet.count, using: &generator)
      text.unicodeScalars.append(Unicode.Scalar(alphabet[index]))
    }
    return text
  }

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
