/// What the partial `search-results` shows: the answer to one query.
///
/// The server fills it in and puts the rendered HTML between `<!--balise:results-->` and
/// `<!--/balise:results-->` of a language's search page.
public struct SearchResultsContext: Sendable {
  /// One article that answers.
  public struct Hit: Sendable {
    /// The title as HTML: escaped, found words in `<mark>`.
    public var titleHTML: String
    /// Where it is, with the anchor of the section that answers.
    public var url: String
    /// Two lines of text as HTML: escaped, found words in `<mark>`.
    public var snippetHTML: String
    /// The category's label.
    public var category: String
    /// The category's icon, as `site.yaml` has it.
    public var categoryIcon: String
    /// The difficulty's key, label and icon; empty when it has none.
    public var difficultyKey: String
    /// The difficulty's label.
    public var difficulty: String
    /// The difficulty's icon.
    public var difficultyIcon: String
    /// How often it was read, when that is known.
    public var views: Int?
    /// Its rating from 0 to 5, when there are votes.
    public var rating: Double?
    /// When it was last changed, as `2026-03-03`.
    public var updated: String?
    /// The article's language where it is not the reader's.
    public var language: String?

    /// Makes a hit; what is not known stays out of the page.
    public init(
      titleHTML: String, url: String, snippetHTML: String = "", category: String = "",
      categoryIcon: String = "", difficultyKey: String = "", difficulty: String = "",
      difficultyIcon: String = "", views: Int? = nil, rating: Double? = nil,
      updated: String? = nil, language: String? = nil
    ) {
      self.titleHTML = titleHTML
      self.url = url
      self.snippetHTML = snippetHTML
      self.category = category
      self.categoryIcon = categoryIcon
      self.difficultyKey = difficultyKey
      self.difficulty = difficulty
      self.difficultyIcon = difficultyIcon
      self.views = views
      self.rating = rating
      self.updated = updated
      self.language = language
    }
  }

  /// The reader's language.
  public var language: String
  /// What was asked, as typed.
  public var query: String
  /// How many articles answer.
  public var total: Int
  /// The ones on this page, best first.
  public var hits: [Hit]
  /// What the reader may have meant, and the address that asks for it.
  public var suggestion: (text: String, url: String)?
  /// The address of the page before this one.
  public var previousURL: String?
  /// The address of the page after this one.
  public var nextURL: String?
  /// The address of the list of all articles.
  public var articlesURL: String
  /// Where a person can be asked.
  public var contactURL: String?
  /// Whether nothing can be searched at present; the page then says so instead of an answer.
  public var isUnavailable = false

  /// Makes the answer to a query.
  public init(
    language: String, query: String, total: Int, hits: [Hit],
    suggestion: (text: String, url: String)? = nil, previousURL: String? = nil,
    nextURL: String? = nil, articlesURL: String, contactURL: String? = nil
  ) {
    self.language = language
    self.query = query
    self.total = total
    self.hits = hits
    self.suggestion = suggestion
    self.previousURL = previousURL
    self.nextURL = nextURL
    self.articlesURL = articlesURL
    self.contactURL = contactURL
  }
}
