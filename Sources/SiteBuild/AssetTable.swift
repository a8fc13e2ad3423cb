import Digest

/// Where the files that pages use are on the site.
struct AssetTable: Sendable {
  /// The address of each file of the theme, by its plain name.
  var themeURLs: [String: String]
  /// The address of each file of the content folder, by its path there.
  var contentURLs: [String: String] = [:]
  /// The size of each picture, by its path in the content folder.
  var sizes: [String: ImageSize] = [:]

  /// Where a file of the content folder goes: its name with a part that changes with its bytes.
  static func outputPath(for path: String, _ bytes: [UInt8]) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let hash = ContentHash.name(for: bytes)
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else {
      return "assets/\(name).\(hash)"
    }
    return "assets/\(name[..<dot]).\(hash)\(name[dot...])"
  }

  /// A path as part of an address (RFC 3986): everything but unreserved characters and `/` escaped.
  static func escaped(_ path: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var result: [UInt8] = []
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"):
        result.append(byte)
      default:
        result += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
