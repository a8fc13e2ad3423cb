import Diagnostics

extension SiteReader {
  private static let themeKeys = [
    "accent", "mark", "paper", "font", "codeFont", "radius", "width", "logo", "header", "footer",
  ]

  /// How the site differs from the default theme.
  mutating func theme(_ node: YAMLNode) -> SiteTheme {
    var theme = SiteTheme()
    guard !node.isNull, let entries = reader.mapping(node, "theme") else { return theme }
    for entry in entries {
      let value = entry.value
      switch entry.key {
      case "accent": theme.accent = color(value, "accent")
      case "mark": theme.mark = color(value, "mark")
      case "paper": theme.paper = color(value, "paper")
      case "font": theme.font = style(value, "font", CSSValue.isFontList, "Inter, sans-serif")
      case "codeFont":
        theme.codeFont = style(value, "codeFont", CSSValue.isFontList, "ui-monospace, monospace")
      case "radius": theme.radius = pixels(value, "radius", 0...24)
      case "width": theme.width = pixels(value, "width", 640...1920)
      case "logo": theme.logo = reader.locatedText(value, "logo")
      case "header": theme.headerLinks = links(value, "theme.header")
      case "footer": theme.footerLinks = links(value, "theme.footer")
      default: reader.unknown(entry, known: Self.themeKeys, in: "theme")
      }
    }
    return theme
  }

  private mutating func color(_ node: YAMLNode, _ name: String) -> SiteTheme.Color? {
    guard case .mapping(let entries) = node.content else {
      return style(node, name, CSSValue.isColor, "#0b6e6e").map { SiteTheme.Color(light: $0) }
    }
    var light: String?
    var dark: String?
    for entry in entries {
      switch entry.key {
      case "light": light = style(entry.value, "\(name).light", CSSValue.isColor, "#0b6e6e")
      case "dark": dark = style(entry.value, "\(name).dark", CSSValue.isColor, "#7fd6d0")
      default: reader.unknown(entry, known: ["light", "dark"], in: "theme.\(name)")
      }
    }
    reader.require(["light"], entries, node, "theme.\(name)")
    return light.map { SiteTheme.Color(light: $0, dark: dark) }
  }

  private mutating func style(
    _ node: YAMLNode, _ name: String, _ isValid: (String) -> Bool, _ example: String
  ) -> String? {
    guard let text = reader.text(node, "theme.\(name)") else { return nil }
    if isValid(text) { return text }
    reader.report(
      DiagnosticID.valueInvalid, node.range, "'\(text)' is no value for 'theme.\(name)'",
      FixIt("write it as '\(example)'"))
    return nil
  }

  private mutating func pixels(
    _ node: YAMLNode, _ name: String, _ range: ClosedRange<Int>
  ) -> Int? {
    guard let number = reader.integer(node, "theme.\(name)") else { return nil }
    if range.contains(number) { return number }
    reader.report(
      DiagnosticID.valueInvalid, node.range,
      "'theme.\(name)' is a number of pixels from \(range.lowerBound) to \(range.upperBound)")
    return nil
  }

  private mutating func links(_ node: YAMLNode, _ name: String) -> [SiteTheme.Link] {
    items(node, name).compactMap { item in
      guard let entries = reader.mapping(item, name) else { return nil }
      var link = SiteTheme.Link(label: Localized(), url: Localized())
      for entry in entries {
        switch entry.key {
        case "label": link.label = localized(entry.value, "label") ?? Localized()
        case "url": link.url = addresses(entry.value, "url")
        default: reader.unknown(entry, known: ["label", "url"], in: name)
        }
      }
      reader.require(["label", "url"], entries, item, name)
      return link
    }
  }
}

/// Tells values that can stand in a style sheet from those that could end one.
enum CSSValue {
  /// Whether a text is a colour: `#0b6e6e`, `teal`, `oklch(0.45 0.08 195)`.
  static func isColor(_ text: String) -> Bool {
    guard let first = text.utf8.first, first == 0x23 || first.isASCIIAlphanumeric,
      text.utf8.count <= 60, !text.lowercased().contains("url")
    else { return false }
    return text.utf8.allSatisfy { $0.isASCIIAlphanumeric || "#(),.%/ -".utf8.contains($0) }
      && isBalanced(text)
  }

  /// Whether a text is a list of font families: `"Inter", system-ui, sans-serif`.
  static func isFontList(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.count <= 200
      && text.utf8.allSatisfy { $0.isASCIIAlphanumeric || $0 >= 0x80 || " ,-\"'".utf8.contains($0) }
      && text.utf8.count(where: { $0 == 0x22 }).isMultiple(of: 2)
      && text.utf8.count(where: { $0 == 0x27 }).isMultiple(of: 2)
  }

  private static func isBalanced(_ text: String) -> Bool {
    var depth = 0
    for byte in text.utf8 {
      if byte == 0x28 { depth += 1 }
      if byte == 0x29 { depth -= 1 }
      if depth < 0 { return false }
    }
    return depth == 0
  }
}
