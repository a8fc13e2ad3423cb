/// A part of a page that the server fills in: what stands between `<!--balise:NAME-->` and
/// `<!--/balise:NAME-->`.
enum PageRegion {
  /// The page with other HTML in a region; nil if it has no such region.
  static func replaced(in page: [UInt8], region: String, with html: [UInt8]) -> [UInt8]? {
    let opening = Array("<!--balise:\(region)-->".utf8)
    let closing = Array("<!--/balise:\(region)-->".utf8)
    guard let start = position(of: opening, in: page[...]),
      let end = position(of: closing, in: page[(start + opening.count)...])
    else { return nil }
    var result: [UInt8] = []
    result.reserveCapacity(page.count + html.count)
    result += page[..<(start + opening.count)]
    result += html
    result += page[end...]
    return result
  }

  private static func position(of pattern: [UInt8], in bytes: ArraySlice<UInt8>) -> Int? {
    guard let first = pattern.first, bytes.count >= pattern.count else { return nil }
    var rest = bytes
    while let index = rest.firstIndex(of: first), index + pattern.count <= bytes.endIndex {
      if bytes[index..<(index + pattern.count)].elementsEqual(pattern) { return index }
      rest = bytes[(index + 1)...]
    }
    return nil
  }
}
