import Markup

/// A document's headings as nested lists of links.
enum TableOfContents {
  /// `<ol><li><a href="#…">…</a>…`; empty when there are fewer than two headings to go to.
  static func html(_ outline: Outline) -> String {
    let entries = outline.entries(levels: 2...3)
    let count = entries.reduce(0) { $0 + 1 + $1.children.count }
    guard count > 1 else { return "" }
    var result = ""
    write(entries, to: &result)
    return result
  }

  private static func write(_ entries: [Outline.Entry], to result: inout String) {
    result += "<ol>"
    for entry in entries {
      result += "<li><a href=\"#"
      result += HTMLText.escaped(percentEncoded(entry.heading.anchor))
      result += "\">"
      result += HTMLText.escaped(entry.heading.text)
      result += "</a>"
      if !entry.children.isEmpty { write(entry.children, to: &result) }
      result += "</li>"
    }
    result += "</ol>"
  }

  /// Anchors are letters, digits and hyphens of any script; only what an address cannot hold is
  /// encoded.
  private static func percentEncoded(_ anchor: String) -> String {
    guard anchor.utf8.contains(where: { $0 <= 0x20 || $0 == UInt8(ascii: "%") || $0 == 0x7F })
    else { return anchor }
    var result = ""
    for scalar in anchor.unicodeScalars {
      switch scalar.value {
      case 0...0x20, 0x25, 0x7F:
        let hex = String(scalar.value, radix: 16, uppercase: true)
        result += "%" + (hex.utf8.count == 1 ? "0" : "") + hex
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
