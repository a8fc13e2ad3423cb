import ArgumentParser
import Logging

/// How the server's log is written.
enum LogFormat: String, CaseIterable, ExpressibleByArgument {
  /// A line to read.
  case text
  /// A JSON object a line, for programs.
  case json

  /// A log on stderr that holds lines from a level on.
  func logger(_ level: Logger.Level) -> Logger {
    var logger = Logger(label: "balise") { label in
      switch self {
      case .text: StreamLogHandler.standardError(label: label)
      case .json: JSONLogHandler { Terminal.note($0) }
      }
    }
    logger.logLevel = level
    return logger
  }
}
