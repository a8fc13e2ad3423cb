internal import CCrypto

/// Compares secrets in a time that does not depend on where they differ.
public enum ConstantTime {
  /// Whether two secrets are the same; only their lengths can be learnt from the time it takes.
  public static func areEqual(_ first: [UInt8], _ second: [UInt8]) -> Bool {
    guard first.count == second.count else { return false }
    guard !first.isEmpty else { return true }
    return unsafe CRYPTO_memcmp(first, second, first.count) == 0
  }

  /// Whether two secret texts are the same.
  public static func areEqual(_ first: String, _ second: String) -> Bool {
    areEqual(Array(first.utf8), Array(second.utf8))
  }
}
