import Foundation
import GRDB
import TestSupport
import Testing

@testable import EventLog

@Suite struct StoreErrorTests {
  let folder: TemporaryFolder
  var path: String { folder.path + "/balise.sqlite" }

  init() throws { folder = try TemporaryFolder() }

  private func code(_ error: any Error) -> EventLogError.Code? { (error as? EventLogError)?.code }

  @Test func `a file that is no database is left alone`() throws {
    try folder.write(String(repeating: "Bonjour. ", count: 1000), to: "balise.sqlite")
    #expect { try SQLiteEventStore(path: path) } throws: { code($0) == .notADatabase }
    #expect(try folder.read("balise.sqlite").hasPrefix("Bonjour. "))
    #expect(try folder.files() == ["balise.sqlite"])
  }

  @Test func `another program's database is left alone`() throws {
    try DatabaseQueue(path: path).write { database in
      try database.execute(sql: "CREATE TABLE thing (a)")
    }
    #expect { try SQLiteEventStore(path: path) } throws: { code($0) == .foreignDatabase }
    let mode = try DatabaseQueue(path: path).read { database in
      try String.fetchOne(database, sql: "PRAGMA journal_mode")
    }
    #expect(mode == "delete")
  }

  @Test func `a database of a later version is refused`() async throws {
    try await SQLiteEventStore(path: path).close()
    try await DatabaseQueue(path: path).write { database in
      try database.execute(sql: "PRAGMA user_version = 999")
    }
    #expect { try SQLiteEventStore(path: path) } throws: { code($0) == .newerVersion }
    #expect { try SQLiteEventStore(path: path, readOnly: true) } throws: {
      code($0) == .newerVersion
    }
  }

  @Test func `a damaged database is reported, not trusted`() async throws {
    do {
      let store = try SQLiteEventStore(path: path)
      try await store.append(
        (0..<2000).map { .view(ViewEvent(articleID: "article-\($0)", language: "fr")) })
      try await store.close()
    }
    var bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    for index in 4096..<bytes.count { bytes[index] = 0xA5 }
    try folder.write(bytes, to: "balise.sqlite")
    await #expect {
      let store = try SQLiteEventStore(path: path)
      _ = try await store.report(period: .all, limit: 10)
    } throws: {
      code($0) == .corrupt
    }
  }

  @Test func `a database locked by another process is reported`() async throws {
    var limits = SQLiteLimits()
    limits.busyTimeout = 0.05
    let store = try SQLiteEventStore(path: path, limits: limits)
    var configuration = Configuration()
    configuration.allowsUnsafeTransactions = true
    let other = try DatabaseQueue(path: path, configuration: configuration)
    let limitsOfSecond = limits
    try other.inDatabase { database in
      try database.execute(sql: "BEGIN EXCLUSIVE")
    }
    await #expect {
      try await store.append([.view(ViewEvent(articleID: "a", language: "fr"))])
    } throws: {
      code($0) == .locked && "\($0)".contains(path)
    }
    #expect { try SQLiteEventStore(path: path, limits: limitsOfSecond) } throws: {
      code($0) == .locked
    }
    try other.inDatabase { database in try database.execute(sql: "ROLLBACK") }
    try await store.append([.view(ViewEvent(articleID: "a", language: "fr"))])
    #expect(try await store.viewCounts(of: ["a"]) == ["a": 1])
  }

  @Test func `a full disk refuses new events and keeps the old ones`() async throws {
    var limits = SQLiteLimits()
    limits.pages = 60
    let store = try SQLiteEventStore(path: path, limits: limits)
    try await store.append([.view(ViewEvent(articleID: "first", language: "fr"))])
    await #expect {
      try await store.append(
        (0..<20_000).map { .view(ViewEvent(articleID: "article-\($0)", language: "fr")) })
    } throws: {
      code($0) == .diskFull
    }
    let viewed = try await store.mostViewed(language: nil, period: .all, limit: 5)
    #expect(viewed == [ArticleCount(articleID: "first", count: 1)])
  }

  @Test func `a lost group of enqueued events is reported`() async throws {
    var limits = SQLiteLimits()
    limits.pages = 40
    let reported = Reported()
    let store = try SQLiteEventStore(path: path, limits: limits) { reported.add($0) }
    for number in 0..<5_000 {
      store.enqueue(.view(ViewEvent(articleID: "article-\(number)", language: "fr")))
    }
    await store.flush()
    #expect(Set(reported.codes) == [.diskFull])
  }

  @Test func `more events than may wait are refused`() async throws {
    var limits = SQLiteLimits()
    limits.waitingEvents = 10
    let store = try SQLiteEventStore(path: path, limits: limits)
    await #expect {
      try await store.append(
        (0..<11).map { .view(ViewEvent(articleID: "article-\($0)", language: "fr")) })
    } throws: {
      code($0) == .overloaded
    }
  }

  @Test func `a folder that is a file is reported`() throws {
    try folder.write("text", to: "data")
    #expect { try SQLiteEventStore(path: folder.path + "/data/balise.sqlite") } throws: {
      code($0) == .folderUnavailable
    }
    #expect { try SQLiteEventStore(path: folder.path + "/data/deeper/balise.sqlite") } throws: {
      code($0) == .folderUnavailable
    }
  }

  @Test func `a path that is a folder is reported`() throws {
    #expect { try SQLiteEventStore(path: folder.path) } throws: { code($0) == .cannotOpen }
  }

  @Test func `reading a database that is not there does not make one`() throws {
    #expect { try SQLiteEventStore(path: path, readOnly: true) } throws: { code($0) == .missing }
    #expect(try folder.files().isEmpty)
  }

  @Test(
    arguments: zip(
      [
        ResultCode.SQLITE_READONLY, .SQLITE_FULL, .SQLITE_BUSY, .SQLITE_IOERR, .SQLITE_CANTOPEN,
        .SQLITE_MISMATCH,
      ],
      [
        EventLogError.Code.readOnly, .diskFull, .locked, .inputOutput, .cannotOpen, .unexpected,
      ]))
  func `an error of SQLite becomes one that says what to do`(
    result: ResultCode, code: EventLogError.Code
  ) {
    let error = EventLogError(DatabaseError(resultCode: result), path: "/d/b.sqlite")
    #expect(error.code == code)
    #expect(error.description.contains("'/d/b.sqlite'"))
    #expect(error.description.hasSuffix("[\(code.rawValue)]"))
  }
}
