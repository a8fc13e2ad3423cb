import Digest
import EventLog

/// The link through which a customer opens a shared article.
public struct ShareLink: Sendable, Hashable {
  /// The id of the share: 22 letters and digits, 130 random bits.
  public let id: String

  /// A new link that nobody can guess.
  public init() {
    id = RandomIdentifier.generate(length: Self.length)
  }

  /// The link that belongs to a secret seed: the same for the same seed, and as hard to guess.
  ///
  /// A request that is sent twice so makes one share, whatever happened in between.
  public init(seed: [UInt8]) {
    var bytes: [UInt8] = []
    var round: UInt8 = 0
    while bytes.count < Self.length {
      // Four times 62 is 248: higher bytes are left out, so that each letter is as likely.
      bytes += HMACSHA256.code([round], key: seed).filter { $0 < 248 }
      round += 1
    }
    id = String(
      decoding: bytes.prefix(Self.length).map { Self.letters[Int($0 % 62)] }, as: UTF8.self)
  }

  /// The link of an id taken from an address; nil when no link could have it.
  public init?(id: some StringProtocol) {
    let isAlphanumeric = id.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "a")...UInt8(ascii: "z"):
        true
      default: false
      }
    }
    guard id.utf8.count == Self.length, isAlphanumeric else { return nil }
    self.id = String(id)
  }

  /// The path on the server: `/s/ID`.
  public var path: String { "/s/\(id)" }

  /// The whole address under a site's base address, which may end with a slash or a folder.
  public func url(base: String) -> String {
    var base = Substring(base)
    while base.utf8.last == UInt8(ascii: "/") { base = base.dropLast() }
    return base + path
  }

  private static let length = 22
  private static let letters = Array(
    "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz".utf8)
}
