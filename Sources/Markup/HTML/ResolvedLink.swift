/// Where a link leads on the site, as the caller of ``MarkupDocument/html(_:)`` decides.
public struct ResolvedLink: Hashable, Sendable {
  /// The address to write.
  public var href: String
  /// Whether it leaves the site; adds `rel="noopener noreferrer"` and the class `external`.
  public var isExternal: Bool
  /// An image's width in pixels, where known; keeps the page from jumping.
  public var width: Int?
  /// An image's height in pixels, where known.
  public var height: Int?
  /// The language of what it leads to (`hreflang`), where it differs from the page's.
  public var language: String?

  /// Makes a resolved link from its parts.
  public init(
    href: String, isExternal: Bool = false, width: Int? = nil, height: Int? = nil,
    language: String? = nil
  ) {
    self.href = href
    self.isExternal = isExternal
    self.width = width
    self.height = height
    self.language = language
  }
}
