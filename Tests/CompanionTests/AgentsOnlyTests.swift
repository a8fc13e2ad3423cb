import BuiltSite
import Digest
import EventLog
import HTTPTypes
import TestSupport
import Testing

@testable import Companion

@Suite struct AgentsOnlyTests {
  let site: TestSite

  init() throws {
    let folder = try TemporaryFolder()
    try TestSite.write(to: folder, key: "1")
    try folder.write(
      #"[{"id": "secret", "versions": {"fr": {"title": "Secret", "url": "/fr/articles/secret/"}}}]"#,
      to: "site-agents/articles.json")
    try folder.write("<p>geheim</p>", to: "site-agents/fr/articles/secret/index.html")
    try folder.write(
      #"{"sharing": {}, "desk": {"networks": ["192.0.2.0/24"], "plans": {"pro": "expert"}}}"#,
      to: "site-agents/server.json")
    let report = BuildReport(
      generator: "test", key: "1", baseURL: "", languages: [], articles: 1, files: 3, bytes: 9,
      updated: nil, warnings: 0, search: [])
    try folder.write(try report.encoded(), to: "site-agents/build-report.json")
    site = try TestSite(
      folder: folder, store: try SQLiteEventStore(path: folder.path + "/data/balise.sqlite"))
  }

  @Test(
    arguments: zip(
      [[.articles], [.reports], [.shares, .reports], []] as [Set<AccessScope>],
      [200, 404, 404, 404]))
  func `what is for agents only needs a token that may read it`(
    scopes: Set<AccessScope>, status: Int
  ) async throws {
    let token = RandomIdentifier.agentToken()
    try await site.store.addAgent(name: "Zoé", role: .agent, time: .now)
    _ = try await site.store.addToken(
      agent: "Zoé", label: "", hash: SHA256.hash(Array(token.utf8)), scopes: scopes, time: .now,
      expires: nil)
    let headers: HTTPFields = [.authorization: "Bearer " + token]
    for path in ["/api/v1/articles/secret?lang=fr", "/fr/articles/secret/"] {
      #expect(try await site.ask(.get, path, headers: headers).status == status, "\(path)")
    }
    let view = try await site.ask(
      .post, "/api/v1/articles/secret/views", headers: headers, body: #"{"lang": "fr"}"#)
    #expect(view.status == (status == 200 ? 202 : 404))
    // What it does counts as an agent's all the same.
    let other = try await site.ask(
      .post, "/api/v1/articles/overheating/views", headers: headers, body: #"{"lang": "fr"}"#)
    #expect(other.status == 202)
    #expect(try await site.store.viewCounts(of: ["overheating"]).isEmpty)
  }

  @Test func `what the server alone is told is taken from beside the site, and sent to nobody`()
    async throws
  {
    #expect(site.server.snapshot.ownNetworks.count == 1)
    #expect(site.server.snapshot.description.level(ofPlan: "Pro") == "expert")
    // The rest is said by the site itself.
    #expect(site.server.snapshot.description.languages["fr"]?.contact != nil)
    let token = try await site.agentToken()
    for path in ["/server.json", "/articles.json/../server.json", "/site-agents/server.json"] {
      let answer = try await site.ask(.get, path, headers: [.authorization: "Bearer " + token])
      #expect(answer.status == 404, "\(path)")
    }
    try site.folder.write("{", to: "site-agents/server.json")
    #expect(throws: CompanionError.self) { try SiteSnapshot.load(site.folder.path + "/site") }
  }
}
