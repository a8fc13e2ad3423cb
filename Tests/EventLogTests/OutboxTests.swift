import EventLog
import TestSupport
import Testing

@Suite struct OutboxTests {
  let folder: TemporaryFolder
  let store: SQLiteEventStore
  let time = Timestamp(milliseconds: 1_700_000_000_000)

  init() throws {
    folder = try TemporaryFolder()
    store = try SQLiteEventStore(path: folder.path + "/balise.sqlite")
  }

  private func after(_ seconds: Int) -> Timestamp { time.advanced(by: .seconds(seconds)) }

  private func accept(_ id: String, due: Int = 10) async throws {
    try await store.accept(
      Share(
        id: id, articleID: "a", language: "fr", channel: "email", agent: "Zoé",
        conversationID: "42", time: time), message: Array(id.utf8), due: after(due))
  }

  private func claim(_ seconds: Int, limit: Int = 10) async throws -> [OutboxEntry] {
    try await store.claimMessages(limit: limit, lease: .seconds(30), at: after(seconds))
  }

  @Test func `a message is claimed when it is due, by one alone`() async throws {
    try await accept("a")
    #expect(try await claim(9).isEmpty)
    let claimed = try await withThrowingTaskGroup(of: [OutboxEntry].self) { group in
      for _ in 0..<10 { group.addTask { try await claim(10) } }
      return try await group.reduce(into: []) { $0 += $1 }
    }
    #expect(claimed.map(\.shareID) == ["a"])
    #expect(claimed.map(\.message) == [Array("a".utf8)])
  }

  @Test func `a claim that is not settled is lost, and what it settles later is ignored`()
    async throws
  {
    try await accept("a")
    let first = try #require(try await claim(10).first)
    #expect(try await claim(39).isEmpty)
    let second = try #require(try await claim(40).first)
    #expect(second.attempts == 2)
    try await store.settle(first, .dead(fault: "late"), at: after(41))
    #expect(try await store.shareSummary(id: "a")?.message?.state == .waiting)
    try await store.settle(second, .sent, at: after(42))
    let message = try #require(try await store.shareSummary(id: "a")?.message)
    #expect(message.state == .sent)
    // What people wrote is not kept longer than it takes.
    #expect(message.message.isEmpty)
    #expect(try await claim(1000).isEmpty)
  }

