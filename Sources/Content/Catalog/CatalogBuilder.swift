import Diagnostics

/// Makes a catalog of files.
struct CatalogBuilder {
  let site: SiteConfiguration
  private let files: [ArticleFile]
  private let assets: Set<String>
  private let lastCommits: [String: CalendarDate]
  private let includeDrafts: Bool
  /// What was found.
  private(set) var diagnostics: [Diagnostic] = []
  /// The files of all articles in the catalog, by path.
  private(set) var publishedFiles: [ArticleFile] = []

  init(
    site: SiteConfiguration, files: [ArticleFile], assets: Set<String>,
    lastCommits: [String: CalendarDate], includeDrafts: Bool
  ) {
    self.site = site
    self.files = files.sorted { $0.path < $1.path }
    self.assets = assets
    self.lastCommits = lastCommits
    self.includeDrafts = includeDrafts
  }

  /// Does everything but check links.
  mutating func build() -> Catalog {
    var found: [Diagnostic] = []
    let groups = ArticleGroup.pair(files, languages: site.languages) { found.append($0) }
    diagnostics += found
    var hidden: [String: HiddenFile] = [:]
    var drafts: [ArticleID: Set<LanguageCode>] = [:]
    var published: [ArticleGroup] = []
    var all: [(group: ArticleGroup, article: Article)] = []
    for group in groups {
      let article = article(of: group)
      var kept = group
      if !includeDrafts {
        for file in group.files where file.frontMatter.draft {
          hidden[file.path] = .draft
          drafts[group.id, default: []].insert(file.language)
        }
        kept.files.removeAll { $0.frontMatter.draft }
      }
      guard !kept.files.isEmpty else { continue }
      published.append(kept)
      all.append((kept, article))
    }
    publishedFiles = published.flatMap(\.files).sorted { $0.path < $1.path }
    var articles = number(all.filter { $0.article.visibility == .public })
    var agentArticles = number(all.filter { $0.article.visibility == .agents })
    keepKnown(&articles, &agentArticles, drafts: groups.map(\.id))
    for group in published.sorted(by: { $0.id < $1.id }) { checkTranslations(group) }
    let claims = AddressClaims(
      site: site, files: publishedFiles, articles: articles, agentArticles: agentArticles)
    diagnostics += claims.diagnostics
    let index = LinkIndex(
      site: site, articles: articles, agentArticles: agentArticles, redirects: claims.redirects,
      files: publishedFiles, assets: assets, hidden: hidden)
    return Catalog(
      site: site, articles: articles, agentArticles: agentArticles, redirects: claims.redirects,
      index: index, drafts: drafts)
  }

  // MARK: One article

  /// The article that files make, with what translations take from the original.
  private mutating func article(of group: ArticleGroup) -> Article {
    let source = group.source
    let category = source.frontMatter.category?.value ?? ""
    if category.isEmpty, !source.frontMatter.isFaulty {
      diagnostics.append(
        Diagnostic(
          .error, id: DiagnosticID.categoryMissing, path: source.displayPath,
          at: source.frontMatter.title?.place.start ?? .start,
          "an article without category",
          suggestion: FixIt(
            "add 'category:' and one of \(site.categories.map(\.key).joined(separator: ", "))")))
    }
    let isForAgents = group.files.contains { $0.frontMatter.visibility?.value == .agents }
    return Article(
      id: group.id, number: 0, category: category,
      difficulty: source.frontMatter.difficulty?.value,
      tags: (source.frontMatter.tags ?? []).map(\.value),
      related: (source.frontMatter.related ?? []).map(\.value),
      weight: source.frontMatter.weight?.value, visibility: isForAgents ? .agents : .public,
      unlisted: group.files.contains { $0.frontMatter.unlisted }, versions: [])
  }

  private func version(_ file: ArticleFile, source: ArticleFile) -> ArticleVersion {
    let frontMatter = file.frontMatter
    return ArticleVersion(
      language: file.language, title: file.title,
      description: frontMatter.description?.value ?? "", slug: file.slug,
      permalink: Permalink.article(file.slug, in: file.language), keywords: frontMatter.keywords,
      aliases: frontMatter.aliases.map(\.value), outline: file.outline, links: file.links,
      images: file.images, lastUpdated: date(of: file), reviewBy: frontMatter.reviewBy?.value,
      readingMinutes: WordCount.minutes(forWords: file.wordCount), wordCount: file.wordCount,
      path: file.path, displayPath: file.displayPath, bodyOffset: file.bodyOffset,
      translation: status(of: file, source: source), params: frontMatter.params)
  }

