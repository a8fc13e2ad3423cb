import Diagnostics

/// Who is at which address, so that no two things are at one.
struct AddressClaims {
  /// The old addresses of public articles, sorted.
  private(set) var redirects: [Redirect] = []
  /// The collisions.
  private(set) var diagnostics: [Diagnostic] = []
  private var owners: [String: String] = [:]

  /// Gives every article its addresses, then the old ones what is left.
  init(
    site: SiteConfiguration, files: [ArticleFile], articles: [Article], agentArticles: [Article]
  ) {
    for file in files { claimAddress(of: file) }
    var tags: [LanguageCode: Set<String>] = [:]
    for article in articles {
      for version in article.versions {
        tags[version.language, default: []].formUnion(article.tags)
      }
    }
    let forAgents = Set(agentArticles.flatMap { $0.versions.map(\.path) })
    for file in files {
      let address = Permalink.article(file.slug, in: file.language)
      for alias in file.frontMatter.aliases {
        claim(
          alias, of: file,
          isTaken: Permalink.isPage(alias.value, of: site, tags: tags)
            || Permalink.isReserved(alias.value), leadingTo: address,
          isPublic: !forAgents.contains(file.path))
      }
    }
    redirects.sort()
  }

  private mutating func claimAddress(of file: ArticleFile) {
    let address = Permalink.article(file.slug, in: file.language)
    guard let owner = owners[address] else {
      owners[address] = file.displayPath
      return
    }
    let place = file.frontMatter.slug?.place ?? SourcePlace()
    diagnostics.append(
      Diagnostic(
        .error, id: DiagnosticID.slugDuplicate, path: file.displayPath, at: place.start,
        to: place.end, "'\(owner)' is already at \(address)",
        suggestion: FixIt("give one of them another 'slug'")))
  }

  private mutating func claim(
    _ alias: Located<String>, of file: ArticleFile, isTaken: Bool, leadingTo address: String,
    isPublic: Bool
  ) {
    let message: String
    if let owner = owners[alias.value] {
      message =
        owner == file.displayPath && alias.value == address
        ? "the alias is the article's own address"
        : "'\(owner)' is already at \(alias.value)"
    } else if isTaken {
      message = "\(alias.value) is a page of the site itself"
    } else {
      owners[alias.value] = file.displayPath
      if isPublic { redirects.append(Redirect(from: alias.value, to: address)) }
      return
    }
    diagnostics.append(
      Diagnostic(
        .error, id: DiagnosticID.aliasCollision, path: file.displayPath, at: alias.place.start,
        to: alias.place.end, message, suggestion: FixIt("remove the alias")))
  }
}
