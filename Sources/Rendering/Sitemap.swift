import Content

/// `sitemap.xml`: the pages that search engines should know, with their translations.
struct Sitemap {
  private var text = """
    <?xml version="1.0" encoding="UTF-8"?>
    <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">

    """

  /// Adds one page.
  ///
  /// - Parameters:
  ///   - url: its full address.
  ///   - updated: when it was last changed.
  ///   - translations: the page itself and the same page in other languages, with the default one
  ///     as `x-default`; fewer than three entries say nothing and are left out.
  mutating func add(
    _ url: String, updated: CalendarDate? = nil,
    translations: [(language: String, url: String)] = []
  ) {
    text += "<url><loc>\(HTMLText.xml(url))</loc>"
    if let updated { text += "<lastmod>\(updated.description)</lastmod>" }
    if translations.count > 2 {
      for translation in translations {
        text += "<xhtml:link rel=\"alternate\" hreflang=\"\(HTMLText.xml(translation.language))\""
        text += " href=\"\(HTMLText.xml(translation.url))\"/>"
      }
    }
    text += "</url>\n"
  }

  /// The whole file.
  var document: String { text + "</urlset>\n" }
}
