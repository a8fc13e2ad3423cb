/// What the partial `popular` shows on the home page: the articles most worth reading.
///
/// The build fills it with articles by weight and date, under a heading that says so; the server
/// puts the most viewed ones between `<!--balise:popular-->` and `<!--/balise:popular-->`.
public struct PopularContext: Sendable {
  /// One article.
  public struct Item: Sendable {
    /// Its title, not escaped.
    public var title: String
    /// Its address.
    public var url: String
    /// The category's label.
    public var category: String
    /// The category's icon.
    public var categoryIcon: String
    /// How often it was read, when that is known.
    public var views: Int?

    /// Makes an item.
    public init(
      title: String, url: String, category: String = "", categoryIcon: String = "",
      views: Int? = nil
    ) {
      self.title = title
      self.url = url
      self.category = category
      self.categoryIcon = categoryIcon
      self.views = views
    }
  }

  /// How the articles were chosen, which the heading tells.
  public enum Choice: Sendable {
    /// By how often they were read.
    case mostViewed
    /// By the writers' weight.
    case featured
  }

  /// The reader's language.
  public var language: String
  /// How the articles were chosen.
  public var choice: Choice
  /// The articles, first to read first.
  public var items: [Item]

  /// Makes a list of articles.
  public init(language: String, choice: Choice, items: [Item]) {
    self.language = language
    self.choice = choice
    self.items = items
  }
}
