public import Content
public import Markup

extension PageRenderer {
  /// An article's page for readers of a language: `fr/articles/x/index.html`.
  ///
  /// Where the article is not written in that language, the page shows the version there is, says
  /// so, and names the original as canonical.
  ///
  /// - Parameters:
  ///   - article: the article.
  ///   - readerLanguage: the language of the page around it.
  ///   - body: the version's text as HTML, from `article.version(for: readerLanguage)`.
  ///   - procedures: what the version's text says to do in order.
  /// - Returns: the page; nil where another article has the address that it would have.
  public func articlePage(
    _ article: Article, readerLanguage: LanguageCode, body: [UInt8], procedures: [Procedure] = []
  ) -> OutputFile? {
    let language = site(in: readerLanguage)
    let (version, isFallback) = article.version(for: readerLanguage)
    guard let path = path(of: article, in: readerLanguage) else { return nil }
    var head = PageHead(kind: "article", title: version.title, description: version.description)
    head.canonical = version.permalink
    head.isHidden = isFallback || !article.isListed
    if !isFallback {
      head.alternates = article.versions.map { ($0.language.rawValue, $0.permalink) }
    }
    for other in languages where other.code != language.code {
      head.switches[other.code.rawValue] = self.path(of: article, in: other.code)
    }
    head.socialImage = context.socialImages[version.language]?[article.number]
    if !isFallback {
      head.structuredData = structuredData(
        article, version, language, procedures: procedures,
        image: head.socialImage.map(context.absoluteURL))
    }

    var values = layout(head, language)
    values["article"] = summary(article, version, in: language)
    values["articleID"] = article.id.description
    values["body"] = body
    values["markdownURL"] = context.href("\(path)index.md")
    values["isFallback"] = isFallback
    if isFallback {
      let source = version.language.rawValue
      let name = LanguageName.own(of: source)
      values["bodyLang"] = source
      values["sourceURL"] = context.href(version.permalink)
      values["sourceLanguage"] = name
      values["fallbackNotice"] = language.strings.format("fallbackNotice", ["language": name])
    }
    let contents = TableOfContents.html(version.outline)
    values["hasContents"] = !contents.isEmpty
    values["contents"] = contents
    addNeighbours(of: article, in: language, to: &values)
    values["navigation"] = navigation(for: article, in: language)
    let related = relatedCards(article, language)
    values["hasRelated"] = !related.isEmpty
    values["related"] = related
    let ladder = ladder(of: article, in: language)
    values["hasLadder"] = ladder.easier != nil || ladder.deeper != nil
    values.set("easier", ladder.easier.map { rung($0, in: language) })
    values.set("deeper", ladder.deeper.map { rung($0, in: language) })
    values["viewsOne"] = language.strings["views.one"]
    values["viewsOther"] = language.strings["views.other"]
    values["ratingPattern"] = language.strings["ratingShort"]
    values["shareURL"] = context.absoluteURL(path)
    values["shareMail"] = Self.mailAddress(
      subject: version.title, body: context.absoluteURL(path))
    return OutputFile(path: Self.file(path), bytes: language.templates.bytes("article", values))
  }

  /// An article's Markdown beside its page: a title, the description, the text.
  ///
  /// - Parameters:
  ///   - article: the article.
  ///   - language: the reader's language.
  ///   - markdown: the version's text; its links should be absolute.
  /// - Returns: the file; nil where the article has no address.
  public func articleMarkdown(
    _ article: Article, language: LanguageCode, markdown: [UInt8]
  ) -> OutputFile? {
    let (version, _) = article.version(for: language)
    guard let path = path(of: article, in: language) else { return nil }
    return OutputFile(
      path: Self.file(path, "index.md"), bytes: LanguageModelText.article(version, markdown))
  }

  /// A `mailto:` address with a subject and a text, percent-encoded as RFC 6068 asks.
  static func mailAddress(subject: String, body: String) -> String {
    func encoded(_ text: String) -> String {
      let digits = Array("0123456789ABCDEF".utf8)
      var result: [UInt8] = []
      for byte in text.utf8 {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: result.append(byte)
        default:
          result += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
        }
      }
      return String(decoding: result, as: UTF8.self)
    }
    return "mailto:?subject=\(encoded(subject))&body=\(encoded(body))"
  }

  /// The file that answers for a site path.
  static func file(_ path: String, _ name: String = "index.html") -> String {
    path.drop { $0 == "/" } + name
  }

  /// The articles before and after this one in its category.
  private func addNeighbours(
    of article: Article, in language: LanguageSite, to values: inout TemplateValues
  ) {
    values["hasNeighbours"] = false
    guard let place = language.places[article.number],
      let category = language.categoryIndex[article.category]
    else { return }
    let articles = language.categories[category].articles
    values["hasNeighbours"] = articles.count > 1
    if place > 0 { values["previous"] = link(to: articles[place - 1], in: language) }
    if place + 1 < articles.count { values["next"] = link(to: articles[place + 1], in: language) }
  }

  /// An article's title and address.
  func link(to number: Int, in language: LanguageSite) -> [String: String] {
    let (version, _) = context.catalog.articles[number].version(for: language.code)
    let path = language.paths[number] ?? version.permalink
    return ["title": version.title, "url": context.href(path)]
  }

  private func relatedCards(_ article: Article, _ language: LanguageSite) -> String {
    guard let related = context.related[language.code], related.indices.contains(article.number)
    else { return "" }
    return related[article.number].map { card($0, in: language) }.joined()
  }
}
