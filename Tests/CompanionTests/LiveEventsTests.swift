import EventLog
import Foundation
import HTTPTypes
import Testing

@testable import Companion

@Suite(.timeLimit(.minutes(1))) struct LiveEventsTests {
  let site: TestSite
  private var live: LiveEvents { site.server.responder.services.live }

  init() throws { site = try TestSite() }

  /// Waits until nobody listens, or somebody does.
  private func untilIdle(_ isIdle: Bool) async throws {
    while live.isIdle != isIdle { try await Task.sleep(for: .milliseconds(5)) }
  }

  /// A stream that is open, by a token or a cookie; its text once it ends.
  private func listening(_ headers: HTTPFields) async throws -> Task<Answer, any Error> {
    let stream = Task { try await site.ask(.get, "/api/v1/events", headers: headers) }
    try await untilIdle(false)
    return stream
  }

  private func session(_ name: String) async throws -> (SessionCookie, HTTPFields) {
    let cookie = SessionCookie()
    try await site.store.startSession(agent: name, hash: cookie.hash, time: .now)
    let key = try await site.store.secret(named: "session")
    let header = cookie.header(key: key, isSecure: true).prefix { $0 != ";" }
    return (cookie, [.cookie: String(header)])
  }

  @Test func `a request is told to those who may read it, and without what tells who people are`()
    async throws
  {
    let writer = try #require(live.listen(.testing("Ève", .writer)))
    let agent = try #require(live.listen(.testing("Zoé")))
    let answer = try await site.ask(
      .post, "/api/v1/requests",
      body:
        #"{"kind": "expert", "lang": "fr", "text": "Rappelez jean@example.com au 06 12 34 56 78"}"#)
    #expect(answer.status == 201)
    live.publish(.heartbeat)
    var told = writer.makeAsyncIterator()
    let item = try #require(await told.next())
    #expect(item.name == "request")
    #expect(item.text.contains("Rappelez […] au […]"))
    #expect(!item.text.contains("jean"))
    var others = agent.makeAsyncIterator()
    #expect(await others.next()?.name == nil)
  }

  @Test func `a stream ends with the token that let it begin`() async throws {
    let token = try await site.agentToken()
    let stream = try await listening([.authorization: "Bearer " + token])
    live.publish(.heartbeat)
    try await site.store.revokeAgent(name: "Zoé", time: .now)
    live.publish(.heartbeat)
    #expect(try await stream.value.text.hasPrefix("event: figures\n"))
    try await untilIdle(true)
  }

  @Test func `a stream ends when the role allows less than before`() async throws {
    try await site.store.addAgent(name: "Ève", role: .writer, time: .now)
    let (_, headers) = try await session("Ève")
    let stream = try await listening(headers)
    try await site.store.setRole(.agent, ofAgent: "Ève")
    live.publish(.heartbeat)
    #expect(try await stream.value.status == 200)
  }

  @Test func `a stream ends with its session alone, when its owner signs out`() async throws {
    try await site.store.addAgent(name: "Zoé", role: .agent, time: .now)
    let (cookie, headers) = try await session("Zoé")
    let stream = try await listening(headers)
    let other = try #require(live.listen(.testing("Zoé")))
    let key = try await site.store.secret(named: "session")
    var form = headers
    form[.contentType] = "application/x-www-form-urlencoded"
    let out = try await site.ask(
      .post, "/desk/sign-out", headers: form, body: "csrf=" + cookie.requestToken(key))
    #expect(out.status == 303)
    #expect(try await stream.value.status == 200)
    live.publish(.heartbeat)
    var others = other.makeAsyncIterator()
    #expect(await others.next() != nil)
  }

  @Test func `listening is no use of a session, which ends without requests`() async throws {
    try await site.store.addAgent(name: "Zoé", role: .agent, time: .now)
    let cookie = SessionCookie()
    let started = Timestamp.now.advanced(by: .seconds(-3600))
    try await site.store.startSession(agent: "Zoé", hash: cookie.hash, time: started)
    let key = try await site.store.secret(named: "session")
    let header = cookie.header(key: key, isSecure: true).prefix { $0 != ";" }
    let stream = try await listening([.cookie: String(header)])
    live.publish(.heartbeat)
    live.end { _ in true }
    #expect(try await stream.value.status == 200)
    let limits = SessionLimits(idle: .seconds(1800), absolute: .seconds(86_400))
    #expect(
      try await site.store.session(hash: cookie.hash, limits: limits, at: .now, isUse: false) == nil
    )
  }

  @Test func `whoever made a share is told what happens to it, and nobody else`() async throws {
    let token = try await site.agentToken()
    let own = try #require(live.listen(.testing("Zoé")))
    let other = try #require(live.listen(.testing("Ève", .admin)))
    let share = try await site.ask(
      .post, "/api/v1/articles/overheating/shares", headers: [.authorization: "Bearer " + token],
      body: #"{"lang": "fr"}"#
    ).json()
    let id = try #require(share["share_id"] as? String)
    #expect(share["title"] as? String == "Surchauffe batterie")
    #expect(try await site.ask(.get, "/s/" + id).status == 302)
    live.publish(.heartbeat)
    var told = own.makeAsyncIterator()
    let item = try #require(await told.next())
    #expect(item.name == "share")
    #expect(item.text.contains(#""share_id":"\#(id)""#))
    #expect(item.text.contains(#""openings":1"#))
    var others = other.makeAsyncIterator()
    #expect(await others.next()?.name == nil)
  }
}
