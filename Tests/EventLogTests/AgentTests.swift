import EventLog
import TestSupport
import Testing

@Suite struct AgentTests {
  let folder: TemporaryFolder
  let store: SQLiteEventStore
  let time = Timestamp(milliseconds: 1_700_000_000_000)

  init() throws {
    folder = try TemporaryFolder()
    store = try SQLiteEventStore(path: folder.path + "/balise.sqlite")
  }

  @Test func `an agent is known by the hash of the token`() async throws {
    try await store.addAgent(name: "Zoé", tokenHash: [1, 2, 3], time: time)
    #expect(try await store.agent(tokenHash: [1, 2, 3]) == Agent(name: "Zoé", added: time))
    #expect(try await store.agent(tokenHash: [1, 2]) == nil)
    #expect(try await store.agent(tokenHash: []) == nil)
  }

  @Test func `a name in use is an error that says so`() async throws {
    try await store.addAgent(name: "Zoé", tokenHash: [1], time: time)
    await #expect {
      try await store.addAgent(name: "Zoé", tokenHash: [2], time: time)
    } throws: {
      ($0 as? EventLogError)?.code == .agentNameTaken && "\($0)".contains("'Zoé'")
    }
    #expect(try await store.agent(tokenHash: [2]) == nil)
  }

  @Test func `a revoked agent is refused, listed, and leaves the name free`() async throws {
    let later = time.advanced(by: .seconds(60))
    try await store.addAgent(name: "Zoé", tokenHash: [1], time: time)
    try await store.revokeAgent(name: "Zoé", time: later)
    #expect(try await store.agent(tokenHash: [1]) == nil)
    try await store.addAgent(name: "Zoé", tokenHash: [2], time: later)
    #expect(
      try await store.agents() == [
        Agent(name: "Zoé", added: time, revoked: later), Agent(name: "Zoé", added: later),
      ])
  }

  @Test func `revoking someone unknown is an error`() async throws {
    await #expect { try await store.revokeAgent(name: "Nobody", time: time) } throws: {
      ($0 as? EventLogError)?.code == .agentUnknown
    }
  }

  @Test(arguments: ["", " Zoé", "Zoé ", "Zo\né", "\u{0}", String(repeating: "z", count: 101)])
  func `a name nobody could type is refused`(name: String) async throws {
    await #expect {
      try await store.addAgent(name: name, tokenHash: [1], time: time)
    } throws: {
      ($0 as? EventLogError)?.code == .agentNameInvalid
    }
    #expect(try await store.agents().isEmpty)
  }

  @Test func `tokens are long, prefixed and different`() {
    let tokens = Set((0..<100).map { _ in RandomIdentifier.agentToken() })
    #expect(tokens.count == 100)
    #expect(tokens.allSatisfy { $0.hasPrefix("bal_") && $0.utf8.count == 36 })
  }
}
