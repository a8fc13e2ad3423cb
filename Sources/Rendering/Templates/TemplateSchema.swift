/// What each template may name: the contract between the pages and whoever writes templates.
///
/// A template that is not listed is a partial of the site's own; it is checked where it is used.
enum TemplateSchema {
  /// The fields of every template that a page or the server begins with.
  static func roots(texts: [String], icons: [String]) -> [String: TemplateFields] {
    let shared = shared(texts: texts, icons: icons)
    let page = shared.merging(layout) { _, new in new }
    func with(_ base: TemplateFields, _ fields: TemplateFields) -> TemplateFields {
      base.merging(fields) { _, new in new }
    }
    return [
      "article": with(page, article),
      "home": with(page, home),
      "list": with(page, list),
      "articles": with(page, articles),
      "search": with(page, search),
      "not-found": page,
      "offline": page,
      "chooser": with(page, ["choices": .list(choice), "isNotFound": .flag]),
      "redirect": with(page, ["target": .text]),
      "mail-text": with(shared, mailText),
      "mail-html": with(shared, mailHTML),
      "expert-text": with(shared, expertText),
      "expert-html": with(shared, expertHTML),
      "sign-in": with(shared, signIn),
      "desk": with(with(shared, deskFrame), desk),
      "reports": with(with(shared, deskFrame), reports),
      "outbox": with(with(shared, deskFrame), outbox),
      "card": with(shared, ["article": .object(summary)]),
      "navigation": with(shared, navigation),
      "search-form": with(shared, searchForm),
      "search-results": with(shared, searchResults),
      "popular": with(shared, popular),
    ]
  }

  /// What every template may use: texts, icons, addresses.
  private static func shared(texts: [String], icons: [String]) -> TemplateFields {
    [
      "lang": .text,
      "t": .object(Dictionary(uniqueKeysWithValues: texts.map { ($0, .text) })),
      "svg": .object(Dictionary(uniqueKeysWithValues: icons.map { ($0, .html) })),
      "theme": .object([
        "css": .text, "pagesCSS": .text, "searchCSS": .text, "boot": .text, "script": .text,
        "search": .text,
        "redirect": .text, "favicon": .text, "offline": .text, "touchIcon": .text,
      ]),
      "site": .object(site),
    ]
  }

  private static let site: TemplateFields = [
    "title": .text, "home": .text, "search": .text, "articles": .text, "feed": .text,
    "openSearch": .text, "contact": .text, "root": .text, "base": .text, "version": .text,
    "manifest": .text,
    "logo": .text, "logoWidth": .text, "logoHeight": .text,
  ]

  /// What `layout` and its partials use on every page.
  private static let layout: TemplateFields = [
    "kind": .text, "title": .text, "headTitle": .text, "description": .text, "canonical": .text,
    "robots": .text, "ogType": .text, "structuredData": .html, "isHome": .flag, "isSearch": .flag,
    "isArticle": .flag, "isChooser": .flag, "articleID": .text, "socialImage": .text,
    "alternates": .list(["code": .text, "url": .text]),
    "translations": .list(["code": .text, "name": .text, "url": .text]),
    "manyLanguages": .flag, "hasTranslations": .flag,
    "headerLinks": .list(["label": .text, "url": .text]),
    "footerLinks": .list(["label": .text, "url": .text]),
  ]

  /// One article in one language, as lists show it.
  static let summary: TemplateFields = [
    "id": .text, "title": .text, "description": .text, "url": .text, "language": .text,
    "readingTime": .text, "updated": .text, "updatedISO": .text, "category": .object(category),
    "difficulty": .object(difficulty), "tags": .list(tag), "hasTags": .flag, "params": .anything,
  ]

  private static let category: TemplateFields = [
    "key": .text, "label": .text, "icon": .text, "url": .text, "description": .text,
  ]
  private static let difficulty = category
  private static let tag = category
  private static let link: TemplateFields = ["title": .text, "url": .text]