  private func date(of file: ArticleFile) -> CalendarDate? {
    file.frontMatter.lastUpdated?.value ?? lastCommits[file.path]
  }

  private func status(of file: ArticleFile, source: ArticleFile) -> TranslationStatus {
    guard file.path != source.path, source.language == site.defaultLanguage else { return .source }
    guard let noted = file.frontMatter.sourceHash?.value, let hash = source.sourceHash,
      noted != hash.description
    else { return .present }
    return .stale(since: date(of: source))
  }

  private func number(_ parts: [(group: ArticleGroup, article: Article)]) -> [Article] {
    let ordered = parts.map {
      (order: ArticleOrder($0.article, title: $0.group.source.title), part: $0)
    }
    .sorted { $0.order < $1.order }.map(\.part)
    return ordered.enumerated().map { number, part in
      var article = part.article
      article.number = number
      article.versions = part.group.files.map { version($0, source: part.group.source) }
      return article
    }
  }

  // MARK: Between articles

  /// Keeps the related articles that readers may see, and reports those that do not exist.
  private mutating func keepKnown(
    _ articles: inout [Article], _ agentArticles: inout [Article], drafts: [ArticleID]
  ) {
    let known = Set(articles.map(\.id))
    let forAgents = Set(agentArticles.map(\.id))
    let all = Set(drafts)
    let names = all.map(\.rawValue).sorted()
    for file in publishedFiles {
      let isPublic = !forAgents.contains(file.id)
      for related in file.frontMatter.related ?? [] {
        let id = related.value
        if !all.contains(id) {
          let nearest = Suggestion.nearest(to: id.rawValue, among: names)
          diagnostics.append(
            Diagnostic(
              .error, id: DiagnosticID.relatedUnknown, path: file.displayPath,
              at: related.place.start, to: related.place.end, "there is no article '\(id)'",
              suggestion: nearest.map { FixIt("replace '\(id)' with '\($0)'", replacement: $0) }))
        } else if isPublic, forAgents.contains(id) {
          diagnostics.append(
            Diagnostic(
              .error, id: DiagnosticID.linkToAgents, path: file.displayPath,
              at: related.place.start, to: related.place.end,
              "a public article cannot name '\(id)', which is for agents only"))
        }
      }
    }
    for index in articles.indices {
      let own = articles[index].id
      articles[index].related.removeAll { !known.contains($0) || $0 == own }
    }
    for index in agentArticles.indices {
      let own = agentArticles[index].id
      agentArticles[index].related.removeAll {
        !(known.contains($0) || forAgents.contains($0)) || $0 == own
      }
    }
  }

  /// Reports what translations say that is not taken from them.
  private mutating func checkTranslations(_ group: ArticleGroup) {
    let source = group.source
    for file in group.files {
      if let hash = file.frontMatter.sourceHash,
        file.path == source.path || source.language != site.defaultLanguage
      {
        diagnostics.append(
          Diagnostic(
            .warning, id: DiagnosticID.translationOrphan, path: file.displayPath,
            at: hash.place.start, to: hash.place.end,
            "there is no original in '\(site.defaultLanguage)' that this was translated from",
            suggestion: FixIt("remove 'translation' or give both files the same 'id'")))
      }
      guard file.path != source.path else { continue }
      warn(file, source, "category", file.frontMatter.category, source.frontMatter.category)
      warn(file, source, "difficulty", file.frontMatter.difficulty, source.frontMatter.difficulty)
      warn(file, source, "weight", file.frontMatter.weight, source.frontMatter.weight)
      if file.frontMatter.visibility?.value == .public {
        warn(
          file, source, "visibility", file.frontMatter.visibility, source.frontMatter.visibility)
      }
    }
  }

  private mutating func warn<Value: Equatable>(
    _ file: ArticleFile, _ source: ArticleFile, _ key: String, _ own: Located<Value>?,
    _ original: Located<Value>?
  ) {
    guard let own, own.value != original?.value, !source.frontMatter.isFaulty else { return }
    diagnostics.append(
      Diagnostic(
        .warning, id: DiagnosticID.translationDiffers, path: file.displayPath,
        at: own.place.start, to: own.place.end,
        "'\(key)' is taken from '\(source.displayPath)', which says otherwise",
        suggestion: FixIt("remove '\(key)' here")))
  }
}

/// Why a file of the content folder is no article of the catalog.
enum HiddenFile: Sendable {
  /// It is not to be published yet.
  case draft
}
