public import Markup

/// An article in one language.
public struct ArticleVersion: Sendable {
  /// The language.
  public var language: LanguageCode
  /// The title.
  public var title: String
  /// One sentence; may be empty.
  public var description: String
  /// The article's part of the address.
  public var slug: String
  /// Where it is, as a path from the site's base address: `/fr/articles/slug/`.
  public var permalink: String
  /// Words that people type and the text does not say.
  public var keywords: [String]
  /// Old addresses, as paths from the site's base address.
  public var aliases: [String]
  /// The headings.
  public var outline: Outline
  /// Links in order.
  public var links: [ArticleLink]
  /// Pictures and other media, in order.
  public var images: [ArticleLink]
  /// When it was last changed; nil when nobody knows.
  public var lastUpdated: CalendarDate?
  /// When somebody should read it again.
  public var reviewBy: CalendarDate?
  /// How long reading takes, at 200 words a minute; at least one.
  public var readingMinutes: Int
  /// How many words it has.
  public var wordCount: Int
  /// The file, relative to the content folder.
  public var path: String
  /// The file as diagnostics show it.
  public var displayPath: String
  /// Where the Markdown begins in the file, in bytes.
  public var bodyOffset: Int
  /// How it stands to the article in the default language.
  public var translation: TranslationStatus
  /// What templates may use.
  public var params: [String: ParameterValue]

  /// Makes a version from its parts.
  public init(
    language: LanguageCode, title: String, description: String = "", slug: String = "",
    permalink: String, keywords: [String] = [], aliases: [String] = [],
    outline: Outline = Outline(), links: [ArticleLink] = [], images: [ArticleLink] = [],
    lastUpdated: CalendarDate? = nil, reviewBy: CalendarDate? = nil, readingMinutes: Int = 1,
    wordCount: Int = 0, path: String = "", displayPath: String = "", bodyOffset: Int = 0,
    translation: TranslationStatus = .source, params: [String: ParameterValue] = [:]
  ) {
    self.language = language
    self.title = title
    self.description = description
    self.slug = slug
    self.permalink = permalink
    self.keywords = keywords
    self.aliases = aliases
    self.outline = outline
    self.links = links
    self.images = images
    self.lastUpdated = lastUpdated
    self.reviewBy = reviewBy
    self.readingMinutes = readingMinutes
    self.wordCount = wordCount
    self.path = path
    self.displayPath = displayPath
    self.bodyOffset = bodyOffset
    self.translation = translation
    self.params = params
  }
}
