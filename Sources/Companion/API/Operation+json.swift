extension Operation {
  /// The operation as an OpenAPI document has it.
  func json(pattern: String, method: String) -> JSONValue {
    var value = JSONValue.fields([
      "operationId": .string(id), "summary": .string(summary),
    ])
    if scope != nil {
      value.append(
        "security", .array([.fields(["agentToken": []]), .fields(["session": []])]))
    }
    var all = Self.pathParameters(pattern) + parameters
    if method == "post" { all.append(Self.idempotencyKey) }
    if !all.isEmpty { value.append("parameters", .array(all.map(\.json))) }
    if let body {
      value.append(
        "requestBody",
        .fields([
          "required": .bool(body.isRequired),
          "content": .fields([
            "application/json": .fields(["schema": .reference(body.schema)])
          ]),
        ]))
    }
    var answers = replies.map { JSONValue.Field(name: "\($0.status)", value: $0.json) }
    // A key that came with another body is 422, one whose first request is being answered 409.
    let repeated = method == "post" ? [409, 422] : []
    for status in Set(problems + commonProblems + repeated).sorted() {
      answers.append(JSONValue.Field(name: "\(status)", value: Self.problem(status)))
    }
    value.append("responses", .object(answers))
    return value
  }

  private var commonProblems: [Int] {
    (scope == nil ? [503] : [401, 403, 503]) + (body == nil ? [] : [413]) + [400, 429]
  }

  private static func pathParameters(_ pattern: String) -> [Parameter] {
    pattern.split(separator: "/").filter { $0.hasPrefix("{") }.map { name in
      let name = String(name.dropFirst().dropLast())
      return Parameter(
        name: name, place: .path, description: descriptions[name] ?? "Which one.", schema: .text)
    }
  }

  private static let descriptions = [
    "id": "The article's permanent id; a slash in it may be written as it is.",
    "share_id": "The id of a share.", "message_id": "The number of a message.",
  ]

  private static let idempotencyKey = Parameter(
    name: "Idempotency-Key", place: .header,
    description: "A request that is sent again with the same key within a day is answered as the "
      + "first one was, and changes nothing more.",
    schema: .fields(["type": "string", "pattern": "^[!-~]{1,200}$"]))

  /// A problem, as every status from 400 on is worded.
  static func problem(_ status: Int) -> JSONValue {
    .fields([
      "description": .string(problemTexts[status] ?? "The request is refused."),
      "content": .fields([
        "application/problem+json": .fields(["schema": .reference("Problem")])
      ]),
    ])
  }

  private static let problemTexts = [
    400: "The request is not well-formed.",
    401: "The token or the session is missing, unknown or has ended.",
    403: "The token or the role does not suffice.",
    404: "There is no such thing.",
    409: "What is asked for does not go with how things are.",
    413: "The body is too large.",
    422: "A field holds what it may not; the problem names it.",
    429: "There were too many requests.",
    501: "This server is not set up for that.",
    503: "The event log or the index cannot answer at present.",
  ]
}

extension Operation.Parameter {
  fileprivate var json: JSONValue {
    var value = JSONValue.fields(["name": .string(name), "in": .string(place.rawValue)])
    if place == .path { value.append("required", true) }
    value.append("description", .string(description))
    value.append("schema", schema)
    if isList {
      value.append("style", "form")
      value.append("explode", true)
    }
    return value
  }
}

extension Operation.Reply {
  fileprivate var json: JSONValue {
    var value = JSONValue.fields(["description": .string(description)])
    if !headers.isEmpty {
      value.append(
        "headers",
        .object(
          headers.map {
            JSONValue.Field(name: $0, value: .fields(["schema": .text]))
          }))
    }
    if let schema {
      value.append("content", .object([.init(name: type, value: .fields(["schema": schema]))]))
    }
    return value
  }
}
