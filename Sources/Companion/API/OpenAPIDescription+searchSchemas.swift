extension OpenAPIDescription {
  /// The end of the document: what searching takes and gives.
  static let searchSchemas = #"""
          "SearchResults": {
            "type": "object",
            "required": ["query", "lang", "total", "took_us", "hits", "facets", "suggestion"],
            "properties": {
              "query": {"type": "string"},
              "lang": {"type": "string", "description": "The language that was searched."},
              "total": {"type": "integer", "minimum": 0},
              "took_us": {
                "type": "integer",
                "minimum": 0,
                "description": "Microseconds spent in the index by the search that was run; the same question may be answered from it for up to a minute."
              },
              "hits": {"type": "array", "items": {"$ref": "#/components/schemas/Hit"}},
              "facets": {"$ref": "#/components/schemas/Facets"},
              "suggestion": {
                "type": ["string", "null"],
                "description": "What may have been meant, where a word is unknown."
              },
              "groups": {
                "type": "array",
                "items": {"$ref": "#/components/schemas/Group"},
                "description": "With group=category: the hits of this page by category, the category of the best hit first; then categories whose hits are all on other pages. The totals add up to that of the search."
              }
            }
          },
          "Hit": {
            "type": "object",
            "required": [
              "id",
              "lang",
              "title",
              "title_html",
              "url",
              "anchor",
              "category",
              "difficulty",
              "tags",
              "score",
              "snippet",
              "views",
              "rating",
              "updated",
              "stale_since",
              "visibility"
            ],
            "properties": {
              "id": {"type": "string"},
              "lang": {"type": "string"},
              "title": {"type": "string"},
              "title_html": {
                "type": "string",
                "description": "The title, escaped, found words in mark elements."
              },
              "url": {"type": "string"},
              "anchor": {"type": ["string", "null"], "description": "The section that answers."},
              "category": {"type": "string"},
              "difficulty": {"type": ["string", "null"]},
              "tags": {"type": "array", "items": {"type": "string"}},
              "score": {"type": "number", "description": "Comparable within one answer only."},
              "snippet": {"type": "string", "description": "HTML: escaped, found words in mark elements."},
              "views": {
                "type": "integer",
                "minimum": 0,
                "description": "All views in all languages; up to a minute old."
              },
              "rating": {
                "type": ["number", "null"],
                "description": "From 1 to 5; null until there are votes."
              },
              "updated": {"type": ["string", "null"], "format": "date"},
              "stale_since": {
                "type": ["string", "null"],
                "description": "Since when the original says something else; empty if that day is not known, null unless it is an old translation."
              },
              "visibility": {"enum": ["public", "agents"]},
              "explanation": {
                "$ref": "#/components/schemas/Explanation",
                "description": "With explain=1."
              }
            }
          },
          "Facets": {
            "type": "object",
            "required": ["category", "difficulty", "tag"],
            "properties": {
              "category": {"type": "array", "items": {"$ref": "#/components/schemas/FacetEntry"}},
              "difficulty": {"type": "array", "items": {"$ref": "#/components/schemas/FacetEntry"}},
              "tag": {"type": "array", "items": {"$ref": "#/components/schemas/FacetEntry"}}
            }
          },
          "FacetEntry": {
            "type": "object",
            "required": ["key", "count"],
            "properties": {"key": {"type": "string"}, "count": {"type": "integer", "minimum": 0}}
          },
          "Explanation": {
            "type": "object",
            "required": ["label", "value", "children"],
            "properties": {
              "label": {"type": "string", "description": "What this part of the score is for."},
              "value": {"type": "number", "description": "Its share; that of the root is the score."},
              "children": {
                "type": "array",
                "items": {"$ref": "#/components/schemas/Explanation"},
                "description": "The parts, whose values add up to it; empty for a leaf."
              }
            }
          },
          "Group": {
            "type": "object",
            "required": ["key", "label", "icon", "total", "hits"],
            "properties": {
              "key": {"type": "string"},
              "label": {"type": "string"},
              "icon": {"type": ["string", "null"]},
              "total": {
                "type": "integer",
                "minimum": 0,
                "description": "How many hits the category has on all pages."
              },
              "hits": {"type": "array", "items": {"$ref": "#/components/schemas/Hit"}}
            }
          },
          "Suggestions": {
            "type": "object",
            "required": ["query", "lang", "took_us", "suggestions"],
            "properties": {
              "query": {"type": "string"},
              "lang": {"type": "string"},
              "took_us": {"type": "integer", "minimum": 0},
              "suggestions": {"type": "array", "items": {"$ref": "#/components/schemas/Suggestion"}}
            }
          },
          "Suggestion": {
            "type": "object",
            "required": ["kind", "text", "html", "url", "anchor", "id"],
            "properties": {
              "kind": {
                "enum": ["article", "section", "query"],
                "description": "A title, a heading, or a query that several people typed."
              },
              "text": {"type": "string"},
              "html": {"type": "string", "description": "The text, escaped, found words in mark elements."},
              "url": {"type": "string", "description": "The article, or the search page for a query."},
              "anchor": {"type": ["string", "null"], "description": "The section."},
              "id": {"type": ["string", "null"], "description": "The article; null for a query."}
            }
          },
          "RelatedRequest": {
            "type": "object",
            "required": ["text"],
            "properties": {
              "text": {"type": "string", "description": "The conversation or ticket."},
              "lang": {
                "type": "string",
                "description": "The reader's language, in which articles are given where they exist in it; by default the one that Accept-Language prefers."
              },
              "level": {
                "type": "string",
                "description": "The key of the difficulty that suits the reader."
              },
              "plan": {
                "type": "string",
                "description": "What the customer has bought: where 'level' is not given, desk.plans of site.yaml says which suits it."
              },
              "limit": {"type": "integer", "minimum": 1, "maximum": 20, "default": 5}
            }
          },
          "RelatedArticles": {
            "type": "object",
            "required": ["lang", "took_us", "hits"],
            "properties": {
              "lang": {"type": "string", "description": "The reader's language."},
              "took_us": {"type": "integer", "minimum": 0},
              "hits": {"type": "array", "items": {"$ref": "#/components/schemas/RelatedArticle"}}
            }
          },
          "RelatedArticle": {
            "type": "object",
            "required": [
              "id",
              "lang",
              "title",
              "url",
              "anchor",
              "category",
              "difficulty",
              "score",
              "sentence",
              "words",
              "views",
              "rating",
              "updated",
              "stale_since",
              "visibility"
            ],
            "properties": {
              "id": {"type": "string"},
              "lang": {"type": "string", "description": "The language of the title, address and sentence."},
              "title": {"type": "string"},
              "url": {"type": "string"},
              "anchor": {"type": ["string", "null"], "description": "The section that answers."},
              "category": {"type": "string"},
              "difficulty": {"type": ["string", "null"]},
              "score": {"type": "number", "description": "Comparable within one answer only."},
              "sentence": {
                "type": "string",
                "description": "HTML: the sentence that matched, escaped, found words in mark elements; the article's description where it was found in another language."
              },
              "words": {
                "type": "array",
                "items": {"type": "string"},
                "description": "Words of the article that the conversation has too."
              },
              "views": {"type": "integer", "minimum": 0},
              "rating": {"type": ["number", "null"]},
              "updated": {"type": ["string", "null"], "format": "date"},
              "stale_since": {
                "type": ["string", "null"],
                "description": "Since when the original says something else; empty if that day is not known, null unless it is an old translation."
              },
              "visibility": {"enum": ["public", "agents"]}
            }
          }
        }
      }
    }
    """#
}
