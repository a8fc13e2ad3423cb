import ArgumentParser
import EventLog

/// `balise agent tokens`.
struct ListTokensCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tokens", abstract: "List the tokens, which themselves are shown to nobody.")

  @Argument(help: "List this agent's tokens only.") var name: String?
  @OptionGroup var data: DataOptions

  func run() async throws {
    let store = try data.open()
    var table = Table(["token", "agent", "label", "scopes", "added", "expires", "revoked"])
    for token in try await store.tokens(agent: name) {
      table.add([
        "\(token.id)", token.agent, token.label,
        token.scopes.map(\.rawValue).sorted().joined(separator: " "), token.added.date,
        token.expires?.date ?? "never", token.revoked?.date ?? "",
      ])
    }
    try await store.close()
    Terminal.print(
      table.text(accent: { Terminal.quiet($0, on: .standardOutput) }), terminator: "")
  }
}
