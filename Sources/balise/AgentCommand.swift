import ArgumentParser
import Digest
import EventLog
import Foundation

/// `balise agent`: the people who may use the agent desk, and their tokens.
struct AgentCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "agent",
    abstract: "Add, list and revoke the people who may share articles.",
    discussion: """
      Examples:
        balise agent add "Marie Tremblay"
        balise agent list
        balise agent revoke "Marie Tremblay"
      """,
    subcommands: [Add.self, List.self, Revoke.self])

  struct Add: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Add an agent and print the token, once.",
      discussion: """
        Only a digest of the token is kept: whoever loses it is revoked and added again. \
        Programs send it as 'Authorization: Bearer TOKEN'.
        """)

    @Argument(help: "The agent's name.") var name: String
    @OptionGroup var data: DataOptions

    func run() async throws {
      let store = try data.open()
      let token = RandomIdentifier.agentToken()
      try await store.addAgent(
        name: name, tokenHash: SHA256.hash(Array(token.utf8)), time: .now)
      try await store.close()
      Terminal.print(token)
      Terminal.note("Added '\(name)'. The token is shown only this once.")
    }
  }

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "List the agents.")

    @OptionGroup var data: DataOptions

    func run() async throws {
      let store = try data.open()
      var table = Table(["name", "added", "revoked"])
      for agent in try await store.agents() {
        table.add([
          agent.name, "\(agent.added.description.prefix(10))",
          agent.revoked.map { "\($0.description.prefix(10))" } ?? "",
        ])
      }
      try await store.close()
      Terminal.print(
        table.text(accent: { Terminal.quiet($0, on: .standardOutput) }), terminator: "")
    }
  }

  struct Revoke: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Stop accepting an agent's token.")

    @Argument(help: "The agent's name.") var name: String
    @OptionGroup var data: DataOptions

    func run() async throws {
      let store = try data.open()
      try await store.revokeAgent(name: name, time: .now)
      try await store.close()
      Terminal.note("Revoked '\(name)'.")
    }
  }
}
