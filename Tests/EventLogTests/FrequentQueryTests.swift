import GRDB
import TestSupport
import Testing

@testable import EventLog

@Suite struct FrequentQueryTests {
  let folder: TemporaryFolder
  let store: SQLiteEventStore

  init() throws {
    folder = try TemporaryFolder()
    store = try SQLiteEventStore(path: folder.path + "/balise.sqlite")
  }

  private func typed(
    _ query: String, by visitor: UInt8, day: Int64 = 10, in language: String = "fr"
  )
    -> Event
  {
    .query(
      QueryEvent(
        query: query, language: language, visitor: [visitor],
        time: Timestamp(milliseconds: day * 86_400_000)))
  }

  private func frequent(since day: Int64 = 0, limit: Int = 10) async throws -> [FrequentQuery] {
    try await store.frequentQueries(language: "fr", since: day, people: 3, limit: limit)
  }

  @Test func `a query is frequent once three people typed it on one day`() async throws {
    for visitor in 1...2 as ClosedRange<UInt8> {
      try await store.append([typed("Surchauffe  batterie", by: visitor)])
    }
    #expect(try await frequent().isEmpty)
    try await store.append([typed("surchauffe batterie ", by: 3)])
    #expect(try await frequent() == [FrequentQuery(query: "surchauffe batterie", count: 3)])
  }

  @Test func `one person who asks often, or every day, stays alone`() async throws {
    try await store.append((0..<9).map { _ in typed("dupont", by: 1) })
    try await store.append((0..<9).map { typed("dupont", by: UInt8($0), day: 20 + Int64($0)) })
    #expect(try await frequent().isEmpty)
  }

  @Test func `the most frequent comes first, and languages are apart`() async throws {
    try await store.append((1...3).map { typed("alerte", by: $0) })
    try await store.append((1...4).map { typed("soc", by: $0) })
    try await store.append((1...3).map { typed("heat", by: $0, in: "en") })
    try await store.append([typed("alerte", by: 1, day: 11), typed("alerte", by: 2, day: 11)])
    #expect(try await frequent().map(\.query) == ["alerte", "soc"])
    #expect(try await frequent(limit: 1).map(\.count) == [5])
    #expect(try await frequent(since: 11).isEmpty)
  }

  @Test func `what looks private is not even stored`() async throws {
    let queries = ["jean@example.com", "06 12 34 56 78", "client 1234567"]
    try await store.append(queries.flatMap { query in (1...5).map { typed(query, by: $0) } })
    let rows = try await store.read {
      try Int.fetchOne($0, sql: "SELECT COUNT(*) FROM query_visitor")
    }
    #expect(rows == 0)
  }

  @Test(
    arguments: [
      "jean.dupont@example.com", "mot de passe de a@b", "0612345678", "06 12 34 56 78",
      "06.12.34.56.78", "(514) 555-0199", "commande 123456", "12-34-56", "٠١٢٣٤٥", "", " ", "a",
      String(repeating: "bms ", count: 16),
    ])
  func `a query that may be private is not suggested`(query: String) {
    #expect(SuggestableQuery(query) == nil)
  }

  @Test(
    arguments: zip(
      ["  État de\tCHARGE ", "erreur 0x351", "48 V 100 Ah", "bt_n_003", "12345"],
      ["état de charge", "erreur 0x351", "48 v 100 ah", "bt_n_003", "12345"]))
  func `a query that says nothing of a person is suggested`(query: String, text: String) {
    #expect(SuggestableQuery(query)?.text == text)
  }

  @Test func `a database of the version before is brought up to date`() async throws {
    let path = folder.path + "/old.sqlite"
    try await DatabaseQueue(path: path).write { database in
      try database.execute(sql: Migration.initial.sql)
      try database.execute(sql: "PRAGMA application_id = \(Migration.applicationID)")
      try database.execute(sql: "PRAGMA user_version = 1")
    }
    let store = try SQLiteEventStore(path: path)
    try await store.append((1...3).map { typed("soc", by: $0) })
    let found = try await store.frequentQueries(language: "fr", since: 0, people: 3, limit: 1)
    #expect(found.map(\.query) == ["soc"])
  }
}