  private static let article: TemplateFields = [
    "article": .object(summary), "body": .html, "contents": .html, "hasContents": .flag,
    "markdownURL": .text, "navigation": .html, "related": .html, "hasRelated": .flag,
    "isFallback": .flag,
    "fallbackNotice": .text, "sourceURL": .text, "sourceLanguage": .text, "bodyLang": .text,
    "previous": .object(link), "next": .object(link), "hasNeighbours": .flag,
    "hasLadder": .flag, "easier": .object(summary), "deeper": .object(summary),
    "viewsOne": .text, "viewsOther": .text, "ratingPattern": .text, "shareURL": .text,
    "shareMail": .text,
  ]

  private static let home: TemplateFields = [
    "categories": .list(
      category.merging(["count": .text]) { _, new in new }),
    "tags": .list(tag.merging(["count": .text]) { _, new in new }), "hasTags": .flag,
    "numbers": .text, "updatedISO": .text, "articleCount": .text, "updatedPattern": .text,
    "updatedText": .text, "popular": .html,
    "recent": .list(summary), "hasRecent": .flag,
  ]

  private static let list: TemplateFields = [
    "label": .text, "heading": .text, "lead": .text, "emblem": .text, "count": .text,
    "cards": .html, "isEmpty": .flag,
    "siblings": .list([
      "label": .text, "icon": .text, "url": .text, "count": .text, "isCurrent": .flag,
    ]),
    "siblingsLabel": .text, "hasSiblings": .flag,
    "hasFilters": .flag, "ownURL": .text, "articlesOne": .text, "articlesOther": .text,
    "filterName": .text, "filterLabel": .text,
    "filters": .list([
      "key": .text, "label": .text, "icon": .text, "url": .text, "count": .text,
      "description": .text,
    ]),
    "paging": .object(["previous": .text, "next": .text, "position": .text]),
  ]

  private static let articles: TemplateFields = [
    "count": .text,
    "letters": .list([
      "letter": .text, "anchor": .text,
      "articles": .list(["title": .text, "url": .text, "category": .text, "icon": .text]),
    ]),
  ]

  private static let search: TemplateFields = [
    "form": .html, "resultsOne": .text, "resultsOther": .text, "articlesOne": .text,
    "articlesOther": .text, "nothingFound": .text, "viewsOne": .text, "viewsOther": .text,
    "ratingPattern": .text, "popular": .html,
  ]

  private static let choice: TemplateFields = [
    "code": .text, "name": .text, "title": .text, "url": .text, "notFound": .text,
    "notFoundText": .text, "search": .text, "searchLabel": .text, "homeLabel": .text,
    "found": .text,
  ]

  private static let navigation: TemplateFields = [
    "categories": .list([
      "label": .text, "icon": .text, "url": .text, "count": .text, "isCurrent": .flag,
      "articles": .list(link), "hasMore": .flag, "more": .text,
    ])
  ]

  private static let option: TemplateFields = [
    "key": .text, "label": .text, "icon": .text, "isSelected": .flag, "isDisabled": .flag,
    "count": .text,
  ]
  private static let searchForm: TemplateFields = [
    "action": .text, "query": .text, "categories": .list(option), "difficulties": .list(option),
    "tags": .list(option), "hasTags": .flag, "isFiltered": .flag, "reset": .text,
    "module": .text,
  ]

  private static let hit: TemplateFields = [
    "title": .html, "url": .text, "snippet": .html, "category": .text, "categoryIcon": .text,
    "difficulty": .text, "difficultyIcon": .text, "difficultyKey": .text, "views": .text,
    "rating": .text, "updated": .text, "updatedISO": .text, "language": .text,
  ]
  private static let searchResults: TemplateFields = [
    "query": .text, "hasQuery": .flag, "summary": .text, "isEmpty": .flag, "hits": .list(hit),
    "suggestion": .object(["text": .text, "url": .text]), "nothingFound": .text,
    "articlesURL": .text, "contactURL": .text, "previous": .text, "next": .text,
    "hasPages": .flag, "isUnavailable": .flag,
  ]

  /// Plain text is escaped nowhere: its values are finished as they are.
  private static let mailText: TemplateFields = [
    "greeting": .html, "note": .html, "title": .html, "description": .html, "url": .html,
    "signature": .html, "cautions": .list(["text": .html]), "hasCautions": .flag,
    "steps": .list(["number": .text, "text": .html]), "hasSteps": .flag,
    "product": .list(["label": .html, "value": .html]), "hasProduct": .flag,
  ]
  private static let mailHTML: TemplateFields = [
    "greeting": .text, "noteLines": .list(["text": .text]), "title": .text, "description": .text,
    "url": .text, "signature": .text, "cautions": .list(["text": .text]),
    "steps": .list(["number": .text, "text": .text]), "hasSteps": .flag,
    "product": .list(["label": .text, "value": .text]), "hasProduct": .flag,
  ]

