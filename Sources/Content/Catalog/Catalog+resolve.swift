import Markup

extension Catalog {
  /// Where a link of a version leads for readers of a language.
  ///
  /// Articles are found in the reader's language, else at their fallback page. Fragments follow
  /// the heading: where the version shown is not the one that was linked to, the heading of the
  /// same rank is taken if both have the same number of headings, and none otherwise.
  ///
  /// - Parameters:
  ///   - destination: the address as written.
  ///   - version: the version that the link is in.
  ///   - reader: the language of whoever follows it.
  /// - Returns: where it leads.
  public func resolve(
    _ destination: String, from version: ArticleVersion, reader: LanguageCode
  ) -> LinkTarget {
    switch find(destination, from: version.path) {
    case .web: return .external
    case .fragment: return .fragment
    case .asset(let path): return .asset(path)
    case .page(let path): return .article(path)
    case .alias(let address, let fragment):
      return .article(address + Self.suffix(fragment))
    case .article(let reference, let language, let fragment):
      return .article(address(reference, linkedIn: language, fragment, reader: reader))
    case .other, .missing: return .unresolved
    }
  }

  /// What is at an address.
  enum Destination {
    case web
    case other
    case fragment(String)
    case asset(String)
    /// A page that is no article.
    case page(String)
    case alias(to: String, fragment: String?)
    /// An article, and the language it was linked in; nil when the link does not say or the
    /// article is not written in it.
    case article(LinkIndex.Reference, LanguageCode?, fragment: String?)
    /// Nothing; the path is relative to the content folder, nil when it leads out of it.
    case missing(path: String?)
  }

  /// Looks an address up from a file.
  func find(_ destination: String, from file: String) -> Destination {
    let link = LinkPath(destination, baseURL: site.baseURL)
    switch link.kind {
    case .web: return .web
    case .other: return .other
    case .fragment: return .fragment(link.fragment ?? "")
    case .site: return findOnSite(link)
    case .relative: return findBeside(file, link)
    }
  }

  func article(_ reference: LinkIndex.Reference) -> Article {
    reference.isForAgents ? agentArticles[reference.number] : articles[reference.number]
  }

  private func findOnSite(_ link: LinkPath) -> Destination {
    var path = link.path
    if path.hasSuffix("/index.html") { path.removeLast("index.html".utf8.count) }
    let withSlash = path.hasSuffix("/") ? path : path + "/"
    if let entry = index.addresses[withSlash] {
      return .article(entry.article, entry.language, fragment: link.fragment)
    }
    for candidate in [path, withSlash] {
      if let address = index.aliases[candidate] {
        return .alias(to: address, fragment: link.fragment)
      }
    }
    if Permalink.isPage(path, of: site, tags: index.tags) {
      let isFile = path.split(separator: "/").last?.contains(".") ?? false
      return .page((isFile ? path : withSlash) + link.query + Self.suffix(link.fragment))
    }
    guard let contentPath = LinkPath.resolve(path, from: "") else { return .missing(path: nil) }
    return findFile(contentPath, link) ?? .missing(path: contentPath)
  }

  private func findBeside(_ file: String, _ link: LinkPath) -> Destination {
    guard let path = LinkPath.resolve(link.path, from: file) else { return .missing(path: nil) }
    if let found = findFile(path, link) { return found }
    guard path.hasSuffix(".md") else { return .missing(path: path) }
    // `other.md` beside `this.fr.md` is `other.fr.md`.
    if let language = index.files[file]?.language {
      let withLanguage = "\(path.dropLast(3)).\(language.rawValue).md"
      if let found = findFile(withLanguage, link) { return found }
    }
    return findByKey(path, link) ?? .missing(path: path)
  }

  private func findFile(_ path: String, _ link: LinkPath) -> Destination? {
    if let entry = index.files[path] {
      return .article(entry.article, entry.language, fragment: link.fragment)
    }
    return index.assets.contains(path) ? .asset(path) : nil
  }

  /// An article that is written in other languages than the one that was linked to.
  private func findByKey(_ path: String, _ link: LinkPath) -> Destination? {
    let key =
      (try? ArticlePath(path, languages: site.languages))?.key ?? String(path.dropLast(3))
    guard index.hidden[path] == nil, let reference = index.keys[key] else { return nil }
    return .article(reference, nil, fragment: link.fragment)
  }

  private func address(
    _ reference: LinkIndex.Reference, linkedIn language: LanguageCode?, _ fragment: String?,
    reader: LanguageCode
  ) -> String {
    let article = article(reference)
    let shown = article.version(for: reader).version
    let address = path(of: article, in: reader) ?? shown.permalink
    guard let fragment, !fragment.isEmpty else { return address }
    let anchors = shown.outline.headings.map(\.anchor)
    if anchors.contains(fragment) || index.identifiers[shown.path]?.contains(fragment) == true {
      return address + Self.suffix(fragment)
    }
    let linked = article.versions.first { $0.language == language } ?? shown
    let headings = linked.outline.headings
    guard headings.count == anchors.count,
      let rank = headings.firstIndex(where: { $0.anchor == fragment })
    else { return address }
    return address + Self.suffix(anchors[rank])
  }

  private static func suffix(_ fragment: String?) -> String {
    fragment.map { $0.isEmpty ? "" : "#\($0)" } ?? ""
  }
}
