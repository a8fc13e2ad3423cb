extension OpenAPIDescription {
  /// What requests and answers hold, but for those of searching.
  static let schemas = #"""
        "schemas": {
          "Self": {
            "type": "object",
            "required": ["name", "role", "scopes", "csrf_token"],
            "properties": {
              "name": {"type": "string"},
              "role": {"enum": ["agent", "writer", "admin"]},
              "scopes": {
                "type": "array",
                "items": {"enum": ["articles", "shares", "reports", "content", "admin"]}
              },
              "csrf_token": {
                "type": ["string", "null"],
                "description": "What a browser sends as X-CSRF-Token with whatever changes something; null for a token."
              }
            }
          },
          "Problem": {
            "type": "object",
            "required": ["type", "title", "status", "code", "detail"],
            "properties": {
              "type": {"type": "string", "format": "uri-reference"},
              "title": {"type": "string"},
              "status": {"type": "integer"},
              "code": {"type": "string", "description": "A stable name of the problem."},
              "detail": {"type": "string"},
              "field": {"type": "string", "description": "The field of the request that is at fault."}
            }
          },
          "Article": {
            "type": "object",
            "required": [
              "id",
              "lang",
              "title",
              "description",
              "url",
              "category",
              "difficulty",
              "tags",
              "updated",
              "views",
              "rating",
              "stale_since",
              "visibility",
              "languages"
            ],
            "properties": {
              "id": {"type": "string"},
              "lang": {"type": "string"},
              "title": {"type": "string"},
              "description": {"type": ["string", "null"]},
              "url": {"type": "string"},
              "category": {"type": ["string", "null"]},
              "difficulty": {"type": ["string", "null"]},
              "tags": {"type": "array", "items": {"type": "string"}},
              "updated": {"type": ["string", "null"], "format": "date"},
              "views": {"type": "integer", "minimum": 0},
              "rating": {"type": ["number", "null"]},
              "stale_since": {
                "type": ["string", "null"],
                "description": "Since when the original says something else; empty if that day is not known, null unless it is an old translation."
              },
              "visibility": {"enum": ["public", "agents"]},
              "languages": {
                "type": "array",
                "items": {"type": "string"},
                "description": "The languages it is written in."
              }
            }
          },
          "ArticleList": {
            "type": "object",
            "required": ["lang", "total", "offset", "articles"],
            "properties": {
              "lang": {"type": "string"},
              "total": {"type": "integer", "minimum": 0},
              "offset": {"type": "integer", "minimum": 0},
              "articles": {"type": "array", "items": {"$ref": "#/components/schemas/Article"}}
            }
          },
          "View": {
            "type": "object",
            "required": [],
            "properties": {
              "lang": {"type": "string", "description": "The language that was read."},
              "referrer": {
                "type": "string",
                "description": "Where the reader came from; only its host is kept."
              },
              "source": {
                "type": "string",
                "description": "One of site, search, share, widget, link, agent; any other word leaves it to what is known of the reader.",
                "default": "site"
              }
            }
          },
          "ShareRequest": {
            "type": "object",
            "required": [],
            "properties": {
              "lang": {"type": "string", "description": "The customer's language."},
              "channel": {"type": "string", "enum": ["link", "chat", "email"], "default": "link"},
              "kind": {"type": "string", "enum": ["reference", "resolution"], "default": "reference"},
              "conversation_id": {"type": "string", "maxLength": 200, "pattern": "^(?!\\.{1,2}$)", "description": "Where a chat message goes, and whom an answer to a mail reaches."},
              "recipient": {
                "description": "The address that a mail goes to.",
                "anyOf": [{"enum": [""]}, {"type": "string", "maxLength": 320, "format": "email"}]
              },
              "reply_to": {
                "description": "The address that an answer to the mail goes to.",
                "anyOf": [{"enum": [""]}, {"type": "string", "maxLength": 320, "format": "email"}]
              },
              "customer": {
                "description": "A name, or what the mail's greeting and its end say.",
                "anyOf": [{"type": "string", "maxLength": 200}, {"$ref": "#/components/schemas/Customer"}]
              },
              "note": {"type": "string", "maxLength": 4000},
              "section": {
                "type": "string",
                "maxLength": 200,
                "pattern": "^(#?[^\\u0000-\\u0020\\u007F\\u0022<>#\\u005C^`{|}]+)?$",
                "description": "The anchor of a section that the link leads to."
              },
              "steps": {"type": "boolean", "description": "Whether the article's steps are in the message; by default in mails alone."},
              "expires": {
                "type": "string",
                "pattern": "^([1-9][0-9]{0,2}d|[12][0-9]{3}d|3[0-5][0-9]{2}d|[1-9][0-9]{0,3}h|[1-9][0-9]{0,4}m)?$",
                "description": "How long the link works, such as 12h or 30d; for ever by default."
              }
            },
            "anyOf": [
              {"properties": {"channel": {"enum": ["link", null]}}},
              {
                "required": ["channel", "recipient"],
                "properties": {
                  "channel": {"const": "email"}, "recipient": {"type": "string", "format": "email"}
                }
              },
              {
                "required": ["channel", "conversation_id"],
                "properties": {
                  "channel": {"const": "chat"}, "conversation_id": {"type": "string", "minLength": 1}
                }
              }
            ]
          },
          "Customer": {
            "type": "object",
            "required": [],
            "additionalProperties": false,
            "properties": {
              "name": {"type": ["string", "null"], "maxLength": 200},
              "company": {"type": ["string", "null"], "maxLength": 200},
              "product": {"type": ["object", "null"], "maxProperties": 20, "additionalProperties": {"type": "string", "maxLength": 300}}
            }
          },
          "NewShare": {
            "type": "object",
            "required": ["share_id", "url", "status", "article_id", "title", "lang", "channel", "kind", "agent", "conversation_id", "section", "created", "expires", "revoked", "send_at", "fault", "openings", "first_opening", "text", "html", "markdown", "undo_until"],
            "properties": {
    \#(shareProperties),
              "text": {"type": "string", "description": "The message as plain text."},
              "html": {"type": "string", "description": "The message as HTML."},
              "markdown": {"type": "string", "description": "The message as Markdown."},
              "undo_until": {"type": ["string", "null"], "format": "date-time", "description": "Until when the message can be taken back; null if none is sent."}
            }
          },
          "Share": {
            "type": "object",
            "required": ["share_id", "url", "status", "article_id", "title", "lang", "channel", "kind", "agent", "conversation_id", "section", "created", "expires", "revoked", "send_at", "fault", "openings", "first_opening"],
            "properties": {
    \#(shareProperties)
            }
          },
          "ShareList": {
            "type": "object",
            "required": ["total", "shares"],
            "properties": {
              "total": {"type": "integer", "minimum": 0},
              "shares": {"type": "array", "items": {"$ref": "#/components/schemas/Share"}}
            }
          },
          "UndoneShare": {
            "type": "object",
            "required": ["share_id", "status"],
            "properties": {"share_id": {"type": "string"}, "status": {"const": "undone"}}
          },
          "Message": {
            "type": "object",
            "required": ["id", "share_id", "request_id", "channel", "state", "attempts", "fault", "due", "changed"],
            "properties": {
              "id": {"type": "integer"},
              "share_id": {"type": ["string", "null"], "description": "The share that it goes along with."},
              "request_id": {"type": ["string", "null"], "description": "The request that it tells experts of."},
              "channel": {"enum": ["chat", "email"]},
              "state": {"enum": ["waiting", "sent", "bounced", "dead"]},
              "attempts": {"type": "integer", "minimum": 0},
              "fault": {"type": ["string", "null"]},
              "due": {"type": "string", "format": "date-time"},
              "changed": {"type": "string", "format": "date-time"}
            }
          },
          "MessageList": {
            "type": "object",
            "required": ["total", "messages"],
            "properties": {
              "total": {"type": "integer", "minimum": 0},
              "messages": {"type": "array", "items": {"$ref": "#/components/schemas/Message"}}
            }
          },
          "ResentMessage": {
            "type": "object",
            "required": ["id", "state"],
            "properties": {"id": {"type": "integer"}, "state": {"const": "waiting"}}
          },
          "Summary": {
            "type": "object",
            "required": [
              "since",
              "totals",
              "most_viewed",
              "most_shared",
              "top_queries",
              "queries_without_hits",
              "views_by_source"
            ],
            "properties": {
              "since": {"type": ["string", "null"], "format": "date-time"},
              "totals": {
                "type": "object",
                "required": ["views", "searches", "searches_without_hits", "shares", "openings"],
                "properties": {
                  "views": {"type": "integer", "minimum": 0},
                  "searches": {"type": "integer", "minimum": 0},
                  "searches_without_hits": {"type": "integer", "minimum": 0},
                  "shares": {"type": "integer", "minimum": 0},
                  "openings": {"type": "integer", "minimum": 0}
                }
              },
              "most_viewed": {"type": "array", "items": {"$ref": "#/components/schemas/ArticleCount"}},
              "most_shared": {"type": "array", "items": {"$ref": "#/components/schemas/ArticleCount"}},
              "top_queries": {"type": "array", "items": {"$ref": "#/components/schemas/QueryCount"}},
              "queries_without_hits": {"type": "array", "items": {"$ref": "#/components/schemas/QueryCount"}},
              "views_by_source": {
                "type": "array",
                "items": {
                  "type": "object",
                  "required": ["source", "count"],
                  "properties": {"source": {"type": "string"}, "count": {"type": "integer", "minimum": 0}}
                }
              }
            }
          },
          "ArticleCount": {
            "type": "object",
            "required": ["id", "title", "url", "count"],
            "properties": {
              "id": {"type": "string"},
              "title": {"type": ["string", "null"]},
              "url": {"type": ["string", "null"]},
              "count": {"type": "integer", "minimum": 0}
            }
          },
          "QueryCount": {
            "type": "object",
            "required": ["query", "lang", "count", "without_hits"],
            "properties": {
              "query": {"type": "string"},
              "lang": {"type": "string"},
              "count": {"type": "integer", "minimum": 0},
              "without_hits": {"type": "integer", "minimum": 0}
            }
          },
          "Readiness": {
            "type": "object",
            "required": ["status", "site", "store", "search"],
            "properties": {
              "status": {"enum": ["ready", "unready"]},
              "site": {
                "type": "object",
                "required": ["articles", "languages", "updated", "stale"],
                "properties": {
                  "articles": {"type": "integer", "minimum": 0},
                  "languages": {"type": "array", "items": {"type": "string"}},
                  "updated": {"type": ["string", "null"], "format": "date"},
                  "stale": {
                    "type": "boolean",
                    "description": "Whether the build on the disk could not be loaded, and an older one is served."
                  }
                }
              },
              "store": {"type": "string", "description": "ok, or why the event log cannot answer."},
              "search": {
                "type": "string",
                "description": "ok, or the languages that cannot be searched, and what to do."
              }
            }
          },

    """#

  /// What is said of every share.
  private static let shareProperties = #"""
              "share_id": {"type": "string"},
              "url": {"type": "string", "format": "uri"},
              "status": {
                "enum": ["created", "queued", "retrying", "sent", "bounced", "failed", "revoked", "expired"],
                "description": "How far it has got: a link is created; a message is queued, sent, perhaps bounced, or failed."
              },
              "article_id": {"type": "string"},
              "title": {"type": ["string", "null"], "description": "The article's title; null for one that is gone."},
              "lang": {"type": "string"},
              "channel": {"enum": ["link", "chat", "email"]},
              "kind": {"enum": ["reference", "resolution"]},
              "agent": {"type": "string"},
              "conversation_id": {"type": ["string", "null"]},
              "section": {"type": ["string", "null"]},
              "created": {"type": "string", "format": "date-time"},
              "expires": {"type": ["string", "null"], "format": "date-time"},
              "revoked": {"type": ["string", "null"], "format": "date-time"},
              "send_at": {"type": ["string", "null"], "format": "date-time", "description": "When the message is sent, at the earliest; null if none waits."},
              "fault": {"type": ["string", "null"], "description": "Why the message was not sent, or came back."},
              "openings": {"type": "integer", "minimum": 0},
              "first_opening": {"type": ["string", "null"], "format": "date-time"}
    """#
}
