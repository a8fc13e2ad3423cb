import Digest
import EventLog

/// Adds agents as the command line does.
enum AgentTokens {
  static func add(_ name: String, to store: SQLiteEventStore) async throws -> String {
    let token = RandomIdentifier.agentToken()
    try await store.addAgent(
      name: name, tokenHash: SHA256.hash(Array(token.utf8)), time: .now)
    return token
  }
}
