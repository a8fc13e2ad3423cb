import ArgumentParser
import EventLog

/// `balise agent revoke-token`.
struct RevokeTokenCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "revoke-token", abstract: "Stop accepting one token.")

  @Argument(help: "The token's number, as 'balise agent tokens' lists it.") var id: Int64
  @OptionGroup var data: DataOptions

  func run() async throws {
    let store = try data.open()
    try await store.revokeToken(id: id, time: .now)
    try await store.close()
    Terminal.note("Revoked token \(id).")
  }
}
