import Foundation

/// Says in the API's description what only the server knows, or what is true of every operation: which
/// languages and categories there are, that a field that may be left out may be null.
struct OpenAPICompletion {
  /// The languages of the site.
  let languages: [String]
  /// The keys of its categories.
  let categories: [String]

  /// Fields and values of the query that name a language of the site.
  private static let languageNames: Set<String> = ["lang", "only"]

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
    return operation
  }

  private func completedParameter(_ parameter: [String: Any]) -> [String: Any] {
    guard var schema = parameter["schema"] as? [String: Any], schema["type"] as? String == "string",
      let name = parameter["name"] as? String, parameter["in"] as? String == "query"
    else { return parameter }
    var parameter = parameter
    if Self.languageNames.contains(name) {
      schema = ["type": "string", "enum": languages + [""]]
    } else if name == "category" {
      schema = ["type": "string", "enum": categories + [""]]
    } else if let values = schema["enum"] as? [Any] {
      // A form sends what is not chosen as an empty value.
      schema["enum"] = values + [""]
    }
    parameter["schema"] = schema
    return parameter
  }

  /// No field but those that are described is taken, one that need not be there may be null, and an
  /// empty language is none.
  private func completedBody(_ schema: [String: Any]) -> [String: Any] {
    guard let properties = schema["properties"] as? [String: [String: Any]] else { return schema }
    var schema = schema
    let required = Set(schema["required"] as? [String] ?? [])
    schema["additionalProperties"] = false
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
