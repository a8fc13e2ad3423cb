extension OpenAPIDescription {
  /// What readers say, what is asked of writers, and what the desk does besides sharing.
  static let knowledge = #"""
        "/api/v1/articles/{id}/feedback": {
          "post": {
            "operationId": "vote",
            "summary": "Says what a reader thinks of an article. A visitor has one vote for an article and day; the last one counts.",
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
              "required": true,
              "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Vote"}}}
            },
            "responses": {
              "202": {
                "description": "The vote is stored, or ignored if a program sends it.",
                "content": {
                  "application/json": {"schema": {"$ref": "#/components/schemas/Counted"}}
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
                "description": "The event log cannot answer at present.",
                "content": {
                  "application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}
                }
              }
            }
          }
        },
        "/api/v1/articles/{id}/pin": {
          "put": {
            "operationId": "pin",
            "summary": "Keeps an article at the agent's hand, or lets it go.",
            "security": [{"agentToken": []}],
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
              "required": true,
              "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Pin"}}}
            },
            "responses": {
              "200": {
                "description": "As it is now.",
                "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Pin"}}}
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
              "403": {
                "description": "The scope is missing.",
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
                "description": "The event log cannot answer at present.",
                "content": {
                  "application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}
                }
              }
            }
          }
        },
        "/api/v1/articles/{id}/solved": {
          "post": {
            "operationId": "markSolved",
            "summary": "Says that an article solved a case.",
            "security": [{"agentToken": []}],
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
              "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Solved"}}}
            },
            "responses": {
              "202": {
                "description": "It is stored.",
                "content": {
                  "application/json": {"schema": {"$ref": "#/components/schemas/Counted"}}
                }
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
              "403": {
                "description": "The scope is missing.",
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
                "description": "The event log cannot answer at present.",
                "content": {
                  "application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}
                }
              }
            }
          }
        },
        "/api/v1/requests": {
          "post": {
            "operationId": "addRequest",
            "summary": "Asks for an expert, for an article, or for a correction. What is written is screened for personal data.",
            "requestBody": {
              "required": true,
              "content": {
                "application/json": {"schema": {"$ref": "#/components/schemas/HelpRequestBody"}}
              }
            },
            "responses": {
              "201": {
                "description": "Writers see it.",
                "content": {
                  "application/json": {"schema": {"$ref": "#/components/schemas/RequestReceipt"}}
                }
              },
              "202": {
                "description": "A program asked; nothing is stored.",
                "content": {
                  "application/json": {"schema": {"$ref": "#/components/schemas/RequestReceipt"}}
                }
              },
              "400": {
                "description": "The request is not well-formed.",
                "content": {
                  "application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}
                }
              },
              "403": {
                "description": "The scope is missing.",
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
                "description": "The event log cannot answer at present.",
                "content": {
                  "application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}
                }
              }
            }
          },
          "get": {
            "operationId": "listRequests",
            "summary": "What was asked of experts and writers, latest first.",
            "security": [{"agentToken": []}],
            "parameters": [
              {
                "name": "state",
                "in": "query",
                "description": "Which requests.",
                "schema": {"type": "string", "enum": ["open", "closed", "all"], "default": "open"}
              },
              {
                "name": "limit",
                "in": "query",
                "description": "How many at most.",
                "schema": {"type": "integer", "minimum": 1, "maximum": 500, "default": 50}
              }
            ],
            "responses": {
              "200": {
                "description": "The requests.",
                "content": {
                  "application/json": {"schema": {"$ref": "#/components/schemas/RequestList"}}
                }
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
              "403": {
                "description": "The scope is missing.",
                "content": {
                  "application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}
                }
              },
              "503": {
                "description": "The event log cannot answer at present.",
                "content": {
                  "application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}
                }
              }
            }
          }
        },
        "/api/v1/requests/{id}/close": {
          "post": {
            "operationId": "closeRequest",
            "summary": "Says that a request is done.",
            "security": [{"agentToken": []}],
            "parameters": [
              {
                "name": "id",
                "in": "path",
                "required": true,
                "description": "The id of the request.",
                "schema": {"type": "string"}
              }
            ],
            "responses": {
              "200": {
                "description": "The request.",
                "content": {
                  "application/json": {"schema": {"$ref": "#/components/schemas/HelpRequest"}}
                }
              },
              "401": {
                "description": "The token is missing, unknown or revoked.",
                "content": {
                  "application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}
                }
              },
              "403": {
                "description": "The scope is missing.",
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
                "description": "The event log cannot answer at present.",
                "content": {
                  "application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}
                }
              }
            }
          }
        },
        "/api/v1/requests/{id}/reopen": {
          "post": {
            "operationId": "reopenRequest",
            "summary": "Says that a request is not done after all.",
            "security": [{"agentToken": []}],
            "parameters": [
              {
                "name": "id",
                "in": "path",
                "required": true,
                "description": "The id of the request.",
                "schema": {"type": "string"}
              }
            ],
            "responses": {
              "200": {
                "description": "The request.",
                "content": {
                  "application/json": {"schema": {"$ref": "#/components/schemas/HelpRequest"}}
                }
              },
              "401": {
                "description": "The token is missing, unknown or revoked.",
                "content": {
                  "application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}
                }
              },
              "403": {
                "description": "The scope is missing.",
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
                "description": "The event log cannot answer at present.",
                "content": {
                  "application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}
                }
              }
            }
          }
        },
        "/api/v1/events": {
          "get": {
            "operationId": "listen",
            "summary": "What happens, as server-sent events: figures, articles, request, conversation.",
            "security": [{"agentToken": []}],
            "responses": {
              "200": {
                "description": "A stream that stays open.",
                "content": {"text/event-stream": {}}
              },
              "401": {
                "description": "The token is missing, unknown or revoked.",
                "content": {
                  "application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}
                }
              },
              "403": {
                "description": "The scope is missing.",
                "content": {
                  "application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}
                }
              },
              "503": {
                "description": "Too many desks are open, or the event log cannot answer.",
                "content": {
                  "application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}
                }
              }
            }
          }
        },
        "/api/v1/conversations/{id}/messages": {
          "post": {
            "operationId": "addMessages",
            "summary": "Hands messages of a conversation on to the open desks of the agent whose token it is. Nothing of them is kept.",
            "security": [{"agentToken": []}],
            "parameters": [
              {
                "name": "id",
                "in": "path",
                "required": true,
                "description": "The conversation, as the other system calls it.",
                "schema": {"type": "string"}
              }
            ],
            "requestBody": {
              "required": true,
              "content": {
                "application/json": {"schema": {"$ref": "#/components/schemas/Messages"}}
              }
            },
            "responses": {
              "202": {
                "description": "How many desks were told.",
                "content": {
                  "application/json": {"schema": {"$ref": "#/components/schemas/DeskCount"}}
                }
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
              "403": {
                "description": "The scope is missing.",
                "content": {
                  "application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}
                }
              },
              "413": {
                "description": "The body is too large.",
                "content": {
                  "application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}
                }
              }
            }
          }
        },
        "/api/v1/stats/report": {
          "get": {
            "operationId": "report",
            "summary": "What is read, shared, asked and missing: what 'balise report' prints.",
            "security": [{"agentToken": []}],
            "parameters": [
              {
                "name": "since",
                "in": "query",
                "description": "When the period starts: a span such as 30d or 12h, a date such as 2026-01-31, or all.",
                "schema": {"type": "string", "default": "30d"}
              },
              {
                "name": "only",
                "in": "query",
                "description": "Count what happened in this language only.",
                "schema": {"type": "string"}
              },
              {
                "name": "lang",
                "in": "query",
                "description": "The language of titles.",
                "schema": {"type": "string"}
              },
              {
                "name": "limit",
                "in": "query",
                "description": "How many entries a list has at most.",
                "schema": {"type": "integer", "minimum": 1, "maximum": 200, "default": 20}
              },
              {
                "name": "format",
                "in": "query",
                "description": "For programs or for a spreadsheet.",
                "schema": {"type": "string", "enum": ["json", "csv"], "default": "json"}
              }
            ],
            "responses": {
              "200": {
                "description": "The report.",
                "content": {
                  "application/json": {"schema": {"$ref": "#/components/schemas/Report"}},
                  "text/csv": {"schema": {"type": "string"}}
                }
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
              "403": {
                "description": "The scope is missing.",
                "content": {
                  "application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}
                }
              },
              "503": {
                "description": "The event log cannot answer at present.",
                "content": {
                  "application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}
                }
              }
            }
          }
        },

    """#
}
