import BuiltSite
import Content
import FileSystem
import Rendering

/// Writes what is for agents only, with an index of its own, and what the server alone is told, beside
/// the site and never into it.
///
/// The folder is the site's with `-agents` behind its name, so that whoever copies the site to a
/// public host does not copy it. Only the server reads it, for agents who are signed in.
struct AgentsTree: Sendable {
  /// The folder beside a site.
  static func folder(of output: String) -> String { BuildReport.agentsFolder(ofSite: output) }

  let publisher: SitePublisher
  /// A catalog in which the agents' articles stand where the public ones stand in the whole one.
  private let catalog: Catalog

  init(publisher: SitePublisher) {
    self.publisher = publisher
    catalog = Catalog(articles: publisher.catalog.agentArticles, site: publisher.site)
  }

  /// Writes the tree; articles that were written before go when none is for agents any more.
  ///
  /// - Parameters:
  ///   - key: the key of the build.
  ///   - manifestKey: the key of what was written.
  ///   - assets: where files of the content are.
  /// - Throws: what the disk refuses.
  func write(key: String, manifestKey: String, assets: AssetTable) async throws {
    let output = Self.folder(of: publisher.configuration.output)
    let (desk, sharing) = (publisher.site.desk, publisher.site.sharing)
    guard
      !catalog.articles.isEmpty || desk != Desk() || sharing != Sharing()
        || FileSystem.exists(output + "/" + BuildManifest.name)
    else { return }
    let tree = try OutputTree(output)
    let renderer = PageRenderer(
      context: SiteContext(catalog: catalog, site: publisher.site, library: publisher.library))
    try tree.write(renderer.serverTableFile(), to: BuildReport.serverFile)
    if !catalog.articles.isEmpty { try await fill(tree, key: key, assets: assets) }
    let (_, files) = try tree.removeStale(everything: false)
    try tree.finish(BuildManifest(key: manifestKey, files: files))
  }

  private func fill(_ tree: OutputTree, key: String, assets: AssetTable) async throws {
    var configuration = publisher.configuration
    // Nobody but the server reads it, which compresses what it sends.
    configuration.compress = false
    let agents = SitePublisher(
      configuration: configuration, site: publisher.site, catalog: publisher.catalog,
      library: publisher.library, source: publisher.source, tree: tree)
    for path in publisher.privateAssets {
      let bytes = try FileSystem.read(publisher.source.location(of: path))
      try agents.write(OutputFile(path: AssetTable.outputPath(for: path, bytes), bytes: bytes))
    }
    let indexes = try await agents.writeIndexes(of: catalog)
    let context = SiteContext(
      catalog: catalog, site: publisher.site, library: publisher.library,
      assetURLs: assets.contentURLs, themeURLs: assets.themeURLs, version: BaliseVersion.current)
    let renderer = PageRenderer(context: context)
    let writer = ArticlePageWriter(
      publisher: agents, renderer: renderer, assets: assets, context: context)
    for article in catalog.articles {
      for language in publisher.site.languages { try writer.write(article, in: language) }
    }
    try agents.write(
      OutputFile(path: "articles.json", bytes: renderer.articleTableFile()))
    for manifest in indexes.manifests {
      try agents.write(
        OutputFile(path: IndexManifest.path(for: manifest.language), bytes: manifest.encoded()))
    }
    let counts = tree.counts
    let report = BuildReport(
      generator: "balise \(BaliseVersion.current)", key: key, baseURL: publisher.site.baseURL,
      languages: publisher.site.languages.map(\.rawValue), articles: catalog.articles.count,
      files: counts.written + counts.unchanged + 1, bytes: counts.bytes, updated: nil, warnings: 0,
      search: indexes.reports)
    try agents.write(OutputFile(path: BuildReport.path, bytes: report.encoded()))
  }
}

extension SitePublisher {
  /// The files of the content that agents' articles show, and public ones do not.
  var privateAssets: Set<String> {
    assets(of: catalog.agentArticles).subtracting(assets(of: catalog.articles))
  }

  private func assets(of articles: [Article]) -> Set<String> {
    var result: Set<String> = []
    for version in articles.flatMap(\.versions) {
      for link in version.links + version.images {
        let target = catalog.resolve(link.destination, from: version, reader: version.language)
        if case .asset(let path) = target { result.insert(path) }
      }
    }
    return result
  }
}
