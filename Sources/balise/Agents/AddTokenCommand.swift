import ArgumentParser
import Content
import EventLog

/// `balise agent token`.
struct AddTokenCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "token",
    abstract: "Make a token by which a program acts for an agent, and print it, once.")

  @Argument(help: "The agent's name.") var name: String
  @Option(help: "What the token is for.") var label = ""
  @Option(
    name: .customLong("scope"),
    help:
      "What it may do: articles, shares, reports, content or admin; all of the role's by default.")
  var scopes: [AccessScope] = []
  @Option(help: "How long it is accepted, such as 90d, or never.") var expires = "365d"
  @OptionGroup var data: DataOptions

  func validate() throws {
    guard expires == "never" || TimeSpan(expires) != nil else {
      throw ValidationError("--expires takes a span such as 12h or 90d, or never")
    }
  }

  func run() async throws {
    let store = try data.open()
    guard
      let agent = try await store.agents().first(where: { $0.name == name && $0.revoked == nil })
    else {
      throw CommandFailure(
        .machine, "there is no agent '\(name)'; 'balise agent list' shows them all")
    }
    let wanted = scopes.isEmpty ? agent.role.scopes : Set(scopes)
    if let refused = wanted.subtracting(agent.role.scopes).map(\.rawValue).min() {
      throw CommandFailure(
        .usage, "the role '\(agent.role.rawValue)' does not have the scope '\(refused)'")
    }
    let token = NewToken()
    let id = try await store.addToken(
      agent: name, label: label, hash: token.hash, scopes: wanted, time: .now,
      expires: TimeSpan(expires).map { Timestamp.now.advanced(by: $0.duration) })
    try await store.close()
    Terminal.print(token.text)
    Terminal.note("Token \(id) of '\(name)' is shown only this once.")
  }
}
