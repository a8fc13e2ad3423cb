import BuiltSite
import Content
import Digest
import FileSystem
import Markup
import Rendering

/// Writes a checked site, stage by stage.
///
/// The order matters to whoever reads while it is written: first files whose names change with
/// their bytes, then pages that refer to them, then the index manifests, and the report last.
struct SitePublisher: Sendable {
  let configuration: BuildConfiguration
  let site: SiteConfiguration
  let catalog: Catalog
  let library: TemplateLibrary
  let source: SourceTree
  let tree: OutputTree

  /// The path of the base address, without its last slash.
  var basePath: String {
    SiteContext(catalog: catalog, site: site, library: library).basePath
  }

  /// Writes one file, and its compressed twins where they are wanted and help.
  func write(_ file: OutputFile) throws {
    try tree.write(file.bytes, to: file.path)
    guard configuration.compress, CompressedTwins.areUseful(for: file.path) else { return }
    for twin in CompressedTwins.of(file) { try tree.write(twin.bytes, to: twin.path) }
  }

  /// Writes the theme's and the writers' files under names that change with their bytes.
  func writeAssets() throws -> AssetTable {
    let theme = ThemeAssets(
      library: library, theme: site.theme, basePath: basePath, hash: ContentHash.name)
    for file in theme.files { try write(file) }
    var assets = AssetTable(themeURLs: theme.urls)
    let forAgents = privateAssets
    for path in source.assets {
      let bytes = try FileSystem.read(source.location(of: path))
      let file = OutputFile(path: AssetTable.outputPath(for: path, bytes), bytes: bytes)
      assets.contentURLs[path] = "\(basePath)/\(AssetTable.escaped(file.path))"
      assets.sizes[path] = ImageSize(bytes)
      // What only agents' articles show is no part of the site.
      if !forAgents.contains(path) { try write(file) }
    }
    return assets
  }

  /// Writes every page of the site.
  ///
  /// Articles are read and parsed again: that costs less memory than keeping them, and less time
  /// than it would take to swap.
  func writePages(assets: AssetTable, related: [LanguageCode: [[Int]]]) async throws {
    var context = context(assets, related)
    if configuration.socialImages {
      context.socialImages = try await SocialImagePublisher(publisher: self).publish()
    }
    let renderer = PageRenderer(context: context)
    let jobs = catalog.articles.indices.flatMap { number in
      site.languages.map { ArticlePage(number: number, language: $0) }
    }
    let writer = ArticlePageWriter(
      publisher: self, renderer: renderer, assets: assets, context: context)
    _ = try await concurrentMap(jobs, jobs: configuration.jobs, chunk: 8) { job in
      try writer.write(job)
    }
    _ = try await concurrentMap(renderer.pages(), jobs: configuration.jobs, chunk: 4) { page in
      try write(OutputFile(path: page.path, bytes: page.render()))
    }
    try writeLanguageModelText(renderer)
  }

  /// Writes the index manifests, then the report that says the site is whole.
  func finish(key: String, indexes: BuiltIndexes, warnings: Int) throws -> BuildReport {
    for manifest in indexes.manifests {
      try write(
        OutputFile(path: IndexManifest.path(for: manifest.language), bytes: manifest.encoded()))
    }
    let counts = tree.counts
    let report = BuildReport(
      generator: "balise \(BaliseVersion.current)", key: key, baseURL: site.baseURL,
      languages: site.languages.map(\.rawValue), articles: catalog.articles.count,
      files: counts.written + counts.unchanged + 1, bytes: counts.bytes,
      updated: siteUpdated?.description, warnings: warnings, search: indexes.reports)
    try write(OutputFile(path: BuildReport.path, bytes: report.encoded()))
    return report
  }

  private var siteUpdated: CalendarDate? {
    catalog.articles.flatMap(\.versions).compactMap(\.lastUpdated).max()
  }

  private func context(_ assets: AssetTable, _ related: [LanguageCode: [[Int]]]) -> SiteContext {
    var context = SiteContext(
      catalog: catalog, site: site, library: library, assetURLs: assets.contentURLs,
      themeURLs: assets.themeURLs, related: related, siteUpdated: siteUpdated,
      version: BaliseVersion.current)
    if let logo = site.theme.logo?.value, let size = assets.sizes[logo] {
      context.logoSize = (size.width, size.height)
    }
    return context
  }

  /// Joins all articles' Markdown into `llms-full.txt`, from the files just written.
  private func writeLanguageModelText(_ renderer: PageRenderer) throws {
    var writer = try tree.stream(to: "llms-full.txt")
    try writer.append(renderer.languageModelHeader())
    for language in site.languages {
      for article in catalog.articles where !article.unlisted {
        guard article.versions.contains(where: { $0.language == language }),
          let path = renderer.path(of: article, in: language)
        else { continue }
        let file = configuration.output + path + "index.md"
        try writer.append(renderer.languageModelHead(of: article, language: language))
        try writer.append(MappedFile(file).bytes)
      }
    }
    try tree.finish(&writer)
  }
}
