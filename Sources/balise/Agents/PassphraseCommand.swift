import ArgumentParser
import Companion
import EventLog
import Foundation

/// `balise agent passphrase`.
struct PassphraseCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "passphrase",
    abstract: "Set an agent's pass-phrase, read from the first line of the standard input.",
    discussion: """
      It ends the sessions that the agent has. Better let agents choose their own: 'balise agent \
      link' leads them to it.
      """)

  @Argument(help: "The agent's name.") var name: String
  @OptionGroup var data: DataOptions

  func run() async throws {
    if isatty(STDIN_FILENO) == 1 { Terminal.note("Type the pass-phrase; it will be seen:") }
    let passphrase = readLine() ?? ""
    guard let hash = AgentPassphrase.hash(passphrase, name: name) else {
      throw CommandFailure(
        .usage, "this pass-phrase is too easy to guess; take at least 12 characters")
    }
    let store = try data.open()
    try await store.setPassphrase(hash, ofAgent: name)
    try await store.close()
    Terminal.note("'\(name)' signs in with it from now on.")
  }
}
