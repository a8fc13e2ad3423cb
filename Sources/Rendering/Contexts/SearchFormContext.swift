/// What the partial `search-form` shows: a query and the filters chosen.
///
/// The server puts the rendered HTML between `<!--balise:query-->` and `<!--/balise:query-->` of a
/// language's search page.
public struct SearchFormContext: Sendable {
  /// One value of a filter.
  public struct Choice: Sendable {
    /// The value that the address carries.
    public var key: String
    /// What readers see.
    public var label: String
    /// The icon before the label; may be empty.
    public var icon: String
    /// How many articles it leaves of the answer; nil while nothing is asked.
    public var count: Int?

    /// Makes a choice.
    public init(key: String, label: String, icon: String = "", count: Int? = nil) {
      self.key = key
      self.label = label
      self.icon = icon
      self.count = count
    }
  }

  /// The reader's language.
  public var language: String
  /// What was asked, as typed.
  public var query: String
  /// The categories to choose from, and the one chosen.
  public var categories: [Choice]
  /// The key of the category chosen.
  public var category: String?
  /// The difficulties to choose from.
  public var difficulties: [Choice]
  /// The key of the difficulty chosen.
  public var difficulty: String?
  /// The tags to choose from.
  public var tags: [Choice]
  /// The key of the tag chosen.
  public var tag: String?
  /// The address of the search page.
  public var action: String
  /// The address of the script that searches in place; empty for none.
  public var module: String

  /// Makes a form.
  public init(
    language: String, query: String = "", categories: [Choice], category: String? = nil,
    difficulties: [Choice], difficulty: String? = nil, tags: [Choice], tag: String? = nil,
    action: String, module: String = ""
  ) {
    self.language = language
    self.query = query
    self.categories = categories
    self.category = category
    self.difficulties = difficulties
    self.difficulty = difficulty
    self.tags = tags
    self.tag = tag
    self.action = action
    self.module = module
  }
}
