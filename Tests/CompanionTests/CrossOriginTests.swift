import HTTPTypes
import Testing

@testable import Companion

@Suite struct `Pages of other origins` {
  private func site(_ origins: String) throws -> TestSite {
    try TestSite(extra: ["site.json": #"{"languages": {}, "origins": [\#(origins)]}"#])
  }

  private let app: HTTPFields = [.origin: "https://app.example.com"]

  @Test func `no other origin may read anything unless the site says so`() async throws {
    let answer = try await TestSite().ask(.get, "/api/v1/search?q=batterie", headers: app)
    #expect(answer.status == 200)
    #expect(answer.headers[.accessControlAllowOrigin] == nil)
  }

  @Test(arguments: ["/api/v1/search?q=batterie", "/fr/articles/surchauffe/", "/search/fr.json"])
  func `an origin that the site names may read`(path: String) async throws {
    let site = try site(#""https://app.example.com""#)
    let answer = try await site.ask(.get, path, headers: app)
    #expect(answer.status == 200)
    #expect(answer.headers[.accessControlAllowOrigin] == "https://app.example.com")
    #expect(answer.headers[.vary]?.contains("Origin") == true)
    #expect(answer.headers[.accessControlAllowCredentials] == nil)
    let other = try await site.ask(.get, path, headers: [.origin: "https://evil.example"])
    #expect(other.headers[.accessControlAllowOrigin] == nil)
    #expect(other.headers[.vary]?.contains("Origin") == true)
  }

  @Test func `any origin may read where the site says so`() async throws {
    let answer = try await site(#""*""#).ask(.get, "/articles.json", headers: app)
    #expect(answer.headers[.accessControlAllowOrigin] == "*")
  }

  @Test func `what is sent is announced first, and an agent's token may not be`() async throws {
    let answer = try await site(#""*""#).ask(
      .options, "/api/v1/articles/overheating/views", headers: app)
    #expect(answer.status == 204)
    #expect(answer.headers[.accessControlAllowMethods] == "GET, HEAD, POST")
    #expect(answer.headers[.accessControlAllowHeaders] == "Content-Type")
  }

  @Test(arguments: ["/desk/", "/metrics", "/healthz", "/s/abc"])
  func `what is the server's own is for nobody else`(path: String) async throws {
    let answer = try await site(#""*""#).ask(.get, path, headers: app)
    #expect(answer.headers[.accessControlAllowOrigin] == nil)
  }
}
