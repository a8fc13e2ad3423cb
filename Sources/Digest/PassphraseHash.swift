internal import CCrypto

/// A pass-phrase as it is stored: scrypt (RFC 7914) over a salt of its own.
///
/// The text names its cost, so that hashes made with an older one are still checked:
/// `scrypt$15$8$3$SALT$HASH`, with log2 N, r, p, and hexadecimal digits.
public struct PassphraseHash: Sendable, Hashable {
  /// What making one hash costs.
  public struct Cost: Sendable, Hashable {
    /// The binary logarithm of scrypt's N.
    public var logN: Int
    /// scrypt's r: with N, the memory, 128 · r · N bytes.
    public var r: Int
    /// scrypt's p: how often the work is done.
    public var p: Int

    /// A cost from scrypt's three parameters.
    public init(logN: Int, r: Int, p: Int) {
      self.logN = logN
      self.r = r
      self.p = p
    }

    /// 32 MiB and three passes, one of the sets that OWASP recommends as equally strong.
    public static let standard = Cost(logN: 15, r: 8, p: 3)
  }

  /// What making this hash cost.
  public let cost: Cost
  private let salt: [UInt8]
  private let hash: [UInt8]

  /// Hashes a pass-phrase with a new salt; takes about a quarter of a second by design.
  public init(_ passphrase: String, cost: Cost = .standard) {
    var generator = SystemRandomNumberGenerator()
    salt = (0..<16).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
    self.cost = cost
    hash = Self.derive(passphrase, salt: salt, cost: cost) ?? []
    precondition(!hash.isEmpty, "scrypt refused its parameters")
  }

  /// Reads a stored text; nil for anything else.
  public init?(stored text: String) {
    let parts = text.split(separator: "$", omittingEmptySubsequences: false)
    guard parts.count == 6, parts[0] == "scrypt",
      let logN = Int(parts[1]), (1...20).contains(logN), let r = Int(parts[2]),
      (1...16).contains(r), let p = Int(parts[3]), (1...16).contains(p),
      let salt = Hexadecimal.bytes(parts[4]), let hash = Hexadecimal.bytes(parts[5]),
      hash.count == 32
    else { return nil }
    cost = Cost(logN: logN, r: r, p: p)
    self.salt = salt
    self.hash = hash
  }

  /// The text to store.
  public var stored: String {
    "scrypt$\(cost.logN)$\(cost.r)$\(cost.p)$\(Hexadecimal.text(salt))$\(Hexadecimal.text(hash))"
  }

  /// Whether this is the hash of a pass-phrase; takes as long as making it did.
  public func matches(_ passphrase: String) -> Bool {
    guard let other = Self.derive(passphrase, salt: salt, cost: cost) else { return false }
    return ConstantTime.areEqual(hash, other)
  }

  private static func derive(_ passphrase: String, salt: [UInt8], cost: Cost) -> [UInt8]? {
    let text = Array(passphrase.utf8)
    let n = UInt64(1) << UInt64(cost.logN)
    // What scrypt needs and some room; without a limit libcrypto stops at 32 MiB.
    let memory = UInt64(128 * cost.r) * (n + UInt64(cost.p) + 2) + (1 << 20)
    var isDone = false
    let hash = unsafe [UInt8](unsafeUninitializedCapacity: 32) { hash, count in
      isDone =
        unsafe text.withUnsafeBytes { bytes in
          unsafe EVP_PBE_scrypt(
            bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count, salt, salt.count,
            n, UInt64(cost.r), UInt64(cost.p), memory, hash.baseAddress, 32)
        } == 1
      count = isDone ? 32 : 0
    }
    return isDone ? hash : nil
  }
}
