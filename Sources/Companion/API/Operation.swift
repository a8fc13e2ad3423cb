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

    /// A part of the path, which holds what a pattern says.
    static func path(_ name: String, _ description: String, _ pattern: String) -> Parameter {
      Parameter(
        name: name, place: .path, description: description,
        schema: .fields(["type": "string", "pattern": .string(pattern)]))
    }
  }

  /// How often a client without a token may ask in a minute.
  enum RateClass: String, Sendable {
    /// As often as one reads and types.
    case reading = "read"
    /// As often as one writes.
    case writing = "write"
    /// As often as it likes.
    case unlimited
  }

  /// What the request holds besides.
  struct Body: Sendable {
    /// The name of a schema.
    var schema: String
    var isRequired: Bool
    /// What its schema does not say.
    var description: String?
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
  /// The statuses of the problems that it answers with, but for those that any route may have.
  var problems: [Int] = []
  /// How often it may be asked for; nil for what its method and its address say.
  var rate: RateClass?
  /// Whether it answers, whatever the event log and the index do.
  var standsAlone = false
  /// Whether asking for it is use of a session; browsers ask for some things by themselves.
  var isUse = true
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

  /// The schema of one of some texts, with what stands for none.
  static func oneOf(_ values: [String], default value: String? = nil) -> JSONValue {
    var schema = JSONValue.fields([
      "type": "string", "enum": .array(values.map { .string($0) }),
    ])
    if let value { schema.append("default", .string(value)) }
    return schema
  }
}
