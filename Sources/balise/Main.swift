import ArgumentParser
import EventLog
import FileSystem
import Foundation

/// Runs a command and turns whatever it throws into words and an exit status, in one place.
@main
enum Main {
  static func main() async {
    // A reader that goes away must end a write with an error, not the process with a signal.
    signal(SIGPIPE, SIG_IGN)
    let status = await run()
    exit(status.rawValue)
  }

  private static func run() async -> ExitStatus {
    do {
      var command = try Balise.parseAsRoot()
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
      return .done
    } catch let error as ExitCode {
      return ExitStatus(rawValue: error.rawValue) ?? .machine
    } catch let error as CommandFailure {
      complain(error.description)
      return error.status
    } catch let error as FileSystemError {
      complain(error.description)
      return .machine
    } catch let error as EventLogError {
      complain(error.description)
      return .machine
    } catch {
      return finish(error)
    }
  }

  /// Help and version go to stdout and end well; anything else is a fault of the command line.
  private static func finish(_ error: any Error) -> ExitStatus {
    let message = Balise.fullMessage(for: error)
    switch Balise.exitCode(for: error) {
    case .success:
      Terminal.print(message)
      return .done
    case .validationFailure:
      Terminal.note(message)
      return .usage
    default:
      complain("\(error)")
      return .machine
    }
  }

  private static func complain(_ sentence: String) {
    Terminal.note("balise: \(sentence)")
  }
}
