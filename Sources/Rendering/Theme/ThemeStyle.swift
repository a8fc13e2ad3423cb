import Content

/// What `theme` in `site.yaml` says, as the last rules of the style sheet.
enum ThemeStyle {
  /// The rules; empty when the site changes nothing.
  static func css(_ theme: SiteTheme) -> [UInt8] {
    var light: [String] = []
    var dark: [String] = []
    if let font = theme.font { light.append("--sans: \(font)") }
    if let font = theme.codeFont { light.append("--mono: \(font)") }
    if let radius = theme.radius {
      light += ["--radius: \(radius)px", "--radius-large: \(radius + radius * 2 / 3)px"]
    }
    if let width = theme.width { light.append("--width: \(width)px") }
    if let paper = theme.paper {
      light.append("--paper: \(paper.light)")
      if let color = paper.dark { dark.append("--paper: \(color)") }
    }
    if let accent = theme.accent {
      light += accentRules(accent.light, stronger: "black")
      dark += accentRules(accent.dark ?? lightened(accent.light), stronger: "white")
    }
    if let mark = theme.mark {
      light += markRules(mark.light, share: 38)
      dark += markRules(mark.dark ?? mark.light, share: 42)
    }
    var css = ""
    if !light.isEmpty { css += ":root { \(light.joined(separator: "; ")); }\n" }
    if !dark.isEmpty {
      let rules = dark.joined(separator: "; ")
      css += "@media (prefers-color-scheme: dark) { "
      css += ":root:not([data-theme=\"light\"]) { \(rules); } }\n"
      css += ":root[data-theme=\"dark\"] { \(rules); }\n"
    }
    return Array(css.utf8)
  }

  /// The accent and what is made of it: a stronger one, a tint, and what can be read on it.
  private static func accentRules(_ color: String, stronger: String) -> [String] {
    [
      "--accent: \(color)",
      "--accent-strong: color-mix(in oklch, \(color), \(stronger) 20%)",
      "--accent-tint: color-mix(in oklch, \(color) 10%, var(--paper))",
      "--on-accent: oklch(from \(color) clamp(0.16, (0.64 - l) * 1000, 0.99) 0.01 h)",
    ]
  }

  private static func markRules(_ color: String, share: Int) -> [String] {
    ["--mark: \(color)", "--mark-ground: color-mix(in oklch, \(color) \(share)%, var(--paper))"]
  }

  private static func lightened(_ color: String) -> String {
    "oklch(from \(color) 0.81 calc(c * 0.9) h)"
  }
}
