import EventLog

/// What the routes do that readers use, and those for what readers ask, for the API's description.
enum ReaderOperations {
  static let listArticles = Operation(
    id: "listArticles", summary: "Lists the articles of one language.",
    parameters: [
      .query(
        "sort", "The order: most viewed, best rated or last updated first.",
        .oneOf(["views", "rating", "updated"], default: "views")),
      .language,
    ] + .filters + .page(most: 100, default: 10, offset: 100_000),
    replies: [.json(200, "ArticleList", "A part of the list.")])

  static let showArticle = Operation(
    id: "showArticle", summary: "One article with its numbers.", parameters: [.article, .language],
    replies: [
      .json(200, "Article", "The article, in another language where it is not translated.")
    ], problems: [404])

  static let countView = Operation(
    id: "countView", summary: "Counts a view.", parameters: [.article],
    body: .init(schema: "View", isRequired: false),
    replies: [
      .json(202, "Counted", "The view is counted, and survives a power cut; or it is ignored.")
    ], problems: [404])

  static let vote = Operation(
    id: "vote",
    summary: "Says what a reader thinks of an article. A visitor has one vote for an article and "
      + "day; the last one counts.", parameters: [.article],
    body: .init(schema: "Vote", isRequired: true),
    replies: [.json(202, "Counted", "The vote is stored, or ignored if a program sends it.")],
    problems: [404])

  static let addRequest = Operation(
    id: "addRequest",
    summary: "Asks for an expert, for an article, or for a correction. What is written is screened "
      + "for personal data.", body: .init(schema: "HelpRequestBody", isRequired: true),
    replies: [
      .json(201, "RequestReceipt", "Writers see it."),
      .json(202, "RequestReceipt", "A program asked; nothing is stored."),
    ], problems: [403, 404])

  static let listRequests = Operation(
    id: "listRequests", summary: "What was asked of experts and writers, latest first.",
    scope: .content,
    parameters: [
      .query("state", "Which requests.", .oneOf(["open", "closed", "all"], default: "open"))
    ] + .page(most: 500, default: 50, offset: 1_000_000_000),
    replies: [.json(200, "RequestList", "A part of the list.")])

  static let closeRequest = settling("closeRequest", "Says that a request is done.")

  static let reopenRequest = settling(
    "reopenRequest", "Says that a request is not done after all.")

  private static func settling(_ id: String, _ summary: String) -> Operation {
    Operation(
      id: id, summary: summary, scope: .content,
      parameters: [.path("id", "The id of the request.", "^[0-9A-Za-z_-]{1,100}$")],
      replies: [.json(200, "HelpRequest", "The request.")], problems: [404])
  }
}
