import Digest

/// Pass-phrases as the command line sets them.
public enum AgentPassphrase {
  /// The stored form of a pass-phrase; nil if it is too easy to guess for an agent of a name.
  public static func hash(_ passphrase: String, name: String) -> String? {
    guard PassphraseRule.allows(passphrase, name: name) else { return nil }
    return PassphraseHash(passphrase).stored
  }
}
