import ArgumentParser
import Companion
import EventLog
import FileSystem
import Foundation

/// `balise agent passphrase`.
struct PassphraseCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "passphrase",
    abstract: "Set an agent's pass-phrase: typed twice, unseen, or the first line of a pipe.",
    discussion: """
      It ends the sessions that the agent has. Better let agents choose their own: 'balise agent \
      link' leads them to it.
      """)

  @Argument(help: "The agent's name.") var name: String
  @OptionGroup var data: DataOptions

  func run() async throws {
    let isTyped = isatty(STDIN_FILENO) == 1
    if isTyped { Terminal.note("Pass-phrase of '\(name)': ", terminator: "") }
    let passphrase = (isTyped ? HiddenLine.read() : readLine()) ?? ""
    guard let hash = AgentPassphrase.hash(passphrase, name: name) else {
      throw CommandFailure(
        .usage, "this pass-phrase is too easy to guess; take at least 12 characters")
    }
    if isTyped {
      Terminal.note("Once more: ", terminator: "")
      guard HiddenLine.read() == passphrase else {
        throw CommandFailure(.usage, "the two are not the same; nothing was changed")
      }
    }
    let store = try data.open()
    try await store.setPassphrase(hash, ofAgent: name)
    try await store.close()
    Terminal.note("'\(name)' signs in with it from now on.")
  }
}
