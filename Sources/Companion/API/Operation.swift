import EventLog

/// What a route of the API does, for whoever calls it: the API's description is written from it.
struct Operation: Sendable {
  /// A value in the path, the query or a header.
  struct Parameter: Sendable {
    /// Where it stands.
    enum Place: String, Sendable {
      case path, query, header
    }

    var name: String
    var place: Place
    var description: String
    /// A JSON schema.
    var schema: JSONValue
    /// Whether it is a list that may be repeated.
    var isList = false

    /// A value of the query.
    static func query(_ name: String, _ description: String, _ schema: JSONValue) -> Parameter {
      Parameter(name: name, place: .query, description: description, schema: schema)
    }
  }

  /// What the request holds besides.
  struct Body: Sendable {
    /// The name of a schema.
    var schema: String
    var isRequired: Bool
  }

  /// What the answer is when all goes well.
  struct Reply: Sendable {
    var status: Int
    var description: String
    /// A JSON schema; nil for an empty answer.
    var schema: JSONValue?
    /// The type of what is answered.
    var type = "application/json"
    /// The names of headers that matter.
    var headers: [String] = []

    /// An answer of a named schema.
    static func json(_ status: Int, _ schema: String, _ description: String) -> Reply {
      Reply(status: status, description: description, schema: .reference(schema))
    }

    /// An answer without a body.
    static func empty(_ status: Int, _ description: String) -> Reply {
      Reply(status: status, description: description, schema: nil)
    }
  }

  /// The name that generated clients call it by.
  var id: String
  /// One sentence.
  var summary: String
  /// What an agent needs to do it; nil for what anyone may do.
  var scope: AccessScope?
  var parameters: [Parameter] = []
  var body: Body?
  var replies: [Reply]
  /// The statuses of the problems that it answers with.
  var problems: [Int] = []
}

extension JSONValue {
  /// A reference to a schema of the description.
  static func reference(_ schema: String) -> JSONValue {
    .fields(["$ref": .string("#/components/schemas/\(schema)")])
  }

  /// The schema of a text.
  static let text: JSONValue = .fields(["type": "string"])

  /// The schema of a whole number within bounds.
  static func integer(_ bounds: ClosedRange<Int>, default value: Int) -> JSONValue {
    .fields([
      "type": "integer", "minimum": .integer(bounds.lowerBound),
      "maximum": .integer(bounds.upperBound), "default": .integer(value),
    ])
  }

  /// The schema of one of some texts.
  static func oneOf(_ values: [String]) -> JSONValue {
    .fields(["enum": .array(values.map { .string($0) })])
  }
}

extension [Operation.Parameter] {
  /// The part of a list.
  static let page: [Operation.Parameter] = [
    .query("limit", "How many at most.", .integer(1...100, default: 20)),
    .query("offset", "How many to leave out.", .integer(0...1_000_000_000, default: 0)),
  ]
}
