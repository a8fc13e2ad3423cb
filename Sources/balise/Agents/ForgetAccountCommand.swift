import ArgumentParser
import EventLog

/// `balise agent forget-account`.
struct ForgetAccountCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "forget-account",
    abstract: "Forget the account by which an agent signs in with OpenID Connect.",
    discussion: """
      An agent is bound to the account that first signed in under the agent's name. After this \
      another may: the next one under that name.
      """)

  @Argument(help: "The agent's name.") var name: String
  @OptionGroup var data: DataOptions

  func run() async throws {
    let store = try data.open()
    try await store.forgetSubject(ofAgent: name)
    try await store.close()
    Terminal.note("The next account that signs in as '\(name)' is theirs.")
  }
}
