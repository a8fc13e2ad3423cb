/// A block quote that begins with `[!WORD]`.
struct Callout: Sendable {
  /// The block quote's node.
  let quote: Int32
  /// The word as written.
  let word: String
  /// The kind; nil when the word is none, and the quote stays a quote.
  let kind: CalloutKind?
  /// The paragraph that carries the marker.
  let paragraph: Int32
  /// The text node that begins with the marker.
  let marker: Int32
  /// How many bytes of that text the marker and the blanks after it take.
  let markerCount: Int
  /// The first node after the title's line; -1 when the paragraph ends with the title.
  let rest: Int32

  /// Recognises a callout; nil for a plain quote.
  init?(quote: Int, nodes: [NodeRecord], pool: [UInt8]) {
    let paragraph = nodes[quote].firstChild
    guard paragraph >= 0, nodes[Int(paragraph)].kind == .paragraph else { return nil }
    let marker = nodes[Int(paragraph)].firstChild
    guard marker >= 0, nodes[Int(marker)].kind == .text else { return nil }
    let text = pool[nodes[Int(marker)].text.range]
    guard text.count > 3, text.starts(with: [0x5B, 0x21]),
      let close = text.prefix(40).firstIndex(of: 0x5D)
    else { return nil }
    let letters = text[text.startIndex + 2..<close]
    let isWord = letters.allSatisfy { (0x41...0x5A).contains($0 & 0xDF) || $0 == 0x2D }
    guard !letters.isEmpty, isWord else { return nil }
    var end = close + 1
    while end < text.endIndex, text[end] == 0x20 || text[end] == 0x09 { end += 1 }
    var rest = nodes[Int(marker)].next
    while rest >= 0, nodes[Int(rest)].kind != .softBreak, nodes[Int(rest)].kind != .lineBreak {
      rest = nodes[Int(rest)].next
    }
    self.quote = Int32(truncatingIfNeeded: quote)
    self.paragraph = paragraph
    self.marker = marker
    word = String(decoding: letters, as: UTF8.self)
    kind = CalloutKind(rawValue: word.lowercased())
    markerCount = end - text.startIndex
    self.rest = rest >= 0 ? nodes[Int(rest)].next : -1
  }

  /// Whether the writer gave a title of their own.
  func hasTitle(_ nodes: [NodeRecord]) -> Bool {
    if markerCount < Int(nodes[Int(marker)].text.count) { return true }
    let next = nodes[Int(marker)].next
    return next >= 0 && nodes[Int(next)].kind != .softBreak && nodes[Int(next)].kind != .lineBreak
  }
}
