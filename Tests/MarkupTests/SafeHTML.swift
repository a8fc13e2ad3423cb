/// Reads HTML in the one form that the filter writes, and tells what is unsafe or badly formed.
///
/// Written apart from the filter, and stricter than a browser: what does not fit is a fault.
struct SafeHTML {
  private static let elements: Set<String> = [
    "a", "abbr", "article", "aside", "audio", "b", "blockquote", "br", "code", "dd", "del",
    "details", "div", "dl", "dt", "em", "figcaption", "figure", "footer", "h1", "h2", "h3", "h4",
    "h5", "h6", "header", "hr", "i", "img", "input", "ins", "kbd", "li", "mark", "ol", "p",
    "picture", "pre", "q", "s", "section", "small", "source", "span", "strike", "strong", "sub",
    "summary", "sup", "table", "tbody", "td", "th", "thead", "time", "tr", "track", "u", "ul",
    "video", "wbr", "caption", "col", "colgroup", "abbr", "tt", "big", "cite",
  ]
  private static let void: Set<String> = [
    "br", "hr", "img", "input", "source", "track", "wbr", "col",
  ]
  private static let attributes: Set<String> = [
    "align", "alt", "aria-hidden", "aria-label", "checked", "class", "colspan", "controls",
    "data-footnote-backref", "data-footnote-ref", "data-footnotes", "data-language", "decoding",
    "dir", "disabled", "height", "href", "id", "lang", "loading", "open", "poster", "rel", "role",
    "rowspan", "src", "srcset", "start", "tabindex", "target", "title", "type", "width",
    "datetime", "media", "kind",
  ]

  private let bytes: [UInt8]
  private var index = 0
  private var open: [String] = []
  private var faults: [String] = []

  /// What is wrong with a fragment.
  static func faults(in html: String) -> [String] {
    var reader = SafeHTML(bytes: Array(html.utf8))
    reader.read()
    return reader.faults
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private mutating func read() {
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "<"): tag()
      case UInt8(ascii: ">"), UInt8(ascii: "\""):
        faults.append("bare '\(Unicode.Scalar(bytes[index]))' in text")
        index += 1
      case 0:
        faults.append("NUL")
        index += 1
      default: index += 1
      }
    }
    if !open.isEmpty { faults.append("not closed: \(open)") }
  }

  private mutating func word() -> String {
    let start = index
    while index < bytes.count,
      (0x61...0x7A).contains(bytes[index]) || (0x30...0x39).contains(bytes[index])
        || bytes[index] == 0x2D
    { index += 1 }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }

  private mutating func take(_ text: String) -> Bool {
    guard bytes[index...].starts(with: Array(text.utf8)) else { return false }
    index += text.utf8.count
    return true
  }

  private mutating func tag() {
    index += 1
    let closes = take("/")
    let name = word()
    if !Self.elements.contains(name) { faults.append("element '\(name)'") }
    if closes {
      if open.popLast() != name { faults.append("end tag '\(name)' out of place") }
      if !take(">") { faults.append("end tag '\(name)' badly formed") }
      return
    }
    while take(" ") {
      if take("/>") {
        if !Self.void.contains(name) { faults.append("'\(name)' closes itself") }
        return
      }
      attribute(of: name)
    }
    if !take(">") { faults.append("start tag '\(name)' badly formed") }
    open.append(name)
  }

  private mutating func attribute(of element: String) {
    let name = word()
    if !Self.attributes.contains(name) { faults.append("attribute '\(name)' of '\(element)'") }
    guard take("=\"") else {
      if !name.hasPrefix("data-footnote") { faults.append("attribute '\(name)' without value") }
      return
    }
    let start = index
    while index < bytes.count, bytes[index] != UInt8(ascii: "\"") { index += 1 }
    let value = String(decoding: bytes[start..<index], as: UTF8.self)
    if !take("\"") { faults.append("attribute '\(name)' is not closed") }
    if value.contains("<") || value.contains(">") { faults.append("'<' in a value") }
    if ["href", "src", "poster"].contains(name) { address(value, of: element) }
    if name == "srcset", value.lowercased().contains("script") { faults.append("srcset") }
  }

  private mutating func address(_ value: String, of element: String) {
    // Whatever a browser strips or decodes is stripped and decoded here.
    let plain = value.replacing("&amp;", with: "&").unicodeScalars.filter { $0.value > 0x20 }
    let text = String(String.UnicodeScalarView(plain)).lowercased()
    guard let colon = text.firstIndex(of: ":") else { return }
    let scheme = text[..<colon]
    if scheme.contains(where: { "/?#&%".contains($0) }) { return }
    let isImage =
      element == "img" && text.hasPrefix("data:image/")
      && !text.hasPrefix("data:image/svg")
    let runs = ["about", "blob", "data", "file", "javascript", "vbscript", "view-source"]
    if element == "a"
      ? runs.contains(String(scheme)) : !["http", "https"].contains(scheme) && !isImage
    {
      faults.append("address '\(value)'")
    }
  }
}
