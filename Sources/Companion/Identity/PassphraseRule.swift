/// What a pass-phrase has to be: long; nothing else makes it stronger than it makes it forgotten.
enum PassphraseRule {
  /// The fewest characters.
  static let shortest = 12
  /// The most bytes; more would only cost time.
  static let longest = 1_000

  /// Whether a pass-phrase may be chosen by an agent of a name.
  static func allows(_ passphrase: String, name: String) -> Bool {
    let distinct = Set(passphrase).count
    return passphrase.count >= shortest && passphrase.utf8.count <= longest && distinct >= 5
      && passphrase.lowercased() != name.lowercased()
  }
}
