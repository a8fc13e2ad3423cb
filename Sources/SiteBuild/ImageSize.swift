/// A picture's size in pixels, read from its first bytes.
///
/// A page that knows it leaves room for the picture and does not jump when it arrives. PNG, GIF,
/// JPEG, WebP and SVG are read; for anything else, and for damaged files, there is no size.
struct ImageSize: Hashable, Sendable {
  let width: Int
  let height: Int

  /// Reads the header of a picture.
  init?(_ bytes: [UInt8]) {
    guard
      let (width, height) = Self.png(bytes) ?? Self.gif(bytes) ?? Self.webP(bytes)
        ?? Self.jpeg(bytes) ?? Self.svg(bytes), width > 0, height > 0
    else { return nil }
    self.width = width
    self.height = height
  }

  /// What an SVG's first element says: its width and height, else its view box.
  private static func svg(_ bytes: [UInt8]) -> (Int, Int)? {
    let head = String(decoding: bytes.prefix(4_096), as: UTF8.self)
    guard let start = head.firstRange(of: "<svg")?.upperBound,
      let end = head[start...].firstIndex(of: ">")
    else { return nil }
    let tag = head[start..<end]
    func attribute(_ name: String) -> Substring? {
      guard let start = tag.firstRange(of: " \(name)=")?.upperBound, start < tag.endIndex,
        let close = tag[tag.index(after: start)...].firstIndex(of: tag[start])
      else { return nil }
      return tag[tag.index(after: start)..<close]
    }
    func pixels(_ text: Substring?) -> Int? {
      guard let text else { return nil }
      let number = text.hasSuffix("px") ? text.dropLast(2) : text
      return Double(number).flatMap { $0 > 0 && $0 < 100_000 ? Int($0.rounded()) : nil }
    }
    if let width = pixels(attribute("width")), let height = pixels(attribute("height")) {
      return (width, height)
    }
    let box = attribute("viewBox")?.split { $0 == " " || $0 == "," } ?? []
    guard box.count == 4, let width = pixels(box[2]), let height = pixels(box[3]) else {
      return nil
    }
    return (width, height)
  }

  private static func big(_ bytes: [UInt8], _ at: Int, _ count: Int) -> Int {
    bytes[at..<at + count].reduce(0) { $0 << 8 | Int($1) }
  }

  private static func little(_ bytes: [UInt8], _ at: Int, _ count: Int) -> Int {
    bytes[at..<at + count].reversed().reduce(0) { $0 << 8 | Int($1) }
  }

  private static func png(_ bytes: [UInt8]) -> (Int, Int)? {
    guard bytes.count >= 24, bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
    else { return nil }
    return (big(bytes, 16, 4), big(bytes, 20, 4))
  }

  private static func gif(_ bytes: [UInt8]) -> (Int, Int)? {
    guard bytes.count >= 10, bytes.starts(with: Array("GIF8".utf8)) else { return nil }
    return (little(bytes, 6, 2), little(bytes, 8, 2))
  }

  private static func webP(_ bytes: [UInt8]) -> (Int, Int)? {
    guard bytes.count >= 30, bytes.starts(with: Array("RIFF".utf8)),
      bytes[8..<12].elementsEqual("WEBP".utf8)
    else { return nil }
    switch String(decoding: bytes[12..<16], as: UTF8.self) {
    case "VP8X": return (little(bytes, 24, 3) + 1, little(bytes, 27, 3) + 1)
    case "VP8 ": return (little(bytes, 26, 2) & 0x3FFF, little(bytes, 28, 2) & 0x3FFF)
    case "VP8L":
      let bits = little(bytes, 21, 4)
      return (bits & 0x3FFF + 1, bits >> 14 & 0x3FFF + 1)
    default: return nil
    }
  }

  private static func jpeg(_ bytes: [UInt8]) -> (Int, Int)? {
    guard bytes.starts(with: [0xFF, 0xD8]) else { return nil }
    var index = 2
    while index + 9 < bytes.count {
      guard bytes[index] == 0xFF else { return nil }
      let marker = bytes[index + 1]
      // Frame headers, but for the three markers between them that are something else.
      if (0xC0...0xCF).contains(marker), ![0xC4, 0xC8, 0xCC].contains(marker) {
        return (big(bytes, index + 7, 2), big(bytes, index + 5, 2))
      }
      if marker == 0xFF {
        index += 1
      } else {
        index += 2 + max(2, big(bytes, index + 2, 2))
      }
    }
    return nil
  }
}
