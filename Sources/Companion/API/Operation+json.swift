import HTTPTypes

extension Operation {
  /// The operation as an OpenAPI document has it.
  func json(_ route: Route) -> JSONValue {
    let takesKey = route.method == .post
    var value = JSONValue.fields([
      "operationId": .string(id), "summary": .string(summary),
    ])
    if scope != nil {
      value.append(
        "security", .array([.fields(["agentToken": []]), .fields(["session": []])]))
    }
    if route.rate != .unlimited { value.append("x-rate-limit", .string(route.rate.rawValue)) }
    let all = parameters + (takesKey ? [Self.idempotencyKey] : [])
    if !all.isEmpty { value.append("parameters", .array(all.map(\.json))) }
    if let body { value.append("requestBody", body.json) }
    // A key that came with another body is 422, one whose first request is being answered 409.
    let repeated = takesKey ? [409, 422] : []
    let limited = route.rate == .unlimited ? [] : [429]
    let described = Set(replies.map(\.status))
    var answers: [JSONValue.Field] = []
    for status in described.sorted() {
      answers.append(
        .init(name: "\(status)", value: Self.json(replies.filter { $0.status == status })))
    }
    for status in Set(problems + commonProblems + repeated + limited).subtracting(described)
      .sorted()
    {
      answers.append(.init(name: "\(status)", value: Self.problem(status)))
    }
    value.append("responses", .object(answers))
    return value
  }

  /// What any route answers with: the address may be malformed.
  private var commonProblems: [Int] {
    [400] + (scope == nil ? [] : [401, 403]) + (body == nil ? [] : [413])
      + (standsAlone ? [] : [503])
  }

  /// The answers of one status, each of another type.
  private static func json(_ replies: [Reply]) -> JSONValue {
    var value = JSONValue.fields(["description": .string(replies.first?.description ?? "")])
    let headers = replies.flatMap(\.headers)
    if !headers.isEmpty {
      value.append(
        "headers",
        .object(headers.map { .init(name: $0, value: .fields(["schema": .text])) }))
    }
    let content = replies.compactMap { reply in
      reply.schema.map { JSONValue.Field(name: reply.type, value: .fields(["schema": $0])) }
    }
    if !content.isEmpty { value.append("content", .object(content)) }
    return value
  }

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

extension Operation.Body {
  fileprivate var json: JSONValue {
    var value = JSONValue.fields(["required": .bool(isRequired)])
    if let description { value.append("description", .string(description)) }
    value.append(
      "content", .fields(["application/json": .fields(["schema": .reference(schema)])]))
    return value
  }
}
