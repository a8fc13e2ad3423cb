import Content
import Markup

/// Turns what a writer wrote into where it leads on the site.
struct LinkResolver: Sendable {
  let catalog: Catalog
  let assets: AssetTable
  let version: ArticleVersion
  /// The language of the page's readers, who are led to articles in it where they exist.
  let reader: LanguageCode
  let basePath: String

  /// The address for a link; nil leaves it as it is written.
  func resolve(_ link: Link) -> ResolvedLink? {
    switch catalog.resolve(link.destination, from: version, reader: reader) {
    case .article(let address): return ResolvedLink(href: basePath + address)
    case .asset(let path):
      guard let url = assets.contentURLs[path] else { return nil }
      let size = assets.sizes[path]
      return ResolvedLink(href: url, width: size?.width, height: size?.height)
    case .external: return ResolvedLink(href: link.destination, isExternal: true)
    case .fragment, .unresolved: return nil
    }
  }
}
