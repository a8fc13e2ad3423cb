/// The bounds a store works in.
struct SQLiteLimits: Sendable {
  /// Seconds to wait for another process that holds the database.
  var busyTimeout = 5.0
  /// The largest size of the file in pages of 4 KiB; nil for what the disk takes.
  var pages: Int?
  /// Events that may wait to be written before more are refused.
  var waitingEvents = 100_000
}
