internal import CCrypto

/// HMAC with SHA-256 (RFC 2104) through the system's libcrypto: signs what must come back unchanged.
public enum HMACSHA256 {
  /// The 32 bytes of the code of a message under a key.
  public static func code(_ message: [UInt8], key: [UInt8]) -> [UInt8] {
    unsafe [UInt8](unsafeUninitializedCapacity: 32) { code, count in
      var length: UInt32 = 0
      let done = unsafe HMAC(
        EVP_sha256(), key, Int32(key.count), message, message.count, code.baseAddress, &length)
      // Only a libcrypto without SHA-256 fails here, and nothing that follows would be right.
      precondition(unsafe done != nil && length == 32, "libcrypto has no SHA-256")
      count = 32
    }
  }

  /// The code as 64 hexadecimal digits.
  public static func hex(_ message: String, key: [UInt8]) -> String {
    Hexadecimal.text(code(Array(message.utf8), key: key))
  }
}
