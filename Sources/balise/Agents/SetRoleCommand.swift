import ArgumentParser
import EventLog

/// `balise agent role`.
struct SetRoleCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "role", abstract: "Set what an agent may do.")

  @Argument(help: "The agent's name.") var name: String
  @Argument(help: "agent, writer or admin.") var role: AgentRole
  @OptionGroup var data: DataOptions

  func run() async throws {
    let store = try data.open()
    try await store.setRole(role, ofAgent: name)
    try await store.close()
    Terminal.note("'\(name)' is now \(role.rawValue).")
  }
}
