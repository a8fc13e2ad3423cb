import HTTPTypes

/// The description of the API, as `/api/openapi.json` serves it: an OpenAPI 3.1 document that is written
/// from the declarations that route.
enum OpenAPIDescription {
  /// The description of some routes; pages are not in it.
  static func text(_ routes: [Route]) -> String {
    opening + paths(routes) + "," + components + schemas + knowledgeSchemas + searchSchemas
  }

  private static func paths(_ routes: [Route]) -> String {
    var paths: [JSONValue.Field] = []
    for route in routes {
      guard let operation = route.operation else { continue }
      let name = route.method.rawValue.lowercased()
      if let index = paths.firstIndex(where: { $0.name == route.pattern }) {
        paths[index].value.append(name, operation.json(route))
      } else {
        let methods = [JSONValue.Field(name: name, value: operation.json(route))]
        paths.append(JSONValue.Field(name: route.pattern, value: .object(methods)))
      }
    }
    return "\"paths\": " + String(decoding: JSONValue.object(paths).bytes, as: UTF8.self)
  }

  private static let opening = #"""
    {
      "openapi": "3.1.0",
      "info": {
        "title": "Balise",
        "version": "1",
        "description": "Searches a help centre, counts what is read, and shares articles. Errors are problem details (RFC 9457).",
        "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"}
      },

    """#

  private static let components = #"""
      "components": {
        "securitySchemes": {
          "session": {
            "type": "apiKey",
            "in": "cookie",
            "name": "__Host-balise",
            "description": "The session of an agent who signed in at /desk/sign-in; called balise where the server has no TLS. What changes something needs the header X-CSRF-Token too."
          },
          "agentToken": {
            "type": "http",
            "scheme": "bearer",
            "description": "A token that 'balise agent add' shows once; it begins with bal_."
          }
        },

    """#
}
