import ArgumentParser
import Content
import Digest
import EventLog

/// `balise agent link`.
struct SignInLinkCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "link",
    abstract: "Print a link by which an agent signs in, once.",
    discussion: "Whoever has the link is let in: hand it over in private.")

  @Argument(help: "The agent's name.") var name: String
  @Option(help: "Where the server is for its agents.") var baseURL = "http://localhost:8080"
  @Option(help: "How long the link works: 30m, 24h or 7d.") var valid = "24h"
  @OptionGroup var data: DataOptions

  func validate() throws {
    guard TimeSpan(valid) != nil else {
      throw ValidationError("--valid takes a span such as 30m, 24h or 7d")
    }
  }

  func run() async throws {
    let span = TimeSpan(valid)?.duration ?? .seconds(86_400)
    let secret = RandomIdentifier.secret()
    let store = try data.open()
    try await store.addSignInLink(
      agent: name, hash: SHA256.hash(Array(secret.utf8)),
      expires: Timestamp.now.advanced(by: span))
    try await store.close()
    var base = Substring(baseURL)
    while base.hasSuffix("/") { base = base.dropLast() }
    Terminal.print("\(base)/desk/link/\(secret)")
    Terminal.note("Signs '\(name)' in once, within \(valid).")
  }
}
