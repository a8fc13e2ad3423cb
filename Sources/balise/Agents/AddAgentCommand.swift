import ArgumentParser
import EventLog

/// `balise agent add`.
struct AddAgentCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Add an agent and print a token, once.",
    discussion: """
      Programs send the token as 'Authorization: Bearer TOKEN'; only its digest is kept. People \
      sign in at /desk/ with the link that 'balise agent link' prints, and choose a pass-phrase there.
      """)

  @Argument(help: "The agent's name.") var name: String
  @Option(help: "What the agent may do: agent, writer or admin.") var role = AgentRole.agent
  @Flag(help: "Make no token: for people who use the desk alone.") var noToken = false
  @OptionGroup var data: DataOptions

  func run() async throws {
    let store = try data.open()
    try await store.addAgent(name: name, role: role, time: .now)
    if !noToken {
      let token = NewToken()
      _ = try await store.addToken(
        agent: name, label: "", hash: token.hash, scopes: role.scopes, time: .now, expires: nil)
      Terminal.print(token.text)
    }
    try await store.close()
    Terminal.note(
      "Added '\(name)'."
        + (noToken ? " 'balise agent link' lets them in." : " The token is shown only this once."))
  }
}
