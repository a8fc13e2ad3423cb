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
  ///   - translations: the page itself and the same page in other languages and regions, with the
  ///     default one as `x-default`.
  mutating func add(
    _ url: String, updated: CalendarDate? = nil,
    translations: [(code: String, url: String)] = []
  ) {
    text += "<url><loc>\(HTMLText.xml(url))</loc>"
    if let updated { text += "<lastmod>\(updated.description)</lastmod>" }
    for translation in translations {
      text += "<xhtml:link rel=\"alternate\" hreflang=\"\(HTMLText.xml(translation.code))\""
      text += " href=\"\(HTMLText.xml(translation.url))\"/>"
    }
    text += "</url>\n"
  }

  /// The whole file.
  var document: String { text + "</urlset>\n" }
}
