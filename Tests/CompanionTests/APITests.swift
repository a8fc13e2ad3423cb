import EventLog
import Foundation
import HTTPTypes
import Testing

@testable import Companion

@Suite struct APITests {
  let site: TestSite

  init() throws { site = try TestSite() }

  @Test func `the description describes the routes there are, and no others`() async throws {
    let answer = try await site.ask(.get, "/api/openapi.json")
    let json = try answer.json()
    #expect(json["openapi"] as? String == "3.1.0")
    let paths = try #require(json["paths"] as? [String: [String: Any]])
    let described = paths.flatMap { path, methods in
      methods.keys.map { "\($0.uppercased()) \(path)" }
    }
    let routes = site.server.responder.allRoutes
    #expect(
      described.sorted()
        == routes.filter { $0.operation != nil }.map { "\($0.method) \($0.pattern)" }.sorted())
    // Whatever is not described is a page, or what a page loads.
    let pages = routes.filter { $0.operation == nil }.map(\.pattern)
    #expect(pages.allSatisfy { $0.hasPrefix("/desk/") || $0 == "/api/docs" })
  }

  @Test func `each route declares the parameter of its path`() throws {
    for route in site.server.responder.allRoutes {
      guard let operation = route.operation else { continue }
      let named = route.segments.compactMap { segment -> String? in
        guard case .parameter(let name) = segment else { return nil }
        return name
      }
      let declared = operation.parameters.filter { $0.place == .path }.map(\.name)
      #expect(declared == named, "\(route.pattern)")
    }
  }

  @Test func `a route that declares a scope answers nobody without a token`() async throws {
    for route in site.server.responder.allRoutes where route.operation?.scope != nil {
      let path = route.pattern.replacing("{id}", with: "overheating")
        .replacing("{share_id}", with: String(repeating: "a", count: 22))
        .replacing("{message_id}", with: "1")
      let answer = try await site.ask(route.method, path)
      #expect(answer.status == 401, "\(route.method) \(path)")
    }
  }

  @Test func `a conversation may be called otherwise than an article`() async throws {
    let json = try await site.ask(.get, "/api/openapi.json").json()
    let paths = try #require(json["paths"] as? [String: [String: [String: Any]]])
    func schema(_ path: String, _ method: String) throws -> [String: Any] {
      let parameters = try #require(paths[path]?[method]?["parameters"] as? [[String: Any]])
      return try #require(parameters[0]["schema"] as? [String: Any])
    }
    let article = try #require(try schema("/api/v1/articles/{id}", "get")["pattern"] as? String)
    let other = try schema("/api/v1/conversations/{id}/messages", "post")["pattern"] as? String
    #expect(other != nil && other != article)
    let related = try #require(paths["/api/v1/related"]?["post"])
    #expect(related["x-rate-limit"] as? String == "read")
  }

  @Test func `the description says which categories there are, and that bodies hold no more`()
    async throws
  {
    let json = try await site.ask(.get, "/api/openapi.json").json()
    let paths = try #require(json["paths"] as? [String: [String: [String: Any]]])
    let parameters = try #require(
      paths["/api/v1/stats/report"]?["get"]?["parameters"] as? [[String: Any]])
    let category = try #require(parameters.first { $0["name"] as? String == "category" })
    #expect(
      (category["schema"] as? [String: Any])?["enum"] as? [String] == ["account", "alerts", ""])
    let schemas = try #require(
      (json["components"] as? [String: Any])?["schemas"] as? [String: [String: Any]])
    for name in ["View", "Vote", "Pin", "Solved", "HelpRequestBody", "Messages", "Customer"] {
      #expect(schemas[name]?["additionalProperties"] as? Bool == false, "\(name)")
    }
  }

  @Test func `every reference of the description leads somewhere`() async throws {
    let text = try await site.ask(.get, "/api/openapi.json").text
    let schemas = try #require(
      (try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        .flatMap { $0["components"] as? [String: Any] }?["schemas"] as? [String: Any])
    let references = text.components(separatedBy: "#/components/schemas/").dropFirst()
      .compactMap { $0.split(separator: "\"").first.map(String.init) }
    #expect(!references.isEmpty)
    #expect(Set(references).subtracting(schemas.keys).isEmpty)
    #expect(Set(schemas.keys).subtracting(references).isEmpty)
  }

  @Test(
    arguments: zip(
      [
        "/api/v1/search?lang=fr&q=batterie", "/api/v1/articles?lang=fr",
        "/api/v1/articles/overheating", "/readyz", "/healthz", "/api/v1/stats/summary",
        "/api/v1/search?lang=fr&q=batterie&explain=1&group=category",
        "/api/v1/suggest?lang=fr&q=batt",
      ],
      [
        "SearchResults", "ArticleList", "Article", "Readiness", nil, "Summary", "SearchResults",
        "Suggestions",
      ] as [String?]))
  func `an answer has the fields that the description says`(
    path: String, schema: String?
  ) async throws {
    let token = try await site.agentToken()
    let answer = try await site.ask(.get, path, headers: [.authorization: "Bearer " + token])
    #expect(answer.status == 200)
    guard let schema else { return }
    try await SchemaCheck(site).check(try answer.json(), schema)
  }

  @Test func `related articles have the fields that the description says`() async throws {
    let answer = try await site.ask(
      .post, "/api/v1/related", body: #"{"text": "contacteur collé", "lang": "en"}"#)
    #expect(answer.status == 200)
    try await SchemaCheck(site).check(try answer.json(), "RelatedArticles")
  }

  @Test func `an address that the API does not have is a problem`() async throws {
    for path in ["/api/", "/api/v1/nothing", "/api/v2/search", "/api/v1/search/x"] {
      let answer = try await site.ask(.get, path)
      #expect(answer.status == 404)
      #expect(answer.headers[.contentType] == "application/problem+json")
    }
    #expect(try await site.ask(.get, "/api/%zz").status == 400)
  }

  @Test(
    arguments: zip(
      ["/api/v1/search", "/api/v1/articles/overheating/views", "/healthz"],
      ["GET, HEAD", "POST", "GET, HEAD"]))
  func `a method that a route does not have is refused with those it has`(
    path: String, allowed: String
  ) async throws {
    for method in [HTTPRequest.Method.delete, .put] {
      let answer = try await site.ask(method, path)
      #expect(answer.status == 405)
      let names = try #require(answer.headers[.allow])
      #expect(names.hasPrefix(allowed) || names.hasSuffix(allowed))
    }
    #expect(try await site.ask(.options, path).status == 204)
  }

  @Test func `an address that is too long is refused`() async throws {
    let answer = try await site.ask(.get, "/" + String(repeating: "a", count: 9_000))
    #expect(answer.status == 414)
  }

  @Test func `the summary counts what happened`() async throws {
    let token = try await site.agentToken()
    try await site.store.append([
      .view(ViewEvent(articleID: "overheating", language: "fr")),
      .view(ViewEvent(articleID: "gone", language: "fr")),
      .search(SearchEvent(query: "néant", language: "fr", hitCount: 0, microseconds: 1)),
    ])
    let headers: HTTPFields = [.authorization: "Bearer " + token]
    let json = try await site.ask(
      .get, "/api/v1/stats/summary?since=7d&lang=fr", headers: headers
    ).json()
    let totals = try #require(json["totals"] as? [String: Int])
    #expect(totals["views"] == 2)
    #expect(totals["searches_without_hits"] == 1)
    let viewed = try #require(json["most_viewed"] as? [[String: Any]])
    #expect(viewed.compactMap { $0["id"] as? String } == ["gone", "overheating"])
    #expect(viewed.last?["title"] as? String == "Surchauffe batterie")
    #expect(
      try await site.ask(.get, "/api/v1/stats/summary?since=x", headers: headers).status == 400)
  }

  @Test func `a closed store makes the server unready, but not deaf`() async throws {
    #expect(try await site.ask(.get, "/readyz").status == 200)
    try await site.store.close()
    let ready = try await site.ask(.get, "/readyz")
    #expect(ready.status == 503)
    #expect(try ready.json()["status"] as? String == "unready")
    #expect(try await site.ask(.get, "/healthz").status == 200)
    #expect(try await site.ask(.get, "/fr/").status == 200)
    #expect(try await site.ask(.get, "/api/v1/search?q=batterie&lang=fr").status == 200)
    let view = try await site.ask(.post, "/api/v1/articles/overheating/views")
    #expect(view.status == 503)
    #expect(view.headers[.retryAfter] == "5")
  }
}