  @Test func `a share and its message are stored together or not at all`() async throws {
    try await accept("a")
    await #expect { try await accept("a") } throws: {
      ($0 as? EventLogError)?.code == .shareExists
    }
    #expect(try await claim(10).count == 1)
  }

  @Test func `a share is undone until its message is tried`() async throws {
    try await accept("a")
    try await accept("b")
    #expect(try await store.undoShare(id: "a", at: time))
    #expect(try await store.share(id: "a") == nil)
    #expect(try await claim(10).map(\.shareID) == ["b"])
    #expect(try await store.undoShare(id: "b", at: time) == false)
    #expect(try await store.share(id: "b") != nil)
    #expect(try await store.undoShare(id: "none", at: time) == false)
  }

  @Test func `what failed waits, what died is sent again on request`() async throws {
    try await accept("a")
    let first = try #require(try await claim(10).first)
    try await store.settle(first, .retry(at: after(60), fault: "later"), at: after(11))
    #expect(try await claim(59).isEmpty)
    let second = try #require(try await claim(60).first)
    #expect(second.failures == 1)
    try await store.settle(second, .dead(fault: "no such user"), at: after(61))
    let dead = try await store.messages(in: .dead, limit: 10, offset: 0)
    #expect(dead.total == 1)
    #expect(dead.messages.first?.fault == "no such user")
    #expect(try await store.messageCounts() == [.dead: 1])
    #expect(try await store.resendMessage(id: second.id, at: after(70)))
    #expect(try await store.resendMessage(id: second.id, at: after(70)) == false)
    #expect(try await claim(70).first?.failures == 0)
  }

  @Test func `a revoked share is neither opened nor sent`() async throws {
    try await accept("a")
    try await store.revokeShare(id: "a", at: after(1))
    #expect(try await store.share(id: "a")?.isOpen(at: after(1)) == false)
    #expect(try await claim(10).isEmpty)
    let dead = try await store.messages(in: .dead, limit: 10, offset: 0).messages
    #expect(try await store.resendMessage(id: #require(dead.first).id, at: after(2)) == false)
  }

  @Test func `what was revoked or has expired after it died is not sent after all`() async throws {
    for (id, expires) in [("a", nil), ("b", 65)] as [(String, Int?)] {
      try await store.accept(
        Share(
          id: id, articleID: "a", language: "fr", channel: "email", agent: "Zoé", time: time,
          expires: expires.map(after)), message: Array(id.utf8), due: after(10))
      let entry = try #require(try await claim(10).first)
      try await store.settle(entry, .dead(fault: "full"), at: after(11))
    }
    try await store.revokeShare(id: "a", at: after(12))
    let dead = try await store.messages(in: .dead, limit: 10, offset: 0).messages
    #expect(dead.first { $0.shareID == "a" }?.message == [])
    let ids = Dictionary(uniqueKeysWithValues: dead.map { ($0.shareID ?? "", $0.id) })
    #expect(try await store.resendMessage(id: #require(ids["a"]), at: after(60)) == false)
    #expect(try await store.resendMessage(id: #require(ids["b"]), at: after(65)) == false)
    #expect(try await store.resendMessage(id: #require(ids["b"]), at: after(64)))
  }

  @Test func `a request and the mail that tells of it are stored once`() async throws {
    let request = HelpRequest(
      id: "r", kind: .expert, language: "fr", text: "De jean@example.com", time: time)
    for _ in 0..<2 { try await store.accept(request, message: [7], due: time) }
    #expect(try await store.request(id: "r")?.text == "De […]")
    let claimed = try await claim(10)
    #expect(claimed.map(\.requestID) == ["r"])
    #expect(claimed.map(\.shareID) == [nil])
    #expect(claimed.map(\.message) == [[7]])
    try await store.settle(#require(claimed.first), .dead(fault: "no"), at: after(11))
    #expect(try await store.resendMessage(id: #require(claimed.first).id, at: after(12)))
  }

  @Test func `a bounce is seen at the share that was sent`() async throws {
    try await accept("a")
    #expect(try await store.noteBounce(shareID: "a", fault: "full", at: time) == false)
    let entry = try #require(try await claim(10).first)
    try await store.settle(entry, .sent, at: after(11))
    #expect(try await store.noteBounce(shareID: "a", fault: "full", at: after(12)))
    let message = try await store.shareSummary(id: "a")?.message
    #expect(message?.state == .bounced)
    #expect(message?.fault == "full")
  }

  @Test func `shares are listed by conversation and agent, the last one first`() async throws {
    for (index, id) in ["a", "b", "c"].enumerated() {
      try await store.accept(
        Share(
          id: id, articleID: "x", language: "fr", channel: "link",
          agent: id == "c" ? "Paul" : "Zoé", conversationID: id == "a" ? nil : "42",
          time: after(index), kind: .resolution, anchor: "causes", expires: after(99)),
        message: nil, due: time)
    }
    try await store.append([
      .opening(OpeningEvent(shareID: "b", time: after(9))),
      .opening(OpeningEvent(shareID: "b", time: after(8))),
    ])
    let all = try await store.shareSummaries(
      conversation: nil, agent: nil, limit: 2, offset: 0)
    #expect(all.total == 3)
    #expect(all.shares.map(\.share.id) == ["c", "b"])
    #expect(all.shares.last?.openings == 2)
    #expect(all.shares.last?.firstOpening == after(8))
    #expect(all.shares.last?.share.kind == .resolution)
    #expect(all.shares.last?.share.anchor == "causes")
    let some = try await store.shareSummaries(
      conversation: "42", agent: "Zoé", limit: 10, offset: 0)
    #expect(some.shares.map(\.share.id) == ["b"])
  }

  @Test func `a request with a key is answered once`() async throws {
    #expect(try await store.beginRequest(key: [1], fingerprint: [9], at: time) == nil)
    let pending = try await store.beginRequest(key: [1], fingerprint: [9], at: after(59))
    #expect(pending?.status == nil)
    #expect(pending != nil)
    try await store.finishRequest(key: [1], status: 201, body: [7])
    let answered = try await store.beginRequest(key: [1], fingerprint: [8], at: after(3600))
    #expect(answered?.status == 201)
    #expect(answered?.body == [7])
    #expect(answered?.fingerprint == [9])
    #expect(try await store.beginRequest(key: [1], fingerprint: [9], at: after(86_400)) == nil)
  }

  @Test func `what a request brings about is stored once, though its answer was lost`() async throws
  {
    let view = Event.view(ViewEvent(articleID: "a", language: "fr", time: time))
    func answer(_ seconds: Int, body: UInt8 = 9) async throws -> AnsweredRequest? {
      let known = try await store.beginRequest(key: [1], fingerprint: [body], at: after(seconds))
      if known == nil { try await store.append([.once(key: [1], view)]) }
      return known
    }
    #expect(try await answer(0) == nil)
    // The server was killed before it could keep the answer; what failed later forgets nothing.
    try await store.forgetRequest(key: [1])
    #expect(try await answer(59)?.status == nil)
    #expect(try await answer(60) == nil)
    #expect(try await store.viewCounts(of: ["a"]) == ["a": 1])
    #expect(try await answer(61, body: 8)?.fingerprint == [9])
    try await store.finishRequest(key: [1], status: 202, body: [7])
    #expect(try await answer(62)?.body == [7])
    // After a day the key may be used for something else.
    #expect(try await answer(86_400, body: 8) == nil)
    #expect(try await store.viewCounts(of: ["a"]) == ["a": 2])
  }

  @Test func `what is stored once without a request that began is stored`() async throws {
    let view = Event.view(ViewEvent(articleID: "a", language: "fr"))
    try await store.append([.once(key: [1], view), view])
    #expect(try await store.viewCounts(of: ["a"]) == ["a": 2])
  }

  @Test func `a request that was never answered is new after a minute`() async throws {
    #expect(try await store.beginRequest(key: [1], fingerprint: [9], at: time) == nil)
    #expect(try await store.beginRequest(key: [1], fingerprint: [9], at: after(60)) == nil)
    try await store.forgetRequest(key: [1])
    #expect(try await store.beginRequest(key: [1], fingerprint: [9], at: after(61)) == nil)
  }
}
