public import Content

/// Everything that pages are made from, besides the articles' bodies.
public struct SiteContext: Sendable {
  /// The articles, by number.
  public var catalog: Catalog
  /// The site's configuration.
  public var site: SiteConfiguration
  /// Templates and interface texts.
  public var library: TemplateLibrary
  /// The address of each file of the content folder, by its path there.
  public var assetURLs: [String: String]
  /// The address of each file of the theme, by its plain name, such as `theme.css`.
  public var themeURLs: [String: String]
  /// For each language, by article number: the numbers of related articles, nearest first.
  public var related: [LanguageCode: [[Int]]]
  /// For each language, by article number: the site path of the picture that stands for the article
  /// where it is shared.
  public var socialImages: [LanguageCode: [Int: String]] = [:]
  /// When the newest article was changed; nil when no date is known.
  public var siteUpdated: CalendarDate?
  /// The size of the site's logo in pixels, where it is known.
  public var logoSize: (width: Int, height: Int)?
  /// The program's version, for `<meta name="generator">`.
  public var version: String

  /// Makes a context from its parts.
  public init(
    catalog: Catalog, site: SiteConfiguration, library: TemplateLibrary,
    assetURLs: [String: String] = [:], themeURLs: [String: String] = [:],
    related: [LanguageCode: [[Int]]] = [:], siteUpdated: CalendarDate? = nil, version: String = ""
  ) {
    self.catalog = catalog
    self.site = site
    self.library = library
    self.assetURLs = assetURLs
    self.themeURLs = themeURLs
    self.related = related
    self.siteUpdated = siteUpdated
    self.version = version
  }

  /// The path of the base address without its last slash: empty for `https://example.com/`, `/help`
  /// for `https://example.com/help/`.
  public var basePath: String {
    guard let scheme = site.baseURL.firstRange(of: "://") else { return "" }
    let rest = site.baseURL[scheme.upperBound...]
    guard let slash = rest.firstIndex(of: "/") else { return "" }
    var path = rest[slash...]
    while path.last == "/" { path = path.dropLast() }
    return String(path)
  }

  /// A site path such as `/fr/` as a link from any page.
  public func href(_ path: String) -> String { basePath + path }

  /// A site path such as `/fr/` as a full address.
  public func absoluteURL(_ path: String) -> String {
    site.baseURL + (path.hasPrefix("/") ? String(path.dropFirst()) : path)
  }
}
