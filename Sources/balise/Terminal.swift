import Foundation

/// Writes to the two streams, and knows which of them a person reads.
enum Terminal {
  /// Where text goes.
  enum Stream {
    /// Results.
    case standardOutput
    /// Everything else.
    case standardError

    fileprivate var handle: FileHandle {
      switch self {
      case .standardOutput: .standardOutput
      case .standardError: .standardError
      }
    }
  }

  /// Writes results.
  static func print(_ text: String, terminator: String = "\n") {
    write(text + terminator, to: .standardOutput)
  }

  /// Writes bytes as they are.
  static func print(_ bytes: [UInt8]) {
    write(Data(bytes), to: .standardOutput)
  }

  /// Writes everything that is not a result.
  static func note(_ text: String, terminator: String = "\n") {
    write(text + terminator, to: .standardError)
  }

  /// Whether text to a stream may be coloured: a terminal that understands it, and no `NO_COLOR`.
  static func hasColors(_ stream: Stream) -> Bool {
    let environment = ProcessInfo.processInfo.environment
    return isatty(stream.handle.fileDescriptor) == 1 && environment["NO_COLOR", default: ""].isEmpty
      && environment["TERM"] != "dumb"
  }

  /// Text in the one accent colour, where colours are wanted.
  static func accent(_ text: String, on stream: Stream) -> String {
    hasColors(stream) ? "\u{1B}[36m\(text)\u{1B}[0m" : text
  }

  /// Text that steps back.
  static func quiet(_ text: String, on stream: Stream) -> String {
    hasColors(stream) ? "\u{1B}[2m\(text)\u{1B}[0m" : text
  }

  private static func write(_ text: String, to stream: Stream) {
    write(Data(text.utf8), to: stream)
  }

  private static func write(_ data: Data, to stream: Stream) {
    do {
      try stream.handle.write(contentsOf: data)
    } catch {
      // The reader has gone, as `head` does: nobody is left to tell.
      exit(ExitStatus.done.rawValue)
    }
  }
}
