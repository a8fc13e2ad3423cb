import EventLog
import TestSupport
import Testing

@Suite struct SubjectTests {
  let folder: TemporaryFolder
  let store: SQLiteEventStore

  init() throws {
    folder = try TemporaryFolder()
    store = try SQLiteEventStore(path: folder.path + "/balise.sqlite")
  }

  private func agent(
    _ subject: String, _ name: String, of issuer: String = "https://id.example",
    ignoringCase: Bool = false
  ) async throws -> String? {
    try await store.agent(
      subject: subject, of: issuer, named: name, ignoringCase: ignoringCase)?.name
  }

  @Test func `an agent is whoever comes first by the name, and stays that account`() async throws {
    try await store.addAgent(name: "zoe", role: .writer, time: .now)
    #expect(try await agent("1", "nobody") == nil)
    #expect(try await agent("1", "Zoe") == nil)
    #expect(try await agent("1", "zoe") == "zoe")
    #expect(try await agent("1", "another name") == "zoe")
    #expect(try await agent("2", "zoe") == nil)
    try await store.forgetSubject(ofAgent: "zoe")
    #expect(try await agent("2", "zoe") == "zoe")
    #expect(try await agent("1", "zoe") == nil)
  }

  @Test func `another issuer's accounts are others, and take the place of the former's`()
    async throws
  {
    try await store.addAgent(name: "zoe", role: .agent, time: .now)
    #expect(try await agent("1", "zoe") == "zoe")
    #expect(try await agent("1", "max", of: "https://id.example/é") == nil)
    #expect(try await agent("7", "zoe", of: "https://id.example/é") == "zoe")
    #expect(try await agent("8", "zoe", of: "https://id.example/é") == nil)
    #expect(try await agent("1", "zoe") == "zoe")
  }

  @Test func `capitals are the same letters where they are to be, if that leaves one agent`()
    async throws
  {
    try await store.addAgent(name: "Zoe@Example.com", role: .agent, time: .now)
    #expect(try await agent("1", "zoe@example.com") == nil)
    #expect(try await agent("1", "zoe@example.com", ignoringCase: true) == "Zoe@Example.com")
    try await store.addAgent(name: "max", role: .agent, time: .now)
    try await store.addAgent(name: "MAX", role: .agent, time: .now)
    #expect(try await agent("2", "Max", ignoringCase: true) == nil)
  }

  @Test func `whoever is revoked is let in by no account`() async throws {
    try await store.addAgent(name: "zoe", role: .agent, time: .now)
    #expect(try await agent("1", "zoe") == "zoe")
    try await store.revokeAgent(name: "zoe", time: .now)
    #expect(try await agent("1", "zoe") == nil)
    try await store.addAgent(name: "zoe", role: .agent, time: .now)
    #expect(try await agent("2", "zoe") == "zoe")
  }
}
