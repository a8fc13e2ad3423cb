import Diagnostics
import Markup

/// Follows every link of every article.
struct LinkChecker {
  /// The nearest name is looked for among thousands; a site full of faults need not wait for it.
  private static let maximumSearches = 200

  private let catalog: Catalog
  private var diagnostics: [Diagnostic] = []
  private var searches = 0

  /// What is wrong with the links of files.
  static func check(_ catalog: Catalog, files: [ArticleFile]) -> [Diagnostic] {
    var checker = LinkChecker(catalog: catalog)
    for file in files { checker.check(file) }
    return checker.diagnostics
  }

  private init(catalog: Catalog) { self.catalog = catalog }

  private mutating func check(_ file: ArticleFile) {
    guard let entry = catalog.index.files[file.path] else { return }
    for link in file.links { check(link, file, isPublic: !entry.article.isForAgents) }
    for image in file.images { check(image, file, isPublic: !entry.article.isForAgents) }
  }

  private mutating func check(_ link: ArticleLink, _ file: ArticleFile, isPublic: Bool) {
    // An address that is not there has been reported with the text.
    guard !link.destination.isEmpty else { return }
    switch catalog.find(link.destination, from: file.path) {
    case .web, .other, .asset: break
    case .page:
      if link.use == .media { reportMissing(link, file, path: nil) }
    case .fragment(let fragment):
      checkAnchor(fragment, link, file, in: file.outline.headings.map(\.anchor), file.identifiers)
    case .alias(let address, _):
      report(
        .warning, DiagnosticID.linkThroughAlias, link, file,
        "'\(link.destination)' is an old address", FixIt("replace it with '\(address)'"))
    case .article(let reference, let language, let fragment):
      if link.use == .media { return reportMissing(link, file, path: nil) }
      if reference.isForAgents, isPublic {
        let id = catalog.article(reference).id
        report(
          .error, DiagnosticID.linkToAgents, link, file,
          "a public article cannot lead to '\(id)', which is for agents only")
        return
      }
      guard let fragment else { return }
      let article = catalog.article(reference)
      let version =
        article.versions.first { $0.language == language }
        ?? article.version(for: file.language).version
      checkAnchor(
        fragment, link, file, in: version.outline.headings.map(\.anchor),
        catalog.index.identifiers[version.path] ?? [])
    case .missing(let path): reportMissing(link, file, path: path)
    }
  }

  private mutating func checkAnchor(
    _ fragment: String, _ link: ArticleLink, _ file: ArticleFile, in anchors: [String],
    _ identifiers: [String]
  ) {
    // Text fragments and footnotes are no headings; `#` and `#top` lead to the page's start.
    guard !fragment.isEmpty, fragment != "top", !fragment.hasPrefix(":~:"),
      !fragment.hasPrefix("fn-"), !fragment.hasPrefix("fnref-"),
      !anchors.contains(fragment), !identifiers.contains(fragment)
    else { return }
    let nearest =
      anchors.first { $0.lowercased() == fragment.lowercased() }
      ?? nearest(to: Slug.make(from: fragment), among: anchors + identifiers)
    let fix = nearest.map { anchor in
      let before = link.destination.prefix { $0 != "#" }
      return FixIt(
        "replace '#\(fragment)' with '#\(anchor)'", replacement: "\(before)#\(anchor)")
    }
    report(
      .error, DiagnosticID.anchorUnresolved, link, file, "no heading at '#\(fragment)'", fix)
  }

  private mutating func reportMissing(_ link: ArticleLink, _ file: ArticleFile, path: String?) {
    let destination = link.destination
    if let path, catalog.index.hidden[path] != nil {
      report(
        .error, DiagnosticID.linkUnresolved, link, file,
        "'\(destination)' is a draft, which is not published")
      return
    }
    let isArticle = link.use == .link && isArticlePath(destination, path)
    let suggestion = path.flatMap { self.suggestion(for: $0, file, isArticle: isArticle) }
    let fix = suggestion.map { FixIt("replace '\(destination)' with '\($0)'", replacement: $0) }
    if isArticle {
      report(
        .error, DiagnosticID.linkUnresolved, link, file, "no article at '\(destination)'", fix)
    } else {
      report(.error, DiagnosticID.assetMissing, link, file, "no file at '\(destination)'", fix)
    }
  }

  /// Whether an address looks like an article's: a page, `.md`, or a name without ending.
  private func isArticlePath(_ destination: String, _ path: String?) -> Bool {
    guard let name = (path ?? destination).split(separator: "/").last else { return true }
    return name.hasSuffix(".md") || name.hasSuffix(".html") || !name.contains(".")
  }

  private mutating func suggestion(
    for path: String, _ file: ArticleFile, isArticle: Bool
  ) -> String? {
    let index = catalog.index
    if path.hasPrefix("\(file.language.rawValue)/articles/"), isArticle {
      return nearest(to: "/\(path)/", among: index.addresses.keys.sorted())
    }
    if index.files[path + ".md"] != nil {
      return LinkPath.relative(path + ".md", from: file.path)
    }
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let candidates =
      isArticle
      ? index.files.filter { $0.value.language == file.language }.keys.sorted()
      : index.assets.sorted()
    let sameName = candidates.filter { $0.split(separator: "/").last.map(String.init) == name }
    let target = sameName.count == 1 ? sameName[0] : nearest(to: path, among: candidates)
    return target.map { LinkPath.relative($0, from: file.path) }
  }

  private mutating func nearest(to word: String, among candidates: [String]) -> String? {
    searches += 1
    guard searches <= Self.maximumSearches else { return nil }
    return Suggestion.nearest(to: word, among: candidates)
  }

  private mutating func report(
    _ severity: Severity, _ id: String, _ link: ArticleLink, _ file: ArticleFile,
    _ message: String, _ suggestion: FixIt? = nil
  ) {
    diagnostics.append(
      Diagnostic(
        severity, id: id, path: file.displayPath, at: link.place.start, to: link.place.end,
        message, suggestion: suggestion))
  }
}
