import ArgumentParser
import EventLog

/// Where events are kept.
struct DataOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("The folder with the event log.", valueName: "folder"),
    completion: .directory)
  var data = "data"

  @Option(
    help: ArgumentHelp("A database to keep events in instead; sqlite:PATH.", valueName: "url"))
  var database: String?

  /// The file of the event log.
  func path() throws -> String {
    guard let database else { return data + "/events.sqlite" }
    for prefix in ["sqlite://", "sqlite:"] where database.hasPrefix(prefix) {
      let path = String(database.dropFirst(prefix.count))
      if !path.isEmpty { return path }
    }
    throw CommandFailure(
      .usage,
      "--database takes sqlite:PATH; this version keeps events in SQLite only")
  }

  /// Opens the event log, and makes it if it is not there.
  func open(
    readOnly: Bool = false, onFailure: @escaping @Sendable (EventLogError) -> Void = { _ in }
  ) throws -> SQLiteEventStore {
    try SQLiteEventStore(path: path(), readOnly: readOnly, onFailure: onFailure)
  }
}
