extension OpenAPIDescription {
  /// What the requests and answers of ``knowledge`` hold.
  static let knowledgeSchemas = #"""
        "Counted": {
          "type": "object",
          "required": ["status"],
          "properties": {
            "status": {
              "enum": ["counted", "ignored"],
              "description": "ignored: a program asked, or a reader who does not want to be counted."
            }
          }
        },
        "Vote": {
          "type": "object",
          "required": [],
          "properties": {
            "lang": {"type": "string"},
            "helpful": {"type": "boolean"},
            "rating": {"type": "integer", "minimum": 1, "maximum": 5},
            "reason": {"type": "string", "maxLength": 35, "pattern": "^[A-Za-z0-9_-]*$"},
            "comment": {
              "type": "string",
              "maxLength": 2000,
              "description": "Screened for personal data before it is stored."
            }
          },
          "anyOf": [
            {"required": ["helpful"], "properties": {"helpful": {"type": "boolean"}}},
            {"required": ["rating"], "properties": {"rating": {"type": "integer"}}},
            {"required": ["reason"], "properties": {"reason": {"type": "string", "minLength": 1}}},
            {"required": ["comment"], "properties": {"comment": {"type": "string", "pattern": "\\S"}}}
          ]
        },
        "Pin": {
          "type": "object",
          "required": ["pinned"],
          "properties": {
            "pinned": {"type": "boolean"}
          }
        },
        "Solved": {
          "type": "object",
          "required": [],
          "properties": {
            "lang": {"type": "string"},
            "conversation_id": {"type": "string"}
          }
        },
        "HelpRequestBody": {
          "type": "object",
          "required": ["kind"],
          "properties": {
            "kind": {"enum": ["expert", "article", "mistake"]},
            "lang": {"type": "string"},
            "article": {"type": "string", "description": "The article's id; a mistake needs one."},
            "query": {"type": "string", "maxLength": 400},
            "text": {"type": "string", "maxLength": 2000},
            "conversation_id": {"type": "string"}
          },
          "anyOf": [
            {"properties": {"kind": {"const": "expert"}}},
            {
              "required": ["article", "text"],
              "properties": {
                "kind": {"const": "mistake"},
                "article": {"type": "string"},
                "text": {"type": "string", "pattern": "\\S"}
              }
            },
            {
              "required": ["text"],
              "properties": {
                "kind": {"const": "article"}, "text": {"type": "string", "pattern": "\\S"}
              }
            },
            {
              "required": ["query"],
              "properties": {
                "kind": {"const": "article"}, "query": {"type": "string", "pattern": "\\S"}
              }
            }
          ]
        },
        "RequestReceipt": {
          "type": "object",
          "required": ["id", "status"],
          "properties": {
            "id": {"type": ["string", "null"]},
            "status": {"enum": ["open", "ignored"]}
          }
        },
        "HelpRequest": {
          "type": "object",
          "required": [
            "id",
            "kind",
            "time",
            "article",
            "lang",
            "query",
            "text",
            "agent",
            "conversation_id",
            "closed"
          ],
          "properties": {
            "id": {"type": "string"},
            "kind": {"enum": ["expert", "article", "mistake"]},
            "time": {"type": "string", "format": "date-time"},
            "article": {"type": ["string", "null"]},
            "lang": {"type": "string"},
            "query": {"type": ["string", "null"]},
            "text": {"type": ["string", "null"]},
            "agent": {"type": ["string", "null"]},
            "conversation_id": {"type": ["string", "null"]},
            "closed": {"type": ["string", "null"], "format": "date-time"}
          }
        },
        "RequestList": {
          "type": "object",
          "required": ["total", "requests"],
          "properties": {
            "total": {"type": "integer", "minimum": 0},
            "requests": {"type": "array", "items": {"$ref": "#/components/schemas/HelpRequest"}}
          }
        },
        "Messages": {
          "type": "object",
          "required": ["messages"],
          "properties": {
            "messages": {
              "type": "array",
              "maxItems": 200,
              "items": {
                "type": "object",
                "required": ["text"],
                "additionalProperties": false,
                "properties": {"from": {"type": ["string", "null"]}, "text": {"type": "string"}}
              }
            },
            "lang": {"type": "string"},
            "level": {"type": "string"},
            "customer": {
              "type": "object",
              "required": [],
              "additionalProperties": false,
              "properties": {
                "name": {"type": ["string", "null"]},
                "company": {"type": ["string", "null"]},
                "product": {
                  "type": ["object", "null"], "additionalProperties": {"type": "string"}
                },
                "email": {"type": ["string", "null"]},
                "plan": {
                  "type": ["string", "null"],
                  "description": "What the customer has bought: desk.plans of site.yaml says which level suits it."
                }
              }
            },
            "whole": {
              "type": "boolean",
              "description": "Whether these messages take the place of those before."
            }
          }
        },
        "DeskCount": {
          "type": "object",
          "required": ["desks"],
          "properties": {
            "desks": {"type": "integer", "minimum": 0}
          }
        },
        "Report": {
          "type": "object",
          "required": [
            "totals",
            "days",
            "mostViewed",
            "mostShared",
            "topQueries",
            "emptyQueries",
            "unclickedQueries",
            "withheldSearches",
            "gaps",
            "viewsBySource",
            "funnel",
            "fallenRatings",
            "stalePages",
            "comments",
            "languages",
            "categories",
            "agents",
            "openRequests"
          ],
          "properties": {
            "since": {"type": "string"},
            "until": {"type": "string"},
            "previousSince": {"type": "string"},
            "totals": {
              "type": "object",
              "additionalProperties": {"type": "integer", "minimum": 0}
            },
            "previous": {
              "type": "object",
              "additionalProperties": {"type": "integer", "minimum": 0}
            },
            "days": {"type": "array", "items": {"type": "object"}},
            "mostViewed": {"type": "array", "items": {"type": "object"}},
            "mostShared": {"type": "array", "items": {"type": "object"}},
            "topQueries": {"type": "array", "items": {"type": "object"}},
            "emptyQueries": {"type": "array", "items": {"type": "object"}},
            "unclickedQueries": {"type": "array", "items": {"type": "object"}},
            "gaps": {"type": "array", "items": {"type": "object"}},
            "viewsBySource": {"type": "array", "items": {"type": "object"}},
            "fallenRatings": {"type": "array", "items": {"type": "object"}},
            "stalePages": {"type": "array", "items": {"type": "object"}},
            "comments": {"type": "array", "items": {"type": "object"}},
            "languages": {"type": "array", "items": {"type": "object"}},
            "categories": {"type": "array", "items": {"type": "object"}},
            "agents": {"type": "array", "items": {"type": "object"}},
            "openRequests": {"type": "array", "items": {"type": "object"}},
            "withheldSearches": {"type": "integer", "minimum": 0},
            "funnel": {
              "type": "object",
              "additionalProperties": {"type": "integer", "minimum": 0}
            }
          }
        },

    """#
}
