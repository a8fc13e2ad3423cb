import HTTPTypes

/// What every answer tells browsers to refuse.
enum SecurityHeaders {
  /// Adds the headers, leaving those that a controller chose itself.
  static func add(to headers: inout HTTPFields) {
    headers[.xContentTypeOptions] = "nosniff"
    if let referrerPolicy, headers[referrerPolicy] == nil {
      headers[referrerPolicy] = "strict-origin-when-cross-origin"
    }
    if headers[.contentType]?.hasPrefix("text/html") == true,
      headers[.contentSecurityPolicy] == nil
    {
      headers[.contentSecurityPolicy] = contentSecurityPolicy
    }
  }

  static let referrerPolicy = HTTPField.Name("Referrer-Policy")
  static let robotsTag = HTTPField.Name("X-Robots-Tag")

  /// No script or style that is not a file of the site; pictures and films from elsewhere may stand
  /// in articles.
  private static let contentSecurityPolicy = policy(frameAncestors: "'self'")

  /// The policy of a page that some other sites may show in a frame.
  static func policy(frameAncestors: String) -> String {
    [
      "default-src 'self'", "img-src 'self' data: https:", "media-src 'self' https:",
      "object-src 'none'", "base-uri 'none'", "form-action 'self'",
      "frame-ancestors \(frameAncestors)",
    ].joined(separator: "; ")
  }
}
