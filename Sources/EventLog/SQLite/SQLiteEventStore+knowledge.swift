import Foundation
import GRDB

extension SQLiteEventStore {
  /// What readers made of articles, by id.
  public func ratings() async throws -> [String: ArticleRating] {
    try await read { database in
      let rows = try Row.fetchAll(
        database,
        sql: """
          SELECT article, SUM(\(ReportQuery.voteValue)) AS sum,
            COUNT(\(ReportQuery.voteValue)) AS count, SUM(IFNULL(\(ReportQuery.isHelpful), 0)) AS yes
          FROM vote WHERE 1\(ReportQuery.ofReaders) GROUP BY article HAVING count > 0
          """)
      var ratings: [String: ArticleRating] = [:]
      for row in rows {
        ratings[row["article"]] = ArticleRating(
          sum: row["sum"], count: row["count"], helpful: row["yes"])
      }
      return ratings
    }
  }

  /// What was asked of writers and experts, latest first, and how much that is in all.
  public func requests(
    isOpen: Bool?, limit: Int, offset: Int
  ) async throws -> (requests: [HelpRequest], total: Int) {
    let condition =
      switch isOpen {
      case true?: "closed IS NULL"
      case false?: "closed IS NOT NULL"
      case nil: "1"
      }
    return try await read { database in
      let rows = try Row.fetchAll(
        database,
        sql: "SELECT * FROM request WHERE \(condition) ORDER BY time DESC, id LIMIT ? OFFSET ?",
        arguments: [limit, offset])
      let total = try Int.fetchOne(
        database, sql: "SELECT COUNT(*) FROM request WHERE \(condition)")
      return (rows.compactMap(HelpRequest.init), total ?? 0)
    }
  }

  /// The request of an id, or nil.
  public func request(id: String) async throws -> HelpRequest? {
    try await read { database in
      try Row.fetchOne(database, sql: "SELECT * FROM request WHERE id = ?", arguments: [id])
        .flatMap(HelpRequest.init)
    }
  }

  /// Marks a request as done, or as waiting again when the time is nil; false if there is none.
  public func close(requestID: String, time: Timestamp?) async throws -> Bool {
    try await write { database in
      try database.execute(
        sql: "UPDATE request SET closed = ? WHERE id = ?",
        arguments: [time?.milliseconds, requestID])
      return database.changesCount > 0
    }
  }

  /// The articles that an agent keeps at hand, latest first.
  public func pins(of agent: String) async throws -> [String] {
    try await read { database in
      try String.fetchAll(
        database, sql: "SELECT article FROM pin WHERE agent = ? ORDER BY time DESC, article",
        arguments: [agent])
    }
  }

  /// Keeps an article at an agent's hand, or lets it go.
  public func pin(
    _ articleID: String, of agent: String, isPinned: Bool, time: Timestamp
  ) async throws {
    try await write { database in
      if isPinned {
        try database.execute(
          sql: "INSERT OR IGNORE INTO pin (agent, article, time) VALUES (?, ?, ?)",
          arguments: [agent, articleID.bounded(to: TextLimit.identifier), time.milliseconds])
      } else {
        try database.execute(
          sql: "DELETE FROM pin WHERE agent = ? AND article = ?", arguments: [agent, articleID])
      }
    }
  }

  /// The numbers that a desk shows all day.
  public func deskFigures(since: Timestamp) async throws -> DeskFigures {
    try await read { database in
      let totals = ReportQuery(database: database, period: .since(since))
      var figures = DeskFigures()
      figures.views = try totals.views()
      figures.shares = try totals.count("share", "")
      figures.emptySearches = try totals.searches("empty", "hits = 0")
      figures.openRequests =
        try Int.fetchOne(database, sql: "SELECT COUNT(*) FROM request WHERE closed IS NULL") ?? 0
      return figures
    }
  }

  /// Forgets single events, and what people wrote, from before a day; sums by day stay.
  @discardableResult
  public func forget(before day: Int64) async throws -> Int {
    try await write { database in
      let cutoff = day * Timestamp.millisecondsPerDay
      var rows = 0
      func run(_ sql: String, _ value: Int64) throws {
        try database.execute(sql: sql, arguments: ["limit": value])
        rows += database.changesCount
      }
      for table in ["view", "search", "opening", "share_outcome", "solved"] {
        try run("DELETE FROM \(table) WHERE time < :limit", cutoff)
      }
      try run("DELETE FROM query_visitor WHERE day < :limit", day)
      // The sums of a day stay; the words go.
      try run(
        """
        INSERT INTO query_day
          (day, language, query, count, empty, clicked, reformulated, agents, agents_empty)
        SELECT day, language, '', SUM(count), SUM(empty), SUM(clicked), SUM(reformulated),
          SUM(agents), SUM(agents_empty)
        FROM query_day WHERE day < :limit AND query <> '' GROUP BY day, language
        ON CONFLICT DO UPDATE SET count = count + excluded.count, empty = empty + excluded.empty,
          clicked = clicked + excluded.clicked,
          reformulated = reformulated + excluded.reformulated,
          agents = agents + excluded.agents, agents_empty = agents_empty + excluded.agents_empty
        """, day)
      try run("DELETE FROM query_day WHERE day < :limit AND query <> ''", day)
      try run(
        """
        UPDATE vote SET comment = NULL, reason = NULL
        WHERE time < :limit AND (comment IS NOT NULL OR reason IS NOT NULL)
        """, cutoff)
      try run(
        """
        UPDATE request SET text = NULL, query = NULL, conversation = NULL
        WHERE time < :limit
          AND (text IS NOT NULL OR query IS NOT NULL OR conversation IS NOT NULL)
        """, cutoff)
      // The link stays; whom it was sent to goes.
      try run(
        """
        UPDATE share SET recipient = NULL, customer = NULL, note = NULL, conversation = NULL
        WHERE time < :limit AND (recipient IS NOT NULL OR customer IS NOT NULL
          OR note IS NOT NULL OR conversation IS NOT NULL)
        """, cutoff)
      // What was given up holds the whole message, and a refusal names whom it was for.
      try run(
        """
        UPDATE outbox SET message = x'', fault = NULL
        WHERE changed < :limit AND state <> 'waiting'
          AND (length(message) > 0 OR fault IS NOT NULL)
        """, cutoff)
      rows += try Self.forgetAnswers(at: .now, database)
      return rows
    }
  }
}

extension HelpRequest {
  init?(_ row: Row) {
    guard let kind = Kind(rawValue: row["kind"]) else { return nil }
    let closed: Int64? = row["closed"]
    self.init(
      id: row["id"], kind: kind, articleID: row["article"], language: row["language"],
      query: row["query"], text: row["text"], agent: row["agent"],
      conversationID: row["conversation"], time: Timestamp(milliseconds: row["time"]),
      closed: closed.map { Timestamp(milliseconds: $0) })
  }
}
