import HTTPTypes

/// Which pages of other origins may read what this server answers, for the widget (Fetch, CORS).
///
/// Credentials are never allowed, nor the header that carries an agent's token, so what only agents
/// may see stays out of reach of such pages.
struct CrossOrigin: Sendable {
  /// The origins as browsers send them; `*` for any.
  let origins: Set<String>

  /// What other origins have no business with.
  private static let ownPaths: Set<String> = ["desk", "s", "metrics", "healthz", "readyz"]

  /// Adds the headers to an answer where it is for a page of another origin.
  func add(to headers: inout HTTPFields, for request: HTTPRequest, segments: [String]) {
    guard !origins.isEmpty, !Self.ownPaths.contains(segments.first ?? "") else { return }
    if origins.contains("*") {
      headers[.accessControlAllowOrigin] = "*"
    } else {
      // Also without an origin: a cache must not give this answer to a page that sends one.
      let others = headers[.vary].map { $0 + ", " } ?? ""
      headers[.vary] = others + "Origin"
      guard let origin = request.headerFields[.origin], origins.contains(origin.lowercased())
      else { return }
      headers[.accessControlAllowOrigin] = origin
    }
    guard request.method == .options else { return }
    headers[.accessControlAllowMethods] = "GET, HEAD, POST"
    headers[.accessControlAllowHeaders] = "Content-Type"
    headers[.accessControlMaxAge] = "86400"
  }
}
