import ArgumentParser
import EventLog

/// `balise agent list`.
struct ListAgentsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the agents.")

  @OptionGroup var data: DataOptions

  func run() async throws {
    let store = try data.open()
    var table = Table(["name", "role", "pass-phrase", "added", "revoked"])
    for agent in try await store.agents() {
      table.add([
        agent.name, agent.role.rawValue, agent.hasPassphrase ? "yes" : "no", agent.added.date,
        agent.revoked?.date ?? "",
      ])
    }
    try await store.close()
    Terminal.print(
      table.text(accent: { Terminal.quiet($0, on: .standardOutput) }), terminator: "")
  }
}
