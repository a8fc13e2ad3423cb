import EventLog
import TestSupport
import Testing

@Suite struct IdentityTests {
  let folder: TemporaryFolder
  let store: SQLiteEventStore
  let time = Timestamp(milliseconds: 1_700_000_000_000)
  private let limits = SessionLimits(idle: .seconds(600), absolute: .seconds(3600))

  init() throws {
    folder = try TemporaryFolder()
    store = try SQLiteEventStore(path: folder.path + "/balise.sqlite")
  }

  private func after(_ seconds: Int) -> Timestamp { time.advanced(by: .seconds(seconds)) }

  @Test func `a token may do what it was made for, as far as its agent's role goes`() async throws {
    try await store.addAgent(name: "Zoé", role: .writer, time: time)
    _ = try await store.addToken(
      agent: "Zoé", label: "x", hash: [1], scopes: [.shares, .content, .admin], time: time,
      expires: nil)
    #expect(try await store.access(tokenHash: [1], at: time)?.scopes == [.shares, .content])
    try await store.setRole(.agent, ofAgent: "Zoé")
    #expect(try await store.access(tokenHash: [1], at: time)?.scopes == [.shares])
  }

  @Test func `a token ends when it expires, is revoked, or its agent is`() async throws {
    try await store.addAgent(name: "Zoé", role: .agent, time: time)
    _ = try await store.addToken(
      agent: "Zoé", label: "", hash: [1], scopes: [.shares], time: time, expires: after(60))
    let second = try await store.addToken(
      agent: "Zoé", label: "", hash: [2], scopes: [.shares], time: time, expires: nil)
    _ = try await store.addToken(
      agent: "Zoé", label: "", hash: [3], scopes: [.shares], time: time, expires: nil)
    #expect(try await store.access(tokenHash: [1], at: after(59)) != nil)
    #expect(try await store.access(tokenHash: [1], at: after(60)) == nil)
    try await store.revokeToken(id: second, time: time)
    #expect(try await store.access(tokenHash: [2], at: time) == nil)
    await #expect {
      try await store.revokeToken(id: second, time: time)
    } throws: {
      ($0 as? EventLogError)?.code == .tokenUnknown
    }
    #expect(try await store.access(tokenHash: [3], at: time) != nil)
    try await store.revokeAgent(name: "Zoé", time: time)
    #expect(try await store.access(tokenHash: [3], at: time) == nil)
    #expect(try await store.tokens(agent: "Zoé").map { $0.revoked != nil } == [true, true, true])
  }

  @Test func `a session ends when it is idle, and when it is old`() async throws {
    try await store.addAgent(name: "Zoé", role: .agent, time: time)
    try await store.startSession(agent: "Zoé", hash: [1], time: time)
    #expect(try await store.session(hash: [1], limits: limits, at: after(599))?.name == "Zoé")
    for seconds in stride(from: 1100, to: 3600, by: 500) {
      #expect(try await store.session(hash: [1], limits: limits, at: after(seconds)) != nil)
    }
    #expect(try await store.session(hash: [1], limits: limits, at: after(3600)) == nil)

    try await store.startSession(agent: "Zoé", hash: [2], time: time)
    #expect(try await store.session(hash: [2], limits: limits, at: after(600)) == nil)
    #expect(try await store.session(hash: [9], limits: limits, at: time) == nil)
  }

  @Test func `a new pass-phrase and a revocation end sessions`() async throws {
    for (index, name) in ["Zoé", "Paul"].enumerated() {
      try await store.addAgent(name: name, role: .agent, time: time)
      try await store.startSession(agent: name, hash: [UInt8(index)], time: time)
    }
    try await store.setPassphrase("hash", ofAgent: "Zoé")
    #expect(try await store.passphrase(ofAgent: "Zoé") == "hash")
    #expect(try await store.session(hash: [0], limits: limits, at: time) == nil)
    #expect(try await store.session(hash: [1], limits: limits, at: time) != nil)
    try await store.revokeAgent(name: "Paul", time: time)
    #expect(try await store.session(hash: [1], limits: limits, at: time) == nil)
    #expect(try await store.passphrase(ofAgent: "Paul") == nil)
  }

  @Test func `a link signs in once, and in time`() async throws {
    try await store.addAgent(name: "Zoé", role: .agent, time: time)
    try await store.addSignInLink(agent: "Zoé", hash: [1], expires: after(60))
    try await store.addSignInLink(agent: "Zoé", hash: [2], expires: after(60))
    #expect(try await store.signInLink(hash: [1], at: time)?.name == "Zoé")
    #expect(try await store.takeSignInLink(hash: [1], at: time)?.name == "Zoé")
    #expect(try await store.takeSignInLink(hash: [1], at: time) == nil)
    #expect(try await store.signInLink(hash: [1], at: time) == nil)
    #expect(try await store.takeSignInLink(hash: [2], at: after(60)) == nil)
  }

  @Test func `of many who take a link at once, one gets it`() async throws {
    try await store.addAgent(name: "Zoé", role: .agent, time: time)
    try await store.addSignInLink(agent: "Zoé", hash: [1], expires: after(60))
    let taken = try await withThrowingTaskGroup(of: Agent?.self) { group in
      for _ in 0..<20 {
        group.addTask { [store, time] in try await store.takeSignInLink(hash: [1], at: time) }
      }
      return try await group.reduce(into: 0) { count, agent in count += agent == nil ? 0 : 1 }
    }
    #expect(taken == 1)
  }

  @Test func `attempts are limited by each key, and let in again one by one`() async throws {
    func attempt(_ name: UInt8, _ seconds: Int) async throws -> Timestamp? {
      try await store.countAttempt(
        limits: [([name], 3), ([100], 5)], window: .seconds(60), at: after(seconds))
    }
    for second in 0..<3 { #expect(try await attempt(1, second) == nil) }
    #expect(try await attempt(1, 3) == after(60))
    #expect(try await attempt(2, 4) == nil)
    #expect(try await attempt(2, 5) == nil)
    // The network is used up now, whatever the name.
    #expect(try await attempt(3, 6) == after(60))
    #expect(try await attempt(1, 60) == nil)
    try await store.clearAttempts(key: [1])
    try await store.clearAttempts(key: [100])
    #expect(try await attempt(1, 61) == nil)
  }

  @Test func `a secret is made once`() async throws {
    let secret = try await store.secret(named: "session")
    #expect(secret.count == 32)
    #expect(try await store.secret(named: "session") == secret)
    #expect(try await store.secret(named: "other") != secret)
    let again = try SQLiteEventStore(path: store.path)
    #expect(try await again.secret(named: "session") == secret)
  }
}
