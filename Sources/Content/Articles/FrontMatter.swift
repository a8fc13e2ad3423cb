/// What an article says about itself, between its two `---` lines.
///
/// A value that is nil was not written; the catalog fills in what is inherited.
public struct FrontMatter: Sendable {
  /// The title.
  public var title: Located<String>?
  /// One sentence about the article.
  public var description: Located<String>?
  /// What names the article for ever.
  public var id: Located<ArticleID>?
  /// Its part of the address.
  public var slug: Located<String>?
  /// The key of its category.
  public var category: Located<String>?
  /// The key of its difficulty.
  public var difficulty: Located<String>?
  /// Its tags.
  public var tags: [Located<String>]?
  /// Words that people type and the text does not say.
  public var keywords: [String] = []
  /// The articles that the writer thinks of next.
  public var related: [Located<ArticleID>]?
  /// Old addresses.
  public var aliases: [Located<String>] = []
  /// Its place among others.
  public var weight: Located<Int>?
  /// Whether it is not to be published yet.
  public var draft = false
  /// Whether only a link leads to it.
  public var unlisted = false
  /// Who may read it.
  public var visibility: Located<Visibility>?
  /// When it was last changed.
  public var lastUpdated: Located<CalendarDate>?
  /// When somebody should read it again.
  public var reviewBy: Located<CalendarDate>?
  /// The hash of the original that this was translated from.
  public var sourceHash: Located<String>?
  /// What templates may use.
  public var params: [String: ParameterValue] = [:]
  /// Whether something here could not be read, so that what is missing may only seem to be.
  public var isFaulty = false

  /// Makes front matter that says nothing.
  public init() {}

  /// The keys, as articles write them.
  static let keys = [
    "title", "description", "id", "slug", "category", "difficulty", "tags", "keywords", "related",
    "aliases", "weight", "draft", "unlisted", "visibility", "lastUpdated", "reviewBy",
    "translation", "params",
  ]

  /// The names that other programs have for the same things, with ours.
  static let foreignKeys = [
    "lastmod": "lastUpdated", "last_update": "lastUpdated", "translationKey": "id",
    "categories": "category", "sidebar_position": "weight", "sidebar": "weight",
  ]
}
