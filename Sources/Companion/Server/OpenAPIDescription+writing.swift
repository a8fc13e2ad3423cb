extension OpenAPIDescription {
  /// The middle of the document: what writes events, and what operators ask.
  static let writing = #"""
        "/api/v1/articles/{id}/views": {
          "post": {
            "operationId": "countView",
            "summary": "Counts a view.",
            "parameters": [
              {
                "name": "id",
                "in": "path",
                "required": true,
                "description": "The article's permanent id; a slash in it may be written as it is.",
                "schema": {"type": "string"}
              }
            ],
            "requestBody": {
              "required": false,
              "content": {"application/json": {"schema": {"$ref": "#/components/schemas/View"}}}
            },
            "responses": {
              "202": {
                "description": "The view is counted, and survives a power cut; or it is ignored.",
                "content": {
                  "application/json": {
                    "schema": {"$ref": "#/components/schemas/Counted"}
                  }
                }
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
              "413": {
                "description": "The body is too large.",
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
        "/s/{share_id}": {
          "get": {
            "operationId": "openShare",
            "summary": "Leads a customer to the shared article, and counts the opening.",
            "parameters": [
              {
                "name": "share_id",
                "in": "path",
                "required": true,
                "description": "The id from a share's link.",
                "schema": {"type": "string"}
              }
            ],
            "responses": {
              "302": {
                "description": "The article, in the customer's language.",
                "headers": {"Location": {"schema": {"type": "string"}}}
              },
              "410": {
                "description": "A page that says that the link has expired, or was revoked.",
                "content": {"text/html": {}}
              },
              "404": {
                "description": "A page that says that there is no such link, or that the article is gone.",
                "content": {"text/html": {}}
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
        "/api/v1/stats/summary": {
          "get": {
            "operationId": "summary",
            "summary": "What happened in a period.",
            "security": [{"agentToken": []}],
            "parameters": [
              {
                "name": "since",
                "in": "query",
                "description": "When the period starts: a span such as 30d or 12h, a date such as 2026-01-31, or all.",
                "schema": {"type": "string", "default": "30d"}
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
                "description": "How many entries a list has at most.",
                "schema": {"type": "integer", "minimum": 1, "maximum": 100, "default": 10}
              }
            ],
            "responses": {
              "200": {
                "description": "Totals and lists.",
                "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Summary"}}}
              },
              "400": {
                "description": "The request is not well-formed.",
                "content": {
                  "application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}
                }
              },
              "401": {
                "description": "The token is missing, unknown or revoked.",
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
        "/healthz": {
          "get": {
            "operationId": "health",
            "summary": "Whether the process answers.",
            "responses": {
              "200": {
                "description": "It does.",
                "content": {
                  "application/json": {
                    "schema": {
                      "type": "object",
                      "required": ["status"],
                      "properties": {"status": {"const": "ok"}}
                    }
                  }
                }
              }
            }
          }
        },
        "/readyz": {
          "get": {
            "operationId": "readiness",
            "summary": "Whether the site is loaded and the event log answers.",
            "responses": {
              "200": {
                "description": "Both.",
                "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Readiness"}}}
              },
              "503": {
                "description": "The event log does not answer.",
                "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Readiness"}}}
              }
            }
          }
        },
        "/api/openapi.json": {
          "get": {
            "operationId": "description",
            "summary": "This description.",
            "responses": {
              "200": {
                "description": "An OpenAPI 3.1 document.",
                "content": {"application/json": {"schema": {"type": "object"}}}
              }
            }
          }
        }
    """#

  /// What follows the addresses.
  static let components = #"""
      },
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
