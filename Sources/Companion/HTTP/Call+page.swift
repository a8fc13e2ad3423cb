extension Call {
  /// A part of a list: `limit` and `offset` of the query.
  struct Page: Sendable {
    var limit: Int
    var offset: Int
  }

  /// The part of a list that the request asks for.
  func page(limit: Int = 20, most: Int = 100) throws -> Page {
    Page(
      limit: try integer("limit", default: limit, in: 1...most),
      offset: try integer("offset", default: 0, in: 0...1_000_000_000))
  }
}
