/// What the routes of searching do, for the API's description.
enum SearchOperations {
  static let search = Operation(
    id: "search", summary: "Searches the articles of one language.",
    parameters: [
      .query(
        "q",
        "What to look for; nothing that can be typed is an error. Words in quotes must be "
          + "neighbours, -word leaves articles out, category:, level: and tag: filter by a key of "
          + "the site, lang: searches another language of it.", .text),
      .language,
    ] + .filters + .page(most: 50, default: 10, offset: 10_000) + [
      .query(
        "level",
        "The key of the difficulty that suits the reader or agent. It tilts the order and filters "
          + "nothing; a key that the site does not have changes nothing.", .text),
      .query(
        "context",
        "The conversation so far, which tilts the order. It is neither logged nor kept.", .text),
      .query(
        "explain", "1 adds to each hit how its score came about.",
        .oneOf(["0", "1", "false", "true"], default: "0")),
      .query("group", "Groups the hits besides.", .oneOf(["category"])),
      .query(
        "visibility", "Whom the articles are for; agents find both kinds by default.",
        .oneOf(AgentsSearch.Visibility.allCases.map(\.rawValue))),
    ],
    replies: [.json(200, "SearchResults", "What was found, best first.")])

  static let suggest = Operation(
    id: "suggest", summary: "Completes what is being typed. It is not logged as a search.",
    parameters: [
      .query(
        "q", "What was typed so far; lang: names another language of the site.", .text),
      .language, .limit("How many at most.", most: 20, default: 8),
    ],
    replies: [.json(200, "Suggestions", "What may be meant, best first.")])

  static let related = Operation(
    id: "findRelated",
    summary: "Finds the articles that answer a conversation or a ticket, whatever its language. "
      + "Nothing of it is logged.",
    body: .init(schema: "RelatedRequest", isRequired: true, description: "At most 256 KiB."),
    replies: [.json(200, "RelatedArticles", "The articles, one entry each, best first.")],
    rate: .reading)
}
