import ArgumentParser
import EventLog

/// `balise agent revoke`.
struct RevokeAgentCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "revoke",
    abstract: "Let an agent in no longer: tokens, sessions and links all end.")

  @Argument(help: "The agent's name.") var name: String
  @OptionGroup var data: DataOptions

  func run() async throws {
    let store = try data.open()
    try await store.revokeAgent(name: name, time: .now)
    try await store.close()
    Terminal.note("Revoked '\(name)'.")
  }
}
