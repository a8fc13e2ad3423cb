/// What raw HTML may hold.
enum HTMLPolicy {
  /// What becomes of an element.
  static func allows(_ element: String) -> Bool { elements.contains(element) }

  /// Whether an element that is not allowed takes its content with it; any other leaves its text.
  static func dropsContent(_ element: String) -> Bool { opaque.contains(element) }

  /// Whether an element has no content and no end tag.
  static func isVoid(_ element: String) -> Bool { void.contains(element) }

  /// Whether an element may carry an attribute; addresses are looked at besides.
  static func allows(attribute: String, of element: String) -> Bool {
    if global.contains(attribute) { return true }
    if attribute.hasPrefix("aria-") {
      return attribute.utf8.allSatisfy { (0x61...0x7A).contains($0) || $0 == 0x2D }
    }
    return attributes[element]?.contains(attribute) ?? false
  }

  /// Whether an attribute holds an address, or several (`srcset`).
  static func isAddress(_ attribute: String, of element: String) -> Bool {
    switch attribute {
    case "href": element == "a"
    case "src": ["img", "video", "audio", "source", "track"].contains(element)
    case "srcset": element == "img" || element == "source"
    case "poster": element == "video"
    default: false
    }
  }

  /// Values that an attribute is held to; nil where any will do.
  static func values(of attribute: String) -> Set<String>? {
    switch attribute {
    case "align": ["left", "center", "right", "justify"]
    case "dir": ["ltr", "rtl", "auto"]
    case "target": ["_blank"]
    default: nil
    }
  }

  private static let elements: Set<String> = [
    "a", "abbr", "address", "article", "aside", "audio", "b", "bdi", "bdo", "big", "blockquote",
    "br", "caption", "cite", "code", "col", "colgroup", "data", "dd", "del", "details", "dfn",
    "div", "dl", "dt", "em", "figcaption", "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6",
    "header", "hgroup", "hr", "i", "img", "ins", "kbd", "li", "mark", "ol", "p", "picture", "pre",
    "q", "rp", "rt", "ruby", "s", "samp", "section", "small", "source", "span", "strike", "strong",
    "sub", "summary", "sup", "table", "tbody", "td", "tfoot", "th", "thead", "time", "tr", "track",
    "tt", "u", "ul", "var", "video", "wbr",
  ]

  private static let void: Set<String> = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr",
  ]

  private static let opaque: Set<String> = [
    "applet", "audioworklet", "canvas", "frameset", "head", "iframe", "math", "noembed", "noframes",
    "noscript", "object", "plaintext", "script", "select", "style", "svg", "template", "textarea",
    "title", "xmp",
  ]

  private static let global: Set<String> = ["class", "dir", "id", "lang", "title", "translate"]

  private static let cell: Set<String> = ["align", "colspan", "headers", "rowspan", "scope"]
  private static let block: Set<String> = ["align"]
  private static let attributes: [String: Set<String>] = [
    "a": ["href", "hreflang", "target", "download"],
    "audio": ["src", "controls", "loop", "muted", "preload"],
    "col": ["span"], "colgroup": ["span"], "data": ["value"],
    "del": ["datetime"], "details": ["open"], "div": block,
    "h1": block, "h2": block, "h3": block, "h4": block, "h5": block, "h6": block,
    "img": ["src", "srcset", "sizes", "alt", "width", "height", "loading", "decoding"],
    "ins": ["datetime"], "li": ["value"], "ol": ["start", "reversed", "type"], "p": block,
    "source": ["src", "srcset", "sizes", "type", "media", "width", "height"],
    "td": cell, "th": cell.union(["abbr"]), "time": ["datetime"],
    "track": ["src", "kind", "srclang", "label", "default"],
    "video": [
      "src", "poster", "controls", "loop", "muted", "preload", "playsinline", "width", "height",
    ],
  ]
}
