import HTTPTypes

/// Tells programs that look at a link from customers who open it.
enum LinkPreview {
  /// Whether a request comes from a crawler, from a chat that makes a preview, or from a browser
  /// that loads ahead.
  static func isPreview(_ headers: HTTPFields) -> Bool {
    if let purpose = headers[.secPurpose] ?? Self.purpose.flatMap({ headers[$0] }),
      loadingAhead.isMatch(purpose)
    {
      return true
    }
    // Every browser says what it is.
    guard let agent = headers[.userAgent], !agent.isEmpty else { return true }
    return signs.isMatch(agent)
  }

  /// Whether a request is a browser's for a page that somebody wants to see.
  ///
  /// A browser says that it takes pages; where it tells what it loads, a link that is followed is a
  /// document at the top.
  static func isFollowed(_ headers: HTTPFields) -> Bool {
    for (name, wanted) in [(fetchDestination, "document"), (fetchMode, "navigate")] {
      if let value = name.flatMap({ headers[$0] }), value != wanted { return false }
    }
    return headers[.accept]?.contains("text/html") == true && !isPreview(headers)
  }

  private static let purpose = HTTPField.Name("Purpose")
  private static let fetchDestination = HTTPField.Name("Sec-Fetch-Dest")
  private static let fetchMode = HTTPField.Name("Sec-Fetch-Mode")

  private static let loadingAhead = WordFinder(["prefetch", "preview"])
  private static let signs = WordFinder([
    "bot", "crawl", "spider", "preview", "facebookexternalhit", "facebookcatalog", "whatsapp",
    "telegram", "slack-imgproxy", "embedly", "quora link", "pinterest", "vkshare", "skypeuri",
    "microsoft office", "msoffice", "outlook-ios", "bingpreview", "google-safety", "proofpoint",
    "mimecast", "barracuda", "zoominfo", "headlesschrome-lighthouse", "iframely", "mattermost",
    "rocket.chat", "zulip",
  ])
}
