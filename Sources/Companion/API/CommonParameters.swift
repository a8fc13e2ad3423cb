extension [Operation.Parameter] {
  /// The part of a list.
  static let page: [Operation.Parameter] = page(most: 100, default: 20, offset: 1_000_000_000)

  /// The part of a list, within bounds of its own.
  static func page(most: Int, default limit: Int, offset: Int) -> [Operation.Parameter] {
    [
      .limit("How many at most.", most: most, default: limit),
      .query("offset", "How many to leave out.", .integer(0...offset, default: 0)),
    ]
  }

  /// What articles have to have; each may be given several times.
  static let filters: [Operation.Parameter] = [
    ("category", "categories"), ("difficulty", "difficulties"), ("tag", "tags"),
  ].map { name, keys in
    Operation.Parameter(
      name: name, place: .query, description: "Keys of \(keys); one of them must match.",
      schema: .fields(["type": "array", "items": .text]), isList: true)
  }
}

extension Operation.Parameter {
  /// The article that a path names.
  static let article = Operation.Parameter.path(
    "id", "The article's permanent id; a slash in it may be written as it is.",
    "^[A-Za-z0-9][A-Za-z0-9._/-]{0,200}$")

  /// The share that a path names.
  static let share = Operation.Parameter.path("share_id", "The id of a share.", "^[0-9A-Za-z]{22}$")

  /// The message of the outbox that a path names.
  static let message = Operation.Parameter.path(
    "message_id", "The number of a message.", "^[0-9]{1,18}$")

  /// The language that is wanted.
  static let language = Operation.Parameter.query(
    "lang", "A language of the site; by default the one that Accept-Language prefers.", .text)

  /// When a period starts.
  static let since = Operation.Parameter.query(
    "since",
    "When the period starts: a span such as 30d or 12h, a date such as 2026-01-31, or all.",
    .fields([
      "type": "string", "default": "30d",
      "pattern":
        "^(all|[1-9][0-9]{0,3}[hd]|20[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8]))$",
    ]))

  /// How much of a list is wanted.
  static func limit(
    _ description: String, most: Int, default value: Int
  ) -> Operation.Parameter {
    .query("limit", description, .integer(1...most, default: value))
  }
}
