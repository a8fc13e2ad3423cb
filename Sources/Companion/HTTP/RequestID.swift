import EventLog
import HTTPTypes

/// What a request is called in logs and in its answer: `X-Request-Id`.
enum RequestID {
  /// The header.
  static let header = HTTPField.Name("X-Request-Id")

  /// The id that a proxy has given, if it is a plain one; a new one otherwise.
  static func make(_ headers: HTTPFields) -> String {
    if let given = header.flatMap({ headers[$0] }), (8...100).contains(given.utf8.count),
      given.utf8.allSatisfy(isPlain)
    {
      return given
    }
    return RandomIdentifier.generate(length: 16)
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "-"), UInt8(ascii: "_"),
      UInt8(ascii: "."):
      true
    default: false
    }
  }
}
