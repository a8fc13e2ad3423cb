import Foundation

/// Says in the API's description what only the server knows, or what is true of every operation: which
/// languages there are, what ids look like, that a field that may be left out may be null.
struct OpenAPICompletion {
  /// The languages of the site.
  let languages: [String]

  /// What ids in paths look like.
  private static let patterns = [
    "id": "^[A-Za-z0-9][A-Za-z0-9._/-]{0,200}$", "share_id": "^[0-9A-Za-z]{22}$",
    "message_id": "^[0-9]{1,18}$",
  ]
  /// Fields and values of the query that name a language of the site.
  private static let languageNames: Set<String> = ["lang", "only"]
  private static let span =
    "^(all|[1-9][0-9]{0,3}[hd]|20[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8]))$"

  /// The whole description; as it is if it cannot be read.
  func completed(_ description: [UInt8]) -> [UInt8] {
    guard
      var document = try? JSONSerialization.jsonObject(with: Data(description)) as? [String: Any],
      var paths = document["paths"] as? [String: [String: [String: Any]]],
      var components = document["components"] as? [String: Any],
      var schemas = components["schemas"] as? [String: [String: Any]]
    else { return description }
    var bodies: Set<String> = []
    for (path, methods) in paths {
      for (method, operation) in methods {
        paths[path]?[method] = completed(operation)
        if let name = Self.bodySchema(operation) { bodies.insert(name) }
      }
    }
    for name in bodies { schemas[name] = schemas[name].map(completedBody) }
    components["schemas"] = schemas
    document["components"] = components
    document["paths"] = paths
    let bytes = try? JSONSerialization.data(
      withJSONObject: document, options: [.sortedKeys, .withoutEscapingSlashes])
    return bytes.map { Array($0) } ?? description
  }

  private func completed(_ operation: [String: Any]) -> [String: Any] {
    var operation = operation
    if let parameters = operation["parameters"] as? [[String: Any]] {
      operation["parameters"] = parameters.map(completedParameter)
    }
    // The address may be malformed, and there may be too many requests, whatever is asked.
    var responses = operation["responses"] as? [String: Any] ?? [:]
    for status in [400, 429] where responses["\(status)"] == nil {
      let text = String(decoding: Operation.problem(status).bytes, as: UTF8.self)
      responses["\(status)"] = try? JSONSerialization.jsonObject(with: Data(text.utf8))
    }
    operation["responses"] = responses
    return operation
  }

  private func completedParameter(_ parameter: [String: Any]) -> [String: Any] {
    guard var schema = parameter["schema"] as? [String: Any], schema["type"] as? String == "string",
      let name = parameter["name"] as? String
    else { return parameter }
    var parameter = parameter
    let place = parameter["in"] as? String
    if place == "path", schema["pattern"] == nil {
      schema["pattern"] = Self.patterns[name]
    } else if place == "query", Self.languageNames.contains(name) {
      schema = ["type": "string", "enum": languages + [""]]
    } else if place == "query", let values = schema["enum"] as? [Any] {
      // A form sends what is not chosen as an empty value.
      schema["enum"] = values + [""]
    } else if place == "query", name == "since" {
      schema["pattern"] = Self.span
    }
    parameter["schema"] = schema
    return parameter
  }

  /// A field of a request that need not be there may be null, and an empty language is none.
  private func completedBody(_ schema: [String: Any]) -> [String: Any] {
    guard let properties = schema["properties"] as? [String: [String: Any]] else { return schema }
    var schema = schema
    let required = Set(schema["required"] as? [String] ?? [])
    schema["properties"] = Dictionary(
      uniqueKeysWithValues: properties.map { name, property in
        var property = property
        if name == "lang" { property["enum"] = languages + [""] }
        guard !required.contains(name) else { return (name, property) }
        if let type = property["type"] as? String { property["type"] = [type, "null"] }
        if let values = property["enum"] as? [Any] { property["enum"] = values + [NSNull()] }
        if let choices = property["anyOf"] as? [Any] {
          property["anyOf"] = choices + [["type": "null"]]
        }
        return (name, property)
      })
    return schema
  }

  private static func bodySchema(_ operation: [String: Any]) -> String? {
    let body = operation["requestBody"] as? [String: Any]
    let content = body?["content"] as? [String: [String: Any]]
    let schema = content?.values.compactMap { $0["schema"] as? [String: Any] }.first
    return (schema?["$ref"] as? String)?.split(separator: "/").last.map(String.init)
  }
}
