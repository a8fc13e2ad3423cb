import Foundation
import GRDB

/// Writes events and the totals they change, inside one transaction.
enum EventWriter {
  /// A query of a language on a day.
  private struct QueryTotal: Hashable {
    var day: Int64
    var language: String
    var query: String
  }

  /// How often a query was searched, and what came of it.
  private struct QueryNumbers {
    var count = 0
    var empty = 0
    var clicked = 0
    var reformulated = 0
    var agents = 0
    var agentsEmpty = 0

    mutating func add(_ search: SearchEvent) {
      let isEmpty = search.hitCount == 0 ? 1 : 0
      guard search.audience == .reader else {
        agents += 1
        agentsEmpty += isEmpty
        return
      }
      count += 1
      empty += isEmpty
      if search.click != nil { clicked += 1 }
      if search.isReformulated { reformulated += 1 }
    }
  }

  /// An article that was viewed in one way on a day.
  private struct ViewTotal: Hashable {
    var day: Int64
    var article: String
    var language: String
    var source: ViewSource
  }

  static func write(_ events: [Event], to database: Database) throws {
    // Many who read or search at once often want the same: each total is written once a group.
    var totals: [QueryTotal: QueryNumbers] = [:]
    var views: [ViewTotal: Int] = [:]
    func add(_ event: Event) throws {
      switch event {
      case .view(let view): try write(view, to: database, &views)
      case .search(let search): try write(search, to: database, &totals)
      case .query(let query): try write(query, to: database)
      case .share(let share): try write(share, to: database)
      case .opening(let opening): try write(opening, to: database)
      case .program(let program): try write(program, to: database)
      case .vote(let vote): try write(vote, to: database)
      case .request(let request): try write(request, to: database)
      case .solved(let solved): try write(solved, to: database)
      case .outcome(let outcome): try write(outcome, to: database)
      case .once(let key, let event):
        guard try mark(key, database) else { return }
        try add(event)
      }
    }
    for event in events { try add(event) }
    try write(views, to: database)
    for (key, total) in totals {
      try run(
        """
        INSERT INTO query_day
          (day, language, query, count, empty, clicked, reformulated, agents, agents_empty)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT DO UPDATE SET count = count + excluded.count, empty = empty + excluded.empty,
          clicked = clicked + excluded.clicked,
          reformulated = reformulated + excluded.reformulated,
          agents = agents + excluded.agents, agents_empty = agents_empty + excluded.agents_empty
        """,
        [
          key.day, key.language, key.query, total.count, total.empty, total.clicked,
          total.reformulated, total.agents, total.agentsEmpty,
        ], database)
    }
  }

  private static func write(
    _ view: ViewEvent, to database: Database, _ totals: inout [ViewTotal: Int]
  ) throws {
    let key = ViewTotal(
      day: view.time.day, article: view.articleID.bounded(to: TextLimit.identifier),
      language: view.language.bounded(to: TextLimit.language), source: view.source)
    try run(
      "INSERT INTO view (time, article, language, source, referrer_host) VALUES (?, ?, ?, ?, ?)",
      [
        view.time.milliseconds, key.article, key.language, key.source.rawValue,
        view.referrerHost?.bounded(to: TextLimit.identifier),
      ], database)
    totals[key, default: 0] += 1
  }

  private static func write(_ totals: [ViewTotal: Int], to database: Database) throws {
    for (key, count) in totals {
      // The totals tell what is read; that an agent looks an article up does not make it more read.
      if key.source != .agent {
        try run(
          "INSERT INTO view_total (article, language, count) VALUES (?, ?, ?) "
            + "ON CONFLICT DO UPDATE SET count = count + excluded.count",
          [key.article, key.language, count], database)
      }
      try run(
        "INSERT INTO view_day (day, article, language, source, count) VALUES (?, ?, ?, ?, ?) "
          + "ON CONFLICT DO UPDATE SET count = count + excluded.count",
        [key.day, key.article, key.language, key.source.rawValue, count], database)
    }
  }

  private static func write(
    _ search: SearchEvent, to database: Database,
    _ totals: inout [QueryTotal: QueryNumbers]
  ) throws {
    let screened = ScreenedText(search.query)?.text ?? ""
    let query = screened.bounded(to: TextLimit.query).normalizedQuery
    let language = search.language.bounded(to: TextLimit.language)
    try run(
      "INSERT INTO search (time, query, language, filters, hits, microseconds, audience, "
        + "clicked_rank, clicked_article, reformulated) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      [
        search.time.milliseconds, query, language,
        search.filters.sorted().joined(separator: " ").bounded(to: TextLimit.query),
        search.hitCount, search.microseconds, search.audience.rawValue, search.click?.rank,
        search.click?.articleID.bounded(to: TextLimit.identifier), search.isReformulated ? 1 : 0,
      ], database)
    let key = QueryTotal(day: search.time.day, language: language, query: query)
    totals[key, default: QueryNumbers()].add(search)
  }

  private static func write(_ event: QueryEvent, to database: Database) throws {
    guard let query = SuggestableQuery(event.query) else { return }
    try run(
      "INSERT OR IGNORE INTO query_visitor (day, language, query, visitor, found) "
        + "VALUES (?, ?, ?, ?, ?)",
      [
        event.time.day, event.language.bounded(to: TextLimit.language),
        query.text.bounded(to: TextLimit.query), Data(event.visitor.prefix(TextLimit.hash)),
        event.hasHits ? 1 : 0,
      ], database)
  }

  static func write(_ share: Share, to database: Database) throws {
    let share = share.bounded
    do {
      try run(
        "INSERT INTO share (id, time, article, language, channel, agent, conversation, recipient, "
          + "customer, note, kind, anchor, expires, revoked) "
          + "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
          share.id, share.time.milliseconds, share.articleID, share.language, share.channel,
          share.agent, share.conversationID, share.recipient, share.customer, share.note,
          share.kind.rawValue, share.anchor, share.expires?.milliseconds,
          share.revoked?.milliseconds,
        ], database)
    } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
      throw EventLogError(code: .shareExists, message: "a share '\(share.id)' exists already")
    }
  }

  private static func write(_ opening: OpeningEvent, to database: Database) throws {
    try run(
      "INSERT INTO opening (share, time) VALUES (?, ?)",
      [opening.shareID.bounded(to: TextLimit.identifier), opening.time.milliseconds], database)
  }

  /// Notes that what a request brings about is stored; false if it was before.
  private static func mark(_ key: [UInt8], _ database: Database) throws -> Bool {
    let isDone = try Bool.fetchOne(
      database.cachedStatement(sql: "SELECT done FROM answered_request WHERE key = ?"),
      arguments: [Data(key)])
    guard isDone != true else { return false }
    try run("UPDATE answered_request SET done = 1 WHERE key = ?", [Data(key)], database)
    return true
  }

  static func run(
    _ sql: String, _ arguments: StatementArguments, _ database: Database
  ) throws {
    try database.cachedStatement(sql: sql).execute(arguments: arguments)
  }
}
