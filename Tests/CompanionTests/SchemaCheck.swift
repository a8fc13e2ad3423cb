import Foundation
import HTTPTypes
import Testing

/// Holds answers against the schemas of the API's description.
struct SchemaCheck {
  private let schemas: [String: Any]

  init(_ site: TestSite) async throws {
    let description = try await site.ask(.get, "/api/openapi.json").json()
    schemas =
      try #require((description["components"] as? [String: Any])?["schemas"] as? [String: Any])
  }

  /// Expects every field that is there to be described, and every required one to be there.
  func check(_ value: [String: Any], _ name: String) throws {
    let schema = try #require(schemas[name] as? [String: Any])
    let properties = try #require(schema["properties"] as? [String: [String: Any]])
    let required = try #require(schema["required"] as? [String])
    #expect(Set(value.keys).subtracting(properties.keys).isEmpty, "\(name) has more fields")
    #expect(Set(required).subtracting(value.keys).isEmpty, "\(name) lacks fields")
    for (key, property) in properties {
      if let name = Self.reference(property), let inner = value[key] as? [String: Any] {
        try check(inner, name)
      }
      guard let items = property["items"] as? [String: Any], let name = Self.reference(items) else {
        continue
      }
      for inner in value[key] as? [[String: Any]] ?? [] { try check(inner, name) }
    }
  }

  private static func reference(_ schema: [String: Any]) -> String? {
    (schema["$ref"] as? String)?.split(separator: "/").last.map(String.init)
  }
}
