import EventLog
import Foundation
import HTTPTypes
import Testing

@testable import Companion

@Suite struct OutboxPageTests {
  let site: TestSite

  init() throws { site = try TestSite() }

  private func session(_ role: AgentRole) async throws -> (headers: HTTPFields, token: String) {
    try await site.store.addAgent(name: role.rawValue, role: role, time: .now)
    let cookie = SessionCookie()
    try await site.store.startSession(agent: role.rawValue, hash: cookie.hash, time: .now)
    let key = try await site.store.secret(named: "session")
    let header = cookie.header(key: key, isSecure: true).prefix { $0 != ";" }
    return (
      [
        .cookie: String(header), .contentType: "application/x-www-form-urlencoded",
        .acceptLanguage: "en",
      ], cookie.requestToken(key)
    )
  }

  private func dead(_ id: String, article: String = "overheating") async throws -> Int64 {
    try await site.store.accept(
      Share(id: id, articleID: article, language: "en", channel: "email", agent: "Zoé"),
      message: [1], due: .now)
    let entry = try #require(
      try await site.store.claimMessages(limit: 9, lease: .seconds(1), at: .now).first)
    try await site.store.settle(entry, .dead(fault: "550 no <such> user"), at: .now)
    return entry.id
  }

  @Test func `an admin sees what was not delivered, and has it sent again`() async throws {
    let admin = try await session(.admin)
    let empty = try await site.ask(.get, "/desk/outbox", headers: admin.headers)
    #expect(empty.status == 200)
    #expect(empty.text.contains("Every message was delivered"))
    let id = try await dead("a")
    let revoked = try await dead("b", article: "gone")
    try await site.store.revokeShare(id: "b", at: .now)
    let page = try await site.ask(.get, "/desk/outbox", headers: admin.headers)
    for piece in ["550 no &lt;such&gt; user", "<td>Overheating</td>", "<td>gone</td>", "Zoé"] {
      #expect(page.text.contains(piece), "\(piece)")
    }
    #expect(page.text.contains("action=\"/desk/outbox/\(id)/resend\""))
    #expect(!page.text.contains("/desk/outbox/\(revoked)/resend"))
    let resend = "/desk/outbox/\(id)/resend"
    // Another site's page does not know the session's token.
    #expect(try await site.ask(.post, resend, headers: admin.headers, body: "").status == 403)
    for (outcome, text) in [
      ("sent", "The message is on its way again."),
      ("refused", "This message cannot be sent again"),
    ] {
      let answer = try await site.ask(
        .post, resend, headers: admin.headers, body: "csrf=" + admin.token)
      #expect(answer.headers[.location] == "/desk/outbox?done=" + outcome)
      let shown = try await site.ask(
        .get, "/desk/outbox?done=" + outcome, headers: admin.headers)
      #expect(shown.text.contains(text))
    }
    #expect(try await site.store.messageCounts() == [.waiting: 1, .dead: 1])
  }

  @Test func `nobody else does, and the page is offered to admins alone`() async throws {
    #expect(try await site.ask(.get, "/desk/outbox").status == 303)
    let admin = try await session(.admin)
    let link = "href=\"/desk/outbox\""
    #expect(try await site.ask(.get, "/desk/", headers: admin.headers).text.contains(link))
    for role in [AgentRole.agent, .writer] {
      let other = try await session(role)
      #expect(try await site.ask(.get, "/desk/outbox", headers: other.headers).status == 403)
      let resend = try await site.ask(
        .post, "/desk/outbox/1/resend", headers: other.headers, body: "csrf=" + other.token)
      #expect(resend.status == 403)
      #expect(try await !site.ask(.get, "/desk/", headers: other.headers).text.contains(link))
    }
  }
}
