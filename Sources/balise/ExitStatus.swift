import ArgumentParser

/// How the program ends.
enum ExitStatus: Int32 {
  /// What was asked for is done.
  case done = 0
  /// The content is at fault.
  case content = 1
  /// The command line is at fault.
  case usage = 2
  /// The machine is at fault: a full disk, a port in use, a database that is gone.
  case machine = 3

  /// Ends the command with this status and without another word.
  var exit: ExitCode { ExitCode(rawValue) }
}

/// A failure that is worded for the person at the keyboard.
struct CommandFailure: Error, CustomStringConvertible {
  /// One sentence, and what to do next.
  let description: String
  let status: ExitStatus

  init(_ status: ExitStatus, _ description: String) {
    self.status = status
    self.description = description
  }
}
