import Delivery
import EventLog
import Foundation
import HTTPTypes
import TestSupport
import Testing

@testable import Companion

@Suite struct DeliverySettingsTests {
  private func site(_ desk: String = "{}", contact: String = "https://example.com/") throws
    -> TestSite
  {
    let folder = try TemporaryFolder()
    let settings = """
      {"languages": {"fr": {"title": "Aide", "contact": "\(contact)"}}, "desk": \(desk),
       "sharing": {"mail": {"from": "Aide <aide@example.com>", "smtp": "SMTP",
                            "replyTo": "conversation+{conversation_id}@example.com"}}}
      """
    try TestSite.write(to: folder, key: "1", extra: ["site.json": settings])
    let store = try SQLiteEventStore(path: folder.path + "/data/balise.sqlite")
    var configuration = TestSite.configuration(
      folder, store: store, baseURL: "https://help.example/")
    configuration.environment = ["SMTP": "smtp://127.0.0.1:1"]
    return try TestSite(folder: folder, store: store, configuration)
  }

  private func mails(_ site: TestSite) async throws -> [MailMessage] {
    let claimed = try await site.store.claimMessages(
      limit: 10, lease: .seconds(1), at: Timestamp.now.advanced(by: .seconds(60)))
    return claimed.compactMap {
      guard case .mail(let mail) = OutgoingMessage(stored: $0.message) else { return nil }
      return mail
    }
  }

  @Test(arguments: zip(["T-1042", "T 1042", "a@b", "é"], [201, 422, 422, 422]))
  func `a mail whose answers would reach nobody is refused`(id: String, status: Int) async throws {
    let site = try site()
    let token = try await site.agentToken()
    func share(_ more: String = "") async throws -> Answer {
      try await site.ask(
        .post, "/api/v1/articles/overheating/shares", headers: [.authorization: "Bearer " + token],
        body:
          #"{"channel": "email", "recipient": "m@example.org", "conversation_id": "\#(id)"\#(more)}"#
      )
    }
    let answer = try await share()
    #expect(answer.status == status)
    if status == 422 { #expect(try answer.json()["field"] as? String == "conversation_id") }
    // Whoever says where answers go need not have them made of the id.
    #expect(try await share(#", "reply_to": "zoe@example.com""#).status == 201)
    let addresses = try await mails(site).compactMap(\.replyTo?.address).sorted()
    #expect(
      addresses == (status == 201 ? ["conversation+T-1042@example.com"] : []) + ["zoe@example.com"])
  }

  @Test(arguments: [".", ".."])
  func `a conversation that is a step in an address is refused`(id: String) async throws {
    let site = try site()
    let token = try await site.agentToken()
    let answer = try await site.ask(
      .post, "/api/v1/articles/overheating/shares", headers: [.authorization: "Bearer " + token],
      body: #"{"channel": "chat", "conversation_id": "\#(id)"}"#)
    #expect(answer.status == 422)
    #expect(try answer.json()["field"] as? String == "conversation_id")
  }

  @Test(
    arguments: zip(
      [#"{"experts": "experts@example.com"}"#, "{}", "{}"],
      [
        ("https://example.com/", "experts@example.com"),
        ("mailto:contact@example.com?subject=x", "contact@example.com"),
        ("https://example.com/", nil),
      ] as [(address: String, expected: String?)]))
  func `experts get what an agent asks by mail, and nothing that anyone else asks`(
    desk: String, contact: (address: String, expected: String?)
  ) async throws {
    let site = try site(desk, contact: contact.address)
    let body = #"""
      {"kind": "expert", "lang": "fr", "article": "overheating", "query": "fumée", "conversation_id": "T-7",
       "text": "Le <b>BMS</b> de jean@example.com fume"}
      """#
    #expect(try await site.ask(.post, "/api/v1/requests", body: body).status == 201)
    #expect(try await mails(site).isEmpty)
    let token = try await site.agentToken()
    let key = try #require(HTTPField.Name("Idempotency-Key"))
    let headers: HTTPFields = [.authorization: "Bearer " + token, key: "k"]
    let first = try await site.ask(.post, "/api/v1/requests", headers: headers, body: body)
    #expect(first.status == 201)
    // As if the answer had been lost, and the request forgotten.
    _ = try await site.store.beginRequest(
      key: [0], fingerprint: [], at: Timestamp.now.advanced(by: .seconds(2 * 86_400)))
    let second = try await site.ask(.post, "/api/v1/requests", headers: headers, body: body)
    #expect(first.body == second.body)
    #expect(try await site.store.requests(isOpen: nil, limit: 9).count == 2)
    let sent = try await mails(site)
    #expect(sent.map(\.to.address) == [contact.expected].compactMap { $0 })
    guard let mail = sent.first else { return }
    #expect(mail.subject == "Aide: Question pour un expert")
    #expect(mail.replyTo?.address == "conversation+T-7@example.com")
    for piece in [
      "Zoé demande pour un client", "Le <b>BMS</b> de […] fume", "Recherche: fumée",
      "https://help.example/fr/articles/surchauffe/", "https://help.example/desk/reports",
    ] {
      #expect(mail.text.contains(piece), "\(mail.text)")
    }
    #expect(mail.html.contains("Le &lt;b&gt;BMS&lt;/b&gt; de […] fume"))
    for kind in ["mistake", "article"] {
      _ = try await site.ask(
        .post, "/api/v1/requests", headers: [.authorization: "Bearer " + token],
        body: #"{"kind": "\#(kind)", "article": "overheating", "text": "a", "query": "b"}"#)
    }
    #expect(try await site.store.messageCounts() == [.waiting: 1])
  }
}
