/// `/<lang>/manifest.webmanifest`: what installing the site as an application needs (W3C).
struct WebAppManifest {
  var language: String
  var title: String
  var description: String
  /// The address that it opens, and below which everything belongs to it.
  var start: String
  var scope: String
  var articles: (name: String, url: String)
  var search: (name: String, url: String)
  /// The address of each picture of the theme by its plain name.
  var pictures: [String: String]

  /// The ground of pages in light: the theme's, as `templates/styles/10-tokens.css` has it in OKLCH, or
  /// the site's own.
  var paper = "#fbfdfd"

  /// The whole file.
  var document: JSONText {
    .object([
      ("id", .string(start)), ("name", .string(title)),
      ("short_name", .string(shortName)), ("description", .string(description)),
      ("lang", .string(language)), ("dir", .string("ltr")), ("start_url", .string(start)),
      ("scope", .string(scope)), ("display", .string("standalone")),
      ("background_color", .string(paper)), ("theme_color", .string(paper)),
      ("categories", .array([.string("education"), .string("productivity")])),
      ("icons", .array(icons)),
      ("shortcuts", .array([shortcut(search), shortcut(articles)])),
    ])
  }

  /// The title, or the longest of its words that a home screen has room for: "TrackingBMS" of
  /// "Centre d’aide TrackingBMS".
  private var shortName: String {
    guard title.count > 12 else { return title }
    let words = title.split(separator: " ").filter { $0.count <= 12 }
    guard let longest = words.max(by: { $0.count < $1.count }) else {
      return String(title.prefix(12))
    }
    return String(longest)
  }

  private var icons: [JSONText] {
    [
      ("favicon.svg", "any", "image/svg+xml", "any"),
      ("icon-192.png", "192x192", "image/png", "any"),
      ("icon-512.png", "512x512", "image/png", "any"),
      ("icon-maskable.png", "512x512", "image/png", "maskable"),
    ].compactMap { name, sizes, type, purpose in
      pictures[name].map { url in
        .object([
          ("src", .string(url)), ("sizes", .string(sizes)), ("type", .string(type)),
          ("purpose", .string(purpose)),
        ])
      }
    }
  }

  private func shortcut(_ target: (name: String, url: String)) -> JSONText {
    .object([("name", .string(target.name)), ("url", .string(target.url))])
  }
}
