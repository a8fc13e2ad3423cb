import BuiltSite
import Content
import Diagnostics
import FileSystem
import Rendering

/// Reads content, checks it, and makes a site of it.
///
/// Output is a pure function of content, templates, options and version: neither the number of
/// jobs nor the time of day changes a byte.
public struct SiteBuilder: Sendable {
  /// What to build.
  public let configuration: BuildConfiguration

  /// Prepares a build; nothing is read yet.
  public init(_ configuration: BuildConfiguration) { self.configuration = configuration }

  /// Reads and checks everything, and writes nothing.
  ///
  /// - Returns: all faults, sorted. What the machine refuses, such as a content folder that is not
  ///   there, is thrown.
  public func check() async throws -> CheckedContent {
    let tree = try SourceTree(configuration.content)
    let (library, templateFaults) = TemplateFolder.load(configuration.templates)
    let loader = ContentLoader(jobs: configuration.jobs)
    var content = try await loader.load(tree, baseURL: configuration.baseURL)
    content.diagnostics += templateFaults
    var checked = CheckedContent(
      diagnostics: [], site: content.site, tree: tree, library: library)
    if let site = content.site {
      let needsDates = content.files.contains { $0.frontMatter.lastUpdated == nil }
      let history = GitHistory(of: configuration.content, readsDates: needsDates)
      let (catalog, faults) = Catalog.make(
        site: site, files: content.files, assets: Set(tree.assets),
        lastCommits: history.lastCommits, includeDrafts: configuration.includeDrafts,
        source: { try? FileSystem.read(tree.location(of: $0)) })
      content.diagnostics += faults + content.searchTests.flatMap { catalog.check($0) }
      if let logo = site.theme.logo, !tree.assets.contains(logo.value) {
        content.diagnostics.append(
          Diagnostic(
            .error, id: DiagnosticID.assetMissing, path: configuration.content + "/site.yaml",
            at: logo.place.start, "no file at '\(logo.value)' in the content folder"))
      }
      checked.catalog = catalog
      checked.searchTests = content.searchTests
    }
    checked.diagnostics = content.diagnostics.sorted()
    return checked
  }

  /// Builds the site.
  ///
  /// Faults of the content come back in the outcome, and then nothing is written. What the machine
  /// refuses is thrown; the output folder then holds the old site with some files of the new one,
  /// and every page of it works.
  public func build(progress: (BuildStage) -> Void = { _ in }) async throws -> BuildOutcome {
    var clock = StageClock()
    let key = try await key()
    if let outcome = try upToDate(key) { return outcome }

    progress(.read)
    let checked = try await check()
    clock.finish(.read)
    guard let catalog = checked.catalog, let site = checked.site, !checked.diagnostics.hasErrors
    else {
      return BuildOutcome(diagnostics: checked.diagnostics, stages: clock.stages)
    }

    let tree = try OutputTree(configuration.output)
    let publisher = SitePublisher(
      configuration: configuration, site: site, catalog: catalog, library: checked.library,
      source: checked.tree, tree: tree)
    let assets = try publisher.writeAssets()

    progress(.index)
    let indexes = try await publisher.writeIndexes()
    clock.finish(.index)

    progress(.write)
    try await publisher.writePages(assets: assets, related: indexes.related)
    // Before the report, by which the server notices a new build.
    try await AgentsTree(publisher: publisher).write(
      key: key, manifestKey: Self.manifestKey(key), assets: assets)
    let report = try publisher.finish(
      key: key, indexes: indexes, warnings: checked.diagnostics.count)
    let counts = tree.counts
    let (removed, files) = try tree.removeStale(everything: configuration.clean)
    try tree.finish(BuildManifest(key: Self.manifestKey(key), files: files))
    clock.finish(.write)
    return BuildOutcome(
      diagnostics: checked.diagnostics, report: report, written: counts.written,
      unchanged: counts.unchanged, removed: removed, stages: clock.stages)
  }

  /// The key of a site that this very program wrote: another one may write other bytes from the
  /// same input, though it calls itself the same version.
  private static func manifestKey(_ key: String) -> String {
    key + "." + FileSystem.stamp(of: "/proc/self/exe")
  }

  /// A digest of all that the site will be made from.
  private func key() async throws -> String {
    var key = BuildKey()
    key.add("version", BaliseVersion.current)
    key.add("baseURL", configuration.baseURL ?? "")
    key.add("drafts", "\(configuration.includeDrafts)")
    key.add("compress", "\(configuration.compress)")
    key.add("socialImages", "\(configuration.socialImages)")
    if let path = configuration.popularity {
      key.add("popularity", String(decoding: try FileSystem.read(path), as: UTF8.self))
    }
    key.add("head", GitHistory(of: configuration.content, readsDates: false).head)
    for root in [configuration.content, configuration.templates] {
      guard FileSystem.exists(root) else { continue }
      let files = try FolderListing(root).files.map(\.path)
      key.add("folder", "\(files.count)")
      try await key.add(files: files, in: root, jobs: configuration.jobs)
    }
    return key.digest
  }

  /// Whether what the last build wrote for agents and the server, if anything, is as it was written.
  private func hasAgentsTree(of key: String) -> Bool {
    let folder = AgentsTree.folder(of: configuration.output)
    guard let manifest = BuildManifest(in: folder) else { return !FileSystem.exists(folder) }
    let listing = try? FolderListing(folder)
    return manifest.key == Self.manifestKey(key) && listing.map(manifest.matches) == true
  }

  /// The outcome of a build that has nothing to do; nil when there is something.
  private func upToDate(_ key: String) throws -> BuildOutcome? {
    let output = configuration.output
    guard !configuration.clean, let manifest = BuildManifest(in: output),
      manifest.key == Self.manifestKey(key),
      manifest.matches(try FolderListing(output)), let report = BuildReport(site: output),
      hasAgentsTree(of: key)
    else { return nil }
    return BuildOutcome(
      diagnostics: [], report: report, unchanged: manifest.files.count, wasUpToDate: true)
  }
}
