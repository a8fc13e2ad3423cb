/// The part of a file's name that changes with its bytes, so that caches may keep it for ever.
public enum ContentHash {
  /// Ten hexadecimal digits of the SHA-256 digest.
  public static func name(for bytes: [UInt8]) -> String {
    Hexadecimal.text(SHA256.hash(bytes).prefix(5))
  }

  /// Thirty-two hexadecimal digits, for cache keys.
  public static func key(for bytes: [UInt8]) -> String {
    Hexadecimal.text(SHA256.hash(bytes).prefix(16))
  }
}
