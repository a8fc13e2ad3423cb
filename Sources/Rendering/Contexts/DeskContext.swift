/// What the page `desk` shows: the filters, and lists of articles to begin with.
public struct DeskContext: Sendable {
  /// A number of the day.
  public struct Figure: Sendable {
    /// What live events call it: `views`, `shares`, `empty` or `requests`.
    public var key: String
    /// How many.
    public var count: Int

    /// A number with its name.
    public init(key: String, count: Int) {
      self.key = key
      self.count = count
    }
  }

  /// The values of the filters.
  public struct Choices: Sendable {
    /// The categories.
    public var categories: [SearchFormContext.Choice]
    /// The difficulties.
    public var difficulties: [SearchFormContext.Choice]
    /// The tags.
    public var tags: [SearchFormContext.Choice]

    /// The values of each filter.
    public init(
      categories: [SearchFormContext.Choice], difficulties: [SearchFormContext.Choice],
      tags: [SearchFormContext.Choice]
    ) {
      self.categories = categories
      self.difficulties = difficulties
      self.tags = tags
    }
  }

  /// An article in a list.
  public struct Entry: Sendable {
    /// The permanent id.
    public var id: String
    /// The language it is read in.
    public var language: String
    /// The title.
    public var title: String
    /// Where it is.
    public var url: String
    /// The category's icon; may be empty.
    public var icon: String
    /// Whether it is for agents only.
    public var isInternal: Bool
    /// How often it was read or shared, where the list tells.
    public var count: Int?
    /// When it was changed, as `2026-01-31`, where the list tells.
    public var updated: String?

    /// An article with what its list tells.
    public init(
      id: String, language: String, title: String, url: String, icon: String = "",
      isInternal: Bool = false, count: Int? = nil, updated: String? = nil
    ) {
      self.id = id
      self.language = language
      self.title = title
      self.url = url
      self.icon = icon
      self.isInternal = isInternal
      self.count = count
      self.updated = updated
    }
  }

  /// A list of articles.
  public struct List: Sendable {
    /// What it is of: `pinned`, `viewed`, `shared` or `recent`.
    public var key: String
    /// The articles.
    public var articles: [Entry]

    /// A list of a kind.
    public init(key: String, articles: [Entry]) {
      self.key = key
      self.articles = articles
    }
  }

  /// A tag of what is read.
  public struct Tag: Sendable {
    /// The key.
    public var key: String
    /// The name.
    public var label: String
    /// How often its articles were read.
    public var count: Int

    /// A tag with its number.
    public init(key: String, label: String, count: Int) {
      self.key = key
      self.label = label
      self.count = count
    }
  }

  /// What stands around the page.
  public var frame: DeskFrame
  /// The numbers of the day.
  public var figures: [Figure]
  /// The values of the filters.
  public var choices: Choices
  /// Lists of articles to begin with.
  public var lists: [List]
  /// The tags of what is read.
  public var popularTags: [Tag]
  /// The origins of help-desk software that may speak to the page.
  public var origins: [String]
  /// Whether a mail goes to experts when they are asked.
  public var asksExperts: Bool
  /// Whether whoever looks may write articles, and is offered to where nothing is found.
  public var canWrite: Bool

  /// Makes a context from its parts.
  public init(
    frame: DeskFrame, figures: [Figure], choices: Choices, lists: [List], popularTags: [Tag],
    origins: [String], asksExperts: Bool = false, canWrite: Bool = false
  ) {
    self.frame = frame
    self.figures = figures
    self.choices = choices
    self.lists = lists
    self.popularTags = popularTags
    self.origins = origins
    self.asksExperts = asksExperts
    self.canWrite = canWrite
  }
}

extension TemplateLibrary {
  /// The page `desk`, whole.
  public func desk(_ context: DeskContext) -> [UInt8] {
    let templates = localized(context.frame.language)
    return templates.bytes("desk", context.fields(templates.strings))
  }
}

extension DeskContext {
  /// The fields that the template names.
  func fields(_ strings: StringTable) -> TemplateValues {
    let format = LocaleFormat(strings.language)
    func options(_ choices: [SearchFormContext.Choice]) -> [TemplateValues] {
      choices.map { choice in
        var fields: TemplateValues = ["key": choice.key, "label": choice.label]
        fields.set("icon", choice.icon)
        return fields
      }
    }
    var fields = frame.fields(strings)
    fields["isDesk"] = true
    fields["asksExperts"] = asksExperts
    fields["origins"] = origins.joined(separator: " ")
    fields["figures"] = figures.map { figure -> TemplateValues in
      [
        "key": figure.key, "label": strings["deskFigure-\(figure.key)"],
        "value": format.number(figure.count),
      ]
    }
    fields["categories"] = options(choices.categories)
    fields["difficulties"] = options(choices.difficulties)
    fields["tags"] = options(choices.tags)
    fields["hasTags"] = !choices.tags.isEmpty
    fields["lists"] = lists.map { list -> TemplateValues in
      [
        "key": list.key, "heading": strings["deskList-\(list.key)"],
        "isEmpty": list.articles.isEmpty,
        "articles": list.articles.map { $0.fields(format) },
      ]
    }
    fields["popularTags"] = popularTags.map { tag -> TemplateValues in
      ["key": tag.key, "label": tag.label, "count": format.number(tag.count)]
    }
    fields["hasPopularTags"] = !popularTags.isEmpty
    fields["texts"] = Self.texts(strings)
    if canWrite {
      // The page's script fills in what was searched, and in which language.
      fields["gap"] = ["query": "", "gapLang": "", "base": frame.base] as TemplateValues
    }
    return fields
  }

  /// The texts that the scripts use, as JSON.
  private static func texts(_ strings: StringTable) -> String {
    let shared: Set<String> = [
      "nothingFound", "nothingFoundFiltered", "suggestionLead", "searchFailed",
    ]
    return JSONText.object(
      strings.texts.filter { $0.key.hasPrefix("desk") || shared.contains($0.key) }
        .sorted { $0.key < $1.key }.map { ($0.key, .string($0.value)) }
    ).text
  }
}

extension DeskContext.Entry {
  fileprivate func fields(_ format: LocaleFormat) -> TemplateValues {
    var fields: TemplateValues = [
      "id": id, "language": language, "title": title, "url": url, "isInternal": isInternal,
    ]
    fields.set("icon", icon)
    fields.set("note", count.map(format.number) ?? updated.map(format.date(iso:)))
    return fields
  }
}