  private static let expertText: TemplateFields = [
    "lead": .html, "lines": .list(["text": .html]),
    "facts": .list(["label": .html, "value": .html]), "url": .html, "signature": .html,
  ]
  private static let expertHTML: TemplateFields = [
    "lead": .text, "lines": .list(["text": .text]),
    "facts": .list(["label": .text, "value": .text]), "url": .text, "signature": .text,
  ]

  private static let signIn: TemplateFields = [
    "siteTitle": .text, "base": .text, "styleSheet": .text, "name": .text, "next": .text,
    "csrf": .text, "fault": .text, "byPassphrase": .flag, "byNewPassphrase": .flag,
    "link": .object(["greeting": .text]), "issuer": .object(["label": .text, "address": .text]),
  ]

  private static let popular: TemplateFields = [
    "heading": .text,
    "articles": .list(
      summary.merging(["views": .text]) { _, new in new }),
    "isEmpty": .flag,
  ]

  /// What the partial `desk-header` uses on every page of the desk.
  private static let deskFrame: TemplateFields = [
    "siteTitle": .text, "base": .text, "styleSheet": .text, "agent": .text, "csrf": .text,
    "isDesk": .flag, "isReports": .flag, "isOutbox": .flag, "isAdmin": .flag,
    "tongues": .list(tongue), "languages": .list(tongue),
    "figures": .list(["key": .text, "label": .text, "value": .text]),
  ]
  private static let tongue: TemplateFields = [
    "code": .text, "url": .text, "name": .text, "isCurrent": .flag,
  ]

  private static let desk: TemplateFields = [
    "origins": .text, "asksExperts": .flag, "categories": .list(option),
    "difficulties": .list(option),
    "tags": .list(option), "hasTags": .flag,
    "lists": .list([
      "key": .text, "heading": .text, "isEmpty": .flag,
      "articles": .list([
        "id": .text, "language": .text, "title": .text, "url": .text, "icon": .text,
        "isInternal": .flag, "note": .text,
      ]),
    ]),
    "popularTags": .list(["key": .text, "label": .text, "count": .text]),
    "hasPopularTags": .flag, "texts": .html, "gap": .object(gap),
  ]

  private static let outbox: TemplateFields = [
    "isEmpty": .flag, "done": .text, "more": .text,
    "messages": .list([
      "id": .text, "when": .text, "whenISO": .text, "channel": .text, "title": .text,
      "agent": .text, "attempts": .text, "fault": .text, "resend": .object(["label": .text]),
    ]),
  ]

  private static let gap: TemplateFields = ["query": .text, "gapLang": .text, "base": .text]
  private static let choiceLink: TemplateFields = [
    "label": .text, "url": .text, "isCurrent": .flag,
  ]
  private static let reports: TemplateFields = [
    "periods": .list(choiceLink), "tongueFilters": .list(choiceLink), "csv": .text, "json": .text,
    "filters": .list([
      "name": .text, "label": .text, "all": .text,
      "options": .list(["value": .text, "label": .text, "isCurrent": .flag]),
    ]),
    "hasFilters": .flag, "kept": .list(["name": .text, "value": .text]),
    "tiles": .list([
      "label": .text, "value": .text, "before": .text, "change": .text, "tone": .text,
    ]),
    "sections": .list([
      "key": .text, "title": .text, "lead": .text, "isWide": .flag, "isEmpty": .flag,
      "chart": .html, "legend": .list(["label": .text, "place": .text]), "note": .text,
      "columns": .list(["label": .text, "isNumber": .flag]),
      "rows": .list([
        "cells": .list([
          "text": .text, "isNumber": .flag, "link": .object(["url": .text]),
          "bar": .object(["width": .text]),
          "gap": .object(gap),
          "close": .object(["request": .text, "base": .text, "csrf": .text]),
        ])
      ]),
    ]),
  ]
}
