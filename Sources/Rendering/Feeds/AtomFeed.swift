import Content

/// `/<lang>/feed.xml`: the articles changed last, as Atom (RFC 4287).
struct AtomFeed {
  /// One article.
  struct Entry {
    var id: String
    var title: String
    var url: String
    var updated: CalendarDate
    var summary: String
    var category: String?
  }

  var language: String
  var title: String
  var homeURL: String
  var feedURL: String
  /// Newest first.
  var entries: [Entry]
  /// When there is no dated entry; Atom requires a date.
  var updated: CalendarDate?

  /// The whole file.
  var document: String {
    func xml(_ text: String) -> String { HTMLText.xml(text) }
    let date = entries.first?.updated ?? updated
    var text = """
      <?xml version="1.0" encoding="UTF-8"?>
      <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="\(xml(language))">
      <id>\(xml(feedURL))</id>
      <title>\(xml(title))</title>
      <updated>\(Self.timestamp(date))</updated>
      <author><name>\(xml(title))</name></author>
      <link rel="self" type="application/atom+xml" href="\(xml(feedURL))"/>
      <link rel="alternate" type="text/html" hreflang="\(xml(language))" href="\(xml(homeURL))"/>

      """
    for entry in entries {
      text += "<entry><id>\(xml(entry.id))</id><title>\(xml(entry.title))</title>"
      text += "<updated>\(Self.timestamp(entry.updated))</updated>"
      text += "<link rel=\"alternate\" type=\"text/html\" href=\"\(xml(entry.url))\"/>"
      if let category = entry.category { text += "<category term=\"\(xml(category))\"/>" }
      if !entry.summary.isEmpty { text += "<summary>\(xml(entry.summary))</summary>" }
      text += "</entry>\n"
    }
    return text + "</feed>\n"
  }

  /// Midnight UTC of a day; the epoch where no day is known, which no reader takes for news.
  private static func timestamp(_ date: CalendarDate?) -> String {
    "\(date?.description ?? "1970-01-01")T00:00:00Z"
  }
}
