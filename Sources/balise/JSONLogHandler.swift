import EventLog
import Foundation
import Logging

/// Writes each entry of the log as one JSON object on a line of its own.
///
/// ```json
/// {"bytes":512,"id":"…","level":"info","message":"request","method":"GET","ms":0.4,"route":"/api/v1/search","status":200,"time":"2026-01-31T10:00:00Z"}
/// ```
struct JSONLogHandler: LogHandler {
  var logLevel = Logger.Level.notice
  var metadata: Logger.Metadata = [:]
  private let write: @Sendable (String) -> Void

  /// Values that are numbers, so that programs can add them up.
  private static let numbers: Set<String> = ["bytes", "ms", "status"]

  /// A handler that hands each line to a function.
  init(write: @escaping @Sendable (String) -> Void) { self.write = write }

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    var fields: [String: Any] = [:]
    for (name, value) in metadata.merging(event.metadata ?? [:], uniquingKeysWith: { $1 }) {
      let text = "\(value)"
      if Self.numbers.contains(name), let number = Double(text) {
        fields[name] = number
      } else {
        fields[name] = text
      }
    }
    fields["time"] = Timestamp.now.description
    fields["level"] = event.level.rawValue
    fields["message"] = event.message.description
    let bytes = try? JSONSerialization.data(
      withJSONObject: fields, options: [.sortedKeys, .withoutEscapingSlashes])
    if let bytes { write(String(decoding: bytes, as: UTF8.self)) }
  }
}
