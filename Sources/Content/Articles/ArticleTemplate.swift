/// The text of a new article, ready to be filled in.
public struct ArticleTemplate: Sendable {
  /// What names the article for ever.
  public var id: ArticleID
  /// Its language.
  public var language: LanguageCode
  /// The key of its category.
  public var category: String
  /// The key of its difficulty.
  public var difficulty: String
  /// Whether this is the original; translations inherit category, difficulty and tags.
  public var isSource: Bool

  /// Makes a template.
  public init(
    id: ArticleID, language: LanguageCode, category: String, difficulty: String, isSource: Bool
  ) {
    self.id = id
    self.language = language
    self.category = category
    self.difficulty = difficulty
    self.isSource = isSource
  }

  /// The text of a new article's file in one language.
  ///
  /// - Parameters:
  ///   - id: the article's identifier.
  ///   - language: the file's language.
  ///   - isSource: whether the others are translations of this file.
  ///   - category: a category's key; the site's first one when nil.
  ///   - difficulty: a difficulty's key; the site's first one when nil.
  ///   - site: the site.
  /// - Returns: front matter and an outline of the text.
  public static func text(
    id: String, language: LanguageCode, isSource: Bool, category: String?, difficulty: String?,
    site: SiteConfiguration
  ) -> String {
    ArticleTemplate(
      id: ArticleID(rawValue: id), language: language,
      category: category ?? site.categories.first?.key ?? "",
      difficulty: difficulty ?? site.difficulties.first?.key ?? "", isSource: isSource
    ).text
  }

  /// The file, with a draft that can be built as it stands.
  public var text: String {
    let isFrench = language.base == "fr"
    var lines = [
      "---", "title: \(title)", "description: \(isFrench ? "Une phrase." : "One sentence.")",
    ]
    lines.append("id: \(id)")
    if isSource {
      lines.append("category: \(category)")
      if !difficulty.isEmpty { lines.append("difficulty: \(difficulty)") }
      lines.append("tags: []")
    }
    lines += ["keywords: []", "draft: true", "---", ""]
    lines +=
      isFrench
      ? [
        "Ce que cet article permet de faire, en deux phrases.", "", "## Avant de commencer", "",
        "- Ce qu’il faut avoir sous la main.", "", "## Étapes", "", "1. La première étape.",
        "2. La deuxième étape.", "", "## Vérifier le résultat", "",
        "Ce que l’on voit quand tout est en ordre.",
      ]
      : [
        "What this article helps to do, in two sentences.", "", "## Before you start", "",
        "- What you need at hand.", "", "## Steps", "", "1. The first step.",
        "2. The second step.", "", "## Check the result", "",
        "What you see when all is well.",
      ]
    return lines.joined(separator: "\n") + "\n"
  }

  /// A title made from the identifier's last part: `reset-password` gives `Reset password`.
  private var title: String {
    let name = id.rawValue.split(separator: "/").last.map(String.init) ?? id.rawValue
    let words = name.split { $0 == "-" || $0 == "_" || $0 == "." }.joined(separator: " ")
    let text = words.prefix(1).uppercased() + words.dropFirst()
    // A title such as `2026` or `no` stays a text in every YAML reader.
    let isWord = text.utf8.allSatisfy { $0 == 0x20 || $0.isASCIIAlphanumeric || $0 >= 0x80 }
    return isWord && text.utf8.contains { $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A }
      ? text : "\"\(text)\""
  }
}
