import EventLog

/// What the routes do that the desk uses besides sharing, for the API's description.
enum DeskOperations {
  static let showSelf = Operation(
    id: "showSelf", summary: "Who makes the request, and what they may do.", scope: .articles,
    replies: [.json(200, "Self", "The agent, or whom the token acts for.")])

  static let pin = Operation(
    id: "pin", summary: "Keeps an article at the agent's hand, or lets it go.", scope: .articles,
    parameters: [.article], body: .init(schema: "Pin", isRequired: true),
    replies: [.json(200, "Pin", "As it is now.")], problems: [404])

  static let markSolved = Operation(
    id: "markSolved", summary: "Says that an article solved a case.", scope: .articles,
    parameters: [.article], body: .init(schema: "Solved", isRequired: false),
    replies: [.json(202, "Counted", "It is stored.")], problems: [404])

  static let listen = Operation(
    id: "listen",
    summary:
      "What happens, as server-sent events: figures, articles, conversation, share, and with "
      + "the scope 'content' request.",
    scope: .articles,
    replies: [
      .init(
        status: 200, description: "A stream that stays open.", schema: .text,
        type: "text/event-stream")
    ], isUse: false)

  static let addMessages = Operation(
    id: "addMessages",
    summary:
      "Hands messages of a conversation on to the open desks of the agent whose token it is. "
      + "Nothing of them is kept.", scope: .articles,
    parameters: [
      .init(
        name: "id", place: .path, description: "The conversation, as the other system calls it.",
        schema: .fields([
          "type": "string", "maxLength": .integer(EventStreamController.longestName),
          // What no address may hold, whatever it names.
          "pattern": "^(?!\\.{1,2}$)[^\\u0000-\\u001F\\u007F\\u005C]+$",
        ]))
    ], body: .init(schema: "Messages", isRequired: true),
    replies: [.json(202, "DeskCount", "How many desks were told.")])

  static let report = Operation(
    id: "report", summary: "What is read, shared, asked and missing: what 'balise report' prints.",
    scope: .reports,
    parameters: [
      .since, .query("only", "Count what happened in this language only.", .text),
      .query(
        "category",
        "Count what happened to this category's articles only: no searches, which belong to none.",
        .text),
      .query(
        "agent",
        "Count what this agent did, and what came of it, only: no views, votes or searches.", .text),
      .query("lang", "The language of titles.", .text),
      .limit("How many entries a list has at most.", most: 200, default: 20),
      .query(
        "format", "For programs or for a spreadsheet.", .oneOf(["json", "csv"], default: "json")),
    ],
    replies: [
      .json(200, "Report", "The report."),
      .init(status: 200, description: "The report.", schema: .text, type: "text/csv"),
    ])

  static let summary = Operation(
    id: "summary", summary: "What happened in a period.", scope: .reports,
    parameters: [
      .since, .language, .limit("How many entries a list has at most.", most: 100, default: 10),
    ], replies: [.json(200, "Summary", "Totals and lists.")])
}
