import Compression
import EventLog
import Foundation
import HTTPTypes
import Testing

@testable import Companion

@Suite struct HardeningTests {
  let site: TestSite

  init() throws { site = try TestSite() }

  @Test func `too many requests from a network are refused, and told so before`() async throws {
    let forwarded = try #require(HTTPField.Name("X-Forwarded-For"))
    let path = "/api/v1/articles/overheating/views"
    func post(_ address: String) async throws -> Answer {
      try await site.ask(.post, path, headers: [forwarded: address])
    }
    let first = try await post("203.0.113.7")
    #expect(first["RateLimit-Policy"] == "\"write\";q=120;w=60")
    #expect(first["RateLimit"]?.hasPrefix("\"write\";r=119;t=") == true)
    // Two a second come back while the test runs, which takes a while on a busy machine.
    var count = 1
    var refused = first
    while refused.status == 202, count < 1000 {
      refused = try await post("203.0.113.7")
      count += 1
    }
    #expect(refused.status == 429)
    #expect(count > 120)
    #expect(refused.headers[.retryAfter] == "1")
    #expect(try refused.json()["code"] as? String == "too-many-requests")
    #expect(try await post("203.0.113.8").status == 202)
    // Reading, and pages, go on.
    #expect(
      try await site.ask(.get, "/api/v1/articles?lang=fr", headers: [forwarded: "203.0.113.7"])
        .status == 200)
    #expect(try await site.ask(.get, "/fr/", headers: [forwarded: "203.0.113.7"]).status == 200)
    #expect(try await post("127.0.0.1")["RateLimit"] == nil)
  }

  @Test func `an answer has a name, which a proxy may give`() async throws {
    let name = try #require(HTTPField.Name("X-Request-Id"))
    let own = try await site.ask(.get, "/fr/")["X-Request-Id"]
    #expect(own?.utf8.count == 16)
    #expect(try await site.ask(.get, "/fr/")["X-Request-Id"] != own)
    #expect(
      try await site.ask(.get, "/fr/", headers: [name: "abc-12345"])["X-Request-Id"]
        == "abc-12345")
    let odd = try await site.ask(.get, "/fr/", headers: [name: "a b\"c<script>"])
    #expect(odd["X-Request-Id"]?.utf8.count == 16)
  }

  @Test func `an answer that somebody has is not sent again`() async throws {
    let path = "/api/v1/articles?lang=fr"
    let first = try await site.ask(.get, path)
    let tag = try #require(first.headers[.eTag])
    #expect(tag.hasPrefix("W/\""))
    let second = try await site.ask(.get, path, headers: [.ifNoneMatch: tag])
    #expect(second.status == 304)
    #expect(second.body.isEmpty)
    #expect(second.headers[.eTag] == tag)
    _ = try await site.ask(.post, "/api/v1/articles/overheating/views")
    #expect(try await site.ask(.get, path, headers: [.ifNoneMatch: tag]).status == 200)
    #expect(try await site.ask(.get, "/api/v1/search?q=batterie&lang=fr").headers[.eTag] == nil)
  }

  @Test func `a large answer is compressed, but not in a session`() async throws {
    let plain = try await site.ask(.get, "/api/openapi.json")
    let small = try await site.ask(
      .get, "/api/openapi.json", headers: [.acceptEncoding: "gzip, br"])
    #expect(small.headers[.contentEncoding] == "br")
    #expect(small.body.count < plain.body.count / 3)
    #expect(small.headers[.vary]?.contains("Accept-Encoding") == true)
    let session = try await site.ask(
      .get, "/api/openapi.json", headers: [.acceptEncoding: "br", .cookie: "balise=x"])
    #expect(session.headers[.contentEncoding] == nil)
  }

  @Test func `requests are counted by route, and what people type is in no number`() async throws {
    _ = try await site.ask(.get, "/api/v1/search?q=secret&lang=fr")
    _ = try await site.ask(.get, "/api/v1/articles/overheating?lang=fr")
    _ = try await site.ask(.get, "/fr/nowhere/secret")
    let metrics = try await site.ask(.get, "/metrics", from: TestSite.proxy)
    #expect(metrics.status == 200)
    #expect(
      metrics.text.contains(
        "balise_requests_total{route=\"/api/v1/search\",method=\"GET\",status=\"200\"} 1\n"))
    #expect(
      metrics.text.contains(
        "balise_requests_total{route=\"page\",method=\"GET\",status=\"404\"} 1\n"))
    #expect(
      metrics.text.contains("balise_request_seconds_count{route=\"/api/v1/articles/{id}\"} 1\n"))
    #expect(metrics.text.contains("balise_outbox_messages{state=\"dead\"} 0\n"))
    #expect(!metrics.text.contains("secret"))
    #expect(!metrics.text.contains("overheating"))
    let forwarded = try #require(HTTPField.Name("X-Forwarded-For"))
    #expect(
      try await site.ask(.get, "/metrics", headers: [forwarded: "203.0.113.7"]).status == 404)
  }
}

extension HardeningTests {
  @Test func `the description has a page, with every operation and every schema`() async throws {
    let page = try await site.ask(.get, "/api/docs")
    #expect(page.status == 200)
    #expect(page.headers[.contentType] == "text/html; charset=utf-8")
    let document = try await site.ask(.get, "/api/openapi.json").json()
    let paths = try #require(document["paths"] as? [String: [String: Any]])
    for path in paths.keys { #expect(page.text.contains(" \(path)</code></h2>")) }
    let components = document["components"] as? [String: Any]
    for name in try #require(components?["schemas"] as? [String: Any]).keys {
      #expect(page.text.contains("id=\"schema-\(name)\""))
    }
    #expect(!page.text.contains("<script"))
    #expect(!page.text.contains("style="))
  }
}
