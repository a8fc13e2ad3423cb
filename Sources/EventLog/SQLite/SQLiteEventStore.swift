import Foundation
import GRDB

/// Events in one SQLite file, with its write-ahead log beside it.
///
/// Reads run beside writes. Appended events are committed in groups, each commit flushed to the
/// disk before anyone is told that it is done.
public final class SQLiteEventStore: EventStore {
  /// The file of the database.
  public let path: String

  let pool: DatabasePool
  private let queue: EventQueue

  /// Opens the database at a path, and creates it with its folder if it is not there.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - readOnly: Open what is there, and refuse to write: for reports beside a running server.
  ///   - onFailure: Called with what went wrong for each group of enqueued events that is lost.
  /// - Throws: An ``EventLogError`` if the file cannot be used.
  public convenience init(
    path: String, readOnly: Bool = false,
    onFailure: @escaping @Sendable (EventLogError) -> Void = { _ in }
  ) throws {
    try self.init(
      path: path, readOnly: readOnly, limits: SQLiteLimits(), onFailure: onFailure)
  }

  init(
    path: String, readOnly: Bool = false, limits: SQLiteLimits,
    onFailure: @escaping @Sendable (EventLogError) -> Void = { _ in }
  ) throws {
    self.path = path
    if readOnly {
      try Self.checkExists(path)
    } else {
      try Self.prepareFile(at: path)
    }
    do {
      var configuration = Configuration()
      configuration.readonly = readOnly
      configuration.label = "EventLog"
      configuration.busyMode = .timeout(limits.busyTimeout)
      pool = try Self.open(path: path, configuration: configuration, limits: limits)
    } catch {
      throw EventLogError(error, path: path)
    }
    let pool = pool
    queue = EventQueue(capacity: limits.waitingEvents, onFailure: onFailure) { events in
      do {
        try await pool.write { database in try EventWriter.write(events, to: database) }
      } catch {
        throw EventLogError(error, path: path)
      }
    }
  }

  private static func open(
    path: String, configuration: Configuration, limits: SQLiteLimits
  ) throws -> DatabasePool {
    if configuration.readonly {
      let pool = try DatabasePool(path: path, configuration: configuration)
      try pool.read { database in
        try Migration.check(database, path: path)
      }
      return pool
    }
    // A file of another program is refused before its journal mode is changed.
    try DatabaseQueue(path: path, configuration: configuration).write { database in
      try Migration.check(database, path: path)
    }
    let pool = try DatabasePool(path: path, configuration: configuration)
    try pool.writeWithoutTransaction { database in
      // GRDB asks for NORMAL in this mode, which may lose the last commits in a power cut.
      try database.execute(sql: "PRAGMA synchronous = FULL")
      try Migration.migrate(database, path: path)
      if let pages = limits.pages {
        try database.execute(sql: "PRAGMA max_page_count = \(pages)")
      }
    }
    return pool
  }

  /// Stores events; when it returns, they survive a crash or a power cut.
  public func append(_ events: [Event]) async throws {
    guard !events.isEmpty else { return }
    try await queue.append(events)
  }

  /// Stores an event soon, without waiting.
  public func enqueue(_ event: Event) {
    queue.enqueue(event)
  }

  /// Waits until everything enqueued before is stored, or has failed.
  public func flush() async {
    await queue.flush()
  }

  /// Stores what is waiting, and refuses anything after.
  public func close() async throws {
    await queue.close()
    do {
      // Only a connection that writes takes the write-ahead log into the file, so it has to be the last.
      pool.invalidateReadOnlyConnections()
      try pool.close()
    } catch {
      throw EventLogError(error, path: path)
    }
  }

  /// Throws unless the store can answer.
  public func ping() async throws {
    _ = try await read { database in try Int.fetchOne(database, sql: "SELECT 1 FROM sqlite_schema")
    }
  }

  func read<Value: Sendable>(
    _ body: @escaping @Sendable (Database) throws -> Value
  ) async throws -> Value {
    do {
      return try await pool.read(body)
    } catch {
      throw EventLogError(error, path: path)
    }
  }

  func write<Value: Sendable>(
    _ body: @escaping @Sendable (Database) throws -> Value
  ) async throws -> Value {
    do {
      return try await pool.write(body)
    } catch {
      throw EventLogError(error, path: path)
    }
  }
}
