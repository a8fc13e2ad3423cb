import Content

/// The site as readers of one language see it: everything that pages share, worked out once.
struct LanguageSite: Sendable {
  /// A category, difficulty or tag with the articles in it.
  struct Group: Sendable {
    var key: String
    var label: String
    var icon: String
    var description: String
    /// The site path, such as `/fr/categories/alerts/`.
    var path: String
    /// The numbers of its articles, in the catalog's order.
    var articles: [Int]
  }

  let code: LanguageCode
  let strings: StringTable
  let locale: LocaleFormat
  let templates: LocalizedTemplates
  /// What every template finds in its context, for sections over constants.
  let sections: TemplateValues
  let categories: [Group]
  let difficulties: [Group]
  /// Tags in use, by label.
  let tags: [Group]
  let categoryIndex: [String: Int]
  let difficultyIndex: [String: Int]
  let tagIndex: [String: Int]
  /// The numbers of the articles written in this language and listed, in the order that
  /// its readers expect.
  let listed: [Int]
  /// The site path of each article, by number, be it a fallback; nil when there is none.
  let paths: [String?]
  /// For each article, by number, its place in its category's list; nil when it is not listed.
  let places: [Int?]

  /// The site path of the language's home page.
  var home: String { "/\(code.rawValue)/" }
  var searchPath: String { "\(home)search/" }
  var articlesPath: String { "\(home)articles/" }

  init(code: LanguageCode, context: SiteContext) {
    self.code = code
    let catalog = context.catalog
    let site = context.site
    let home = "/\(code.rawValue)/"
    strings = context.library.strings(for: code.rawValue)
    locale = LocaleFormat(code.rawValue)
    let listed = catalog.articles(in: code).map(\.number)
    self.listed = listed
    paths = catalog.articles.map { catalog.path(of: $0, in: code) }

    var categories = site.categories.map { category in
      Group(
        key: category.key, label: category.label.text(in: code, site, or: category.key),
        icon: category.icon, description: category.description.text(in: code, site, or: ""),
        path: "\(home)categories/\(category.key)/", articles: [])
    }
    var difficulties = site.difficulties.map { difficulty in
      Group(
        key: difficulty.key, label: difficulty.label.text(in: code, site, or: difficulty.key),
        icon: difficulty.icon, description: "", path: "\(home)difficulty/\(difficulty.key)/",
        articles: [])
    }
    let categoryIndex = Self.index(categories)
    let difficultyIndex = Self.index(difficulties)
    var byTag: [String: [Int]] = [:]
    var places = [Int?](repeating: nil, count: catalog.articles.count)
    for number in listed {
      let article = catalog.articles[number]
      if let index = categoryIndex[article.category] {
        places[number] = categories[index].articles.count
        categories[index].articles.append(number)
      }
      if let key = article.difficulty, let index = difficultyIndex[key] {
        difficulties[index].articles.append(number)
      }
      for tag in article.tags { byTag[tag, default: []].append(number) }
    }
    let tags = byTag.map { key, articles in
      Group(
        key: key, label: site.label(ofTag: key, in: code), icon: "", description: "",
        path: "\(home)tags/\(key)/", articles: articles)
    }
    let sorted = tags.map { (CollationKey($0.label), $0) }
      .sorted { ($0.0, $0.1.key) < ($1.0, $1.1.key) }.map(\.1)
    self.places = places
    self.categories = categories
    self.difficulties = difficulties
    self.tags = sorted
    self.categoryIndex = categoryIndex
    self.difficultyIndex = difficultyIndex
    tagIndex = Self.index(sorted)

    templates = LocalizedTemplates(
      library: context.library, language: code.rawValue,
      constants: Self.constants(code, context))
    sections = templates.sections
  }

  private static func index(_ groups: [Group]) -> [String: Int] {
    var result: [String: Int] = [:]
    for (index, group) in groups.enumerated() where result[group.key] == nil {
      result[group.key] = index
    }
    return result
  }

  /// What is the same on every page of a language.
  private static func constants(
    _ code: LanguageCode, _ context: SiteContext
  ) -> [String: String] {
    let home = "/\(code.rawValue)/"
    var result = [
      "site.title": context.site.title.text(in: code, context.site, or: ""),
      "site.home": context.href(home), "site.search": context.href("\(home)search/"),
      "site.articles": context.href("\(home)articles/"),
      "site.feed": context.href("\(home)feed.xml"),
      "site.openSearch": context.href("\(home)opensearch.xml"),
      "site.root": context.href("/"), "site.base": context.basePath,
      "site.version": context.version,
      "site.manifest": context.href("\(home)manifest.webmanifest"),
    ]
    if let logo = context.site.theme.logo?.value, let url = context.assetURLs[logo] {
      result["site.logo"] = url
      if let size = context.logoSize {
        result["site.logoWidth"] = String(size.width)
        result["site.logoHeight"] = String(size.height)
      }
    }
    if let contact = context.site.contactURL(in: code) { result["site.contact"] = contact }
    let names = [
      "css": "theme.css", "pagesCSS": "pages.css", "searchCSS": "search.css",
      "boot": "boot.js", "script": "main.js", "search": "search.js",
      "redirect": "redirect.js", "favicon": "favicon.svg", "offline": "offline.js",
      "touchIcon": "icon-maskable.png",
    ]
    for (field, file) in names { result["theme.\(field)"] = context.themeURLs[file] ?? "" }
    return result
  }
}
