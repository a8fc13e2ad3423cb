import HTTPTypes

/// The description of the API, as `/api/openapi.json` serves it.
enum OpenAPIDescription {
  /// An OpenAPI 3.1 document; a test compares it with the routes there are.
  static func text(_ routes: [Route]) -> String {
    opening + searching + articles + knowledge + writing + declared(routes) + components + schemas
      + knowledgeSchemas + searchSchemas
  }

  /// The addresses whose routes say themselves what they do.
  private static func declared(_ routes: [Route]) -> String {
    var methods: [(pattern: String, operations: [JSONValue.Field])] = []
    for route in routes {
      guard let operation = route.operation else { continue }
      let method = route.method.rawValue.lowercased()
      let field = JSONValue.Field(
        name: method, value: operation.json(pattern: route.pattern, method: method))
      if let index = methods.firstIndex(where: { $0.pattern == route.pattern }) {
        methods[index].operations.append(field)
      } else {
        methods.append((route.pattern, [field]))
      }
    }
    return methods.map { entry in
      let value = JSONValue.object(entry.operations).bytes
      return ",\n    \"\(entry.pattern)\": " + String(decoding: value, as: UTF8.self)
    }.joined() + "\n"
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
      "paths": {

    """#

  private static let articles = #"""
        "/api/v1/articles": {
          "get": {
            "operationId": "listArticles",
            "summary": "Lists the articles of one language.",
            "parameters": [
              {
                "name": "sort",
                "in": "query",
                "description": "The order: most viewed, best rated or last updated first.",
                "schema": {"type": "string", "enum": ["views", "rating", "updated"], "default": "views"}
              },
              {
                "name": "lang",
                "in": "query",
                "description": "A language of the site; by default the one that Accept-Language prefers.",
                "schema": {"type": "string"}
              },
              {
                "name": "category",
                "in": "query",
                "description": "Keys of categories; one of them must match.",
                "schema": {"type": "array", "items": {"type": "string"}},
                "style": "form",
                "explode": true
              },
              {
                "name": "difficulty",
                "in": "query",
                "description": "Keys of difficulties; one of them must match.",
                "schema": {"type": "array", "items": {"type": "string"}},
                "style": "form",
                "explode": true
              },
              {
                "name": "tag",
                "in": "query",
                "description": "Keys of tags; one of them must match.",
                "schema": {"type": "array", "items": {"type": "string"}},
                "style": "form",
                "explode": true
              },
              {
                "name": "limit",
                "in": "query",
                "description": "How many at most.",
                "schema": {"type": "integer", "minimum": 1, "maximum": 100, "default": 10}
              },
              {
                "name": "offset",
                "in": "query",
                "description": "How many to leave out.",
                "schema": {"type": "integer", "minimum": 0, "maximum": 100000, "default": 0}
              }
            ],
            "responses": {
              "200": {
                "description": "A part of the list.",
                "content": {"application/json": {"schema": {"$ref": "#/components/schemas/ArticleList"}}}
              },
              "400": {
                "description": "The request is not well-formed.",
                "content": {
                  "application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}
                }
              },
              "503": {
                "description": "The event log or the index cannot answer at present.",
                "content": {
                  "application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}
                }
              }
            }
          }
        },
        "/api/v1/articles/{id}": {
          "get": {
            "operationId": "showArticle",
            "summary": "One article with its numbers.",
            "parameters": [
              {
                "name": "id",
                "in": "path",
                "required": true,
                "description": "The article's permanent id; a slash in it may be written as it is.",
                "schema": {"type": "string"}
              },
              {
                "name": "lang",
                "in": "query",
                "description": "A language of the site; by default the one that Accept-Language prefers.",
                "schema": {"type": "string"}
              }
            ],
            "responses": {
              "200": {
                "description": "The article, in another language where it is not translated.",
                "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Article"}}}
              },
              "400": {
                "description": "The request is not well-formed.",
                "content": {
                  "application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}
                }
              },
              "404": {
                "description": "There is no such thing.",
                "content": {
                  "application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}
                }
              },
              "503": {
                "description": "The event log or the index cannot answer at present.",
                "content": {
                  "application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}
                }
              }
            }
          }
        },

    """#
}
