extension OpenAPIDescription {
  /// What searches, suggests and relates.
  static let searching = #"""
        "/api/v1/search": {
          "get": {
            "operationId": "search",
            "summary": "Searches the articles of one language.",
            "parameters": [
              {
                "name": "q",
                "in": "query",
                "description": "What to look for; nothing that can be typed is an error. Words in quotes must be neighbours, -word leaves articles out, category:, level: and tag: filter by a key of the site, lang: searches another language of it.",
                "schema": {"type": "string"}
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
                "schema": {"type": "integer", "minimum": 1, "maximum": 50, "default": 10}
              },
              {
                "name": "offset",
                "in": "query",
                "description": "How many to leave out.",
                "schema": {"type": "integer", "minimum": 0, "maximum": 10000, "default": 0}
              },
              {
                "name": "level",
                "in": "query",
                "description": "The key of the difficulty that suits the reader or agent. It tilts the order and filters nothing; a key that the site does not have changes nothing.",
                "schema": {"type": "string"}
              },
              {
                "name": "context",
                "in": "query",
                "description": "The conversation so far, which tilts the order. It is neither logged nor kept.",
                "schema": {"type": "string"}
              },
              {
                "name": "explain",
                "in": "query",
                "description": "1 adds to each hit how its score came about.",
                "schema": {"type": "string", "enum": ["0", "1", "false", "true"], "default": "0"}
              },
              {
                "name": "group",
                "in": "query",
                "description": "Groups the hits besides.",
                "schema": {"type": "string", "enum": ["category"]}
              }
            ],
            "responses": {
              "200": {
                "description": "What was found, best first.",
                "content": {"application/json": {"schema": {"$ref": "#/components/schemas/SearchResults"}}}
              },
              "400": {
                "description": "The request is not well-formed.",
                "content": {
                  "application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}
                }
              },
              "503": {
                "description": "Search is unavailable in this language: its index is missing or damaged.",
                "content": {
                  "application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}
                }
              }
            }
          }
        },
        "/api/v1/suggest": {
          "get": {
            "operationId": "suggest",
            "summary": "Completes what is being typed. It is not logged as a search.",
            "parameters": [
              {
                "name": "q",
                "in": "query",
                "description": "What was typed so far; lang: names another language of the site.",
                "schema": {"type": "string"}
              },
              {
                "name": "lang",
                "in": "query",
                "description": "A language of the site; by default the one that Accept-Language prefers.",
                "schema": {"type": "string"}
              },
              {
                "name": "limit",
                "in": "query",
                "description": "How many at most.",
                "schema": {"type": "integer", "minimum": 1, "maximum": 20, "default": 8}
              }
            ],
            "responses": {
              "200": {
                "description": "What may be meant, best first.",
                "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Suggestions"}}}
              },
              "400": {
                "description": "The request is not well-formed.",
                "content": {
                  "application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}
                }
              },
              "503": {
                "description": "Search is unavailable in this language: its index is missing or damaged.",
                "content": {
                  "application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}
                }
              }
            }
          }
        },
        "/api/v1/related": {
          "post": {
            "operationId": "findRelated",
            "summary": "Finds the articles that answer a conversation or a ticket, whatever its language. Nothing of it is logged.",
            "requestBody": {
              "required": true,
              "description": "At most 256 KiB.",
              "content": {"application/json": {"schema": {"$ref": "#/components/schemas/RelatedRequest"}}}
            },
            "responses": {
              "200": {
                "description": "The articles, one entry each, best first.",
                "content": {"application/json": {"schema": {"$ref": "#/components/schemas/RelatedArticles"}}}
              },
              "400": {
                "description": "The request is not well-formed.",
                "content": {
                  "application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}
                }
              },
              "413": {
                "description": "The body has more than 256 KiB.",
                "content": {
                  "application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}
                }
              },
              "503": {
                "description": "Search is unavailable in every language: the indexes are missing or damaged.",
                "content": {
                  "application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}
                }
              }
            }
          }
        },

    """#
}
