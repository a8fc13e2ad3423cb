import Content
import FileSystem
import Markup
import Rendering

/// One article as readers of one language see it.
struct ArticlePage: Sendable {
  var number: Int
  var language: LanguageCode
}

/// Reads, renders and writes the page of an article and its Markdown.
struct ArticlePageWriter: Sendable {
  let publisher: SitePublisher
  let renderer: PageRenderer
  let assets: AssetTable
  private let basePath: String

  /// The scheme and host of the site.
  private let origin: String

  /// Prepares writing.
  init(
    publisher: SitePublisher, renderer: PageRenderer, assets: AssetTable, context: SiteContext
  ) {
    self.publisher = publisher
    self.renderer = renderer
    self.assets = assets
    basePath = context.basePath
    origin = String(context.site.baseURL.dropLast(context.basePath.utf8.count + 1))
  }

  /// Writes `index.html` and `index.md`; nothing where another article has the address.
  func write(_ page: ArticlePage) throws {
    try write(publisher.catalog.articles[page.number], in: page.language)
  }

  /// Writes an article, whoever it is for, as readers of a language see it.
  func write(_ article: Article, in language: LanguageCode) throws {
    let (version, _) = article.version(for: language)
    let bytes = try FileSystem.read(publisher.source.location(of: version.path))
    let document = MarkupParser(typography: Typography(language: version.language.rawValue))
      .parse(bytes, from: version.bodyOffset)
    let links = LinkResolver(
      catalog: publisher.catalog, assets: assets, version: version, reader: language,
      basePath: basePath)
    let options = HTMLOptions(
      language: version.language.rawValue, reservedIDs: PageRenderer.reservedIDs,
      resolve: { links.resolve($0) })
    let body = document.html(options)
    guard
      let file = renderer.articlePage(
        article, readerLanguage: language, body: body, procedures: document.procedures)
    else { return }
    try publisher.write(file)
    let page = renderer.path(of: article, in: language).map { origin + basePath + $0 }
    let markdown = document.markdown { link in
      // Whoever reads the Markdown has no page to resolve addresses against, and other programs make
      // other anchors of its headings.
      if link.destination.hasPrefix("#") { return page.map { $0 + link.destination } }
      return links.resolve(link).map { $0.isExternal ? $0.href : origin + $0.href }
    }
    let twin = renderer.articleMarkdown(article, language: language, markdown: markdown)
    if let twin { try publisher.write(twin) }
  }
}
