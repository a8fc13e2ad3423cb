internal import CCrypto

/// SHA-256 (FIPS 180-4) through the system's libcrypto.
public enum SHA256 {
  /// The 32 bytes of the digest.
  public static func hash(_ bytes: [UInt8]) -> [UInt8] {
    unsafe bytes.withUnsafeBytes { unsafe hash($0) }
  }

  /// The 32 bytes of the digest of memory that the caller holds.
  public static func hash(_ bytes: UnsafeRawBufferPointer) -> [UInt8] {
    unsafe [UInt8](unsafeUninitializedCapacity: 32) { digest, count in
      var length: UInt32 = 0
      let done = unsafe EVP_Digest(
        bytes.baseAddress, bytes.count, digest.baseAddress, &length, EVP_sha256(), nil)
      // Only a libcrypto without SHA-256 fails here, and nothing that follows would be right.
      precondition(done == 1 && length == 32, "libcrypto has no SHA-256")
      count = 32
    }
  }

  /// The digest as 64 hexadecimal digits.
  public static func hex(_ bytes: [UInt8]) -> String { Hexadecimal.text(hash(bytes)) }
}
