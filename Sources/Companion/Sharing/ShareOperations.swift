import EventLog

/// What the routes of shares do, for the API's description.
enum ShareOperations {
  static let create = Operation(
    id: "shareArticle", summary: "Makes a link for a customer, and has it sent.", scope: .shares,
    parameters: [.article], body: .init(schema: "ShareRequest", isRequired: false),
    replies: [.json(201, "NewShare", "The link, and a message that holds it.")],
    problems: [404, 422, 501])

  static let list = Operation(
    id: "listShares", summary: "Lists shares with what became of them, the last one first.",
    scope: .shares,
    parameters: [
      .query("conversation_id", "Only those of this conversation.", .text),
      .query("mine", "Only those of whoever asks: 1.", .oneOf(["0", "1", "true", "false"])),
    ] + .page, replies: [.json(200, "ShareList", "A part of the list.")])

  static let show = Operation(
    id: "showShare", summary: "One share with what became of it.", scope: .shares,
    parameters: [.share], replies: [.json(200, "Share", "The share.")], problems: [404])

  static let revoke = Operation(
    id: "revokeShare",
    summary: "Makes a share's link work no more, and keeps its message from being sent.",
    scope: .shares, parameters: [.share], replies: [.empty(204, "The link leads nowhere now.")],
    problems: [404])

  static let undo = Operation(
    id: "undoShare", summary: "Takes a share back before its message is sent.", scope: .shares,
    parameters: [.share], replies: [.json(200, "UndoneShare", "The share has never been.")],
    problems: [404, 409])

  static let listMessages = Operation(
    id: "listMessages", summary: "Lists messages of the outbox, the last changed first.",
    scope: .admin,
    parameters: [
      .query(
        "state", "How far they have got; dead ones by default.",
        .oneOf(["waiting", "sent", "bounced", "dead"]))
    ] + .page, replies: [.json(200, "MessageList", "A part of the list.")])

  static let resendMessage = Operation(
    id: "resendMessage", summary: "Has a message that was given up sent again.", scope: .admin,
    parameters: [.message], replies: [.json(202, "ResentMessage", "It will be sent.")],
    problems: [409])

  static let open = Operation(
    id: "openShare", summary: "Leads a customer to the shared article, and counts the opening.",
    parameters: [.share],
    replies: [
      .init(
        status: 302, description: "The article, in the customer's language.",
        headers: ["Location"]),
      page(404, "A page that says that there is no such link, or that the article is gone."),
      page(410, "A page that says that the link has expired, or was revoked."),
    ])

  private static func page(_ status: Int, _ description: String) -> Operation.Reply {
    .init(status: status, description: description, schema: .text, type: "text/html")
  }
}
