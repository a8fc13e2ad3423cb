import EventLog
import HTTPTypes
import Logging
import Synchronization
import TestSupport
import Testing

@testable import Companion

@Suite struct RequestLogTests {
  /// Keeps what is logged.
  private final class Entries: Sendable {
    let lines = Mutex<[[String: String]]>([])
  }

  private struct Handler: LogHandler {
    let entries: Entries
    var logLevel = Logger.Level.info
    var metadata: Logger.Metadata = [:]

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
      get { metadata[key] }
      set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
      var fields = (event.metadata ?? [:]).mapValues { "\($0)" }
      fields["message"] = event.message.description
      entries.lines.withLock { $0.append(fields) }
    }
  }

  private func site(_ level: Logger.Level, _ entries: Entries) throws -> TestSite {
    let folder = try TemporaryFolder()
    try TestSite.write(to: folder, key: "1")
    let store = try SQLiteEventStore(path: folder.path + "/data/balise.sqlite")
    var configuration = TestSite.configuration(folder, store: store)
    configuration.logger = Logger(label: "test") { _ in Handler(entries: entries) }
    configuration.logger.logLevel = level
    return try TestSite(folder: folder, store: store, configuration)
  }

  @Test func `a request is one line, with its route and neither query nor address`() async throws {
    let entries = Entries()
    let site = try site(.info, entries)
    let headers: HTTPFields = [try #require(.forwardedFor): "192.0.2.77"]
    let answer = try await site.ask(
      .get, "/api/v1/search?q=secretword&lang=fr", headers: headers)
    _ = try await site.ask(.get, "/api/v1/articles/overheating", headers: headers)
    _ = try await site.ask(.get, "/s/Vb7FyjxpZNed2yU5LmpV4P", headers: headers)
    _ = try await site.ask(.get, "/fr/", headers: headers)
    let lines = entries.lines.withLock { $0 }
    #expect(
      lines.compactMap { $0["route"] }
        == ["/api/v1/search", "/api/v1/articles/{id}", "/s/{share_id}", "page"])
    #expect(lines.map { $0["status"] } == ["200", "200", "404", "200"])
    let first = try #require(lines.first)
    #expect(Set(first.keys) == ["message", "id", "method", "route", "status", "ms", "bytes"])
    #expect(first["id"] == answer.headers[try #require(RequestID.header)])
    #expect(first["bytes"] == "\(answer.text.utf8.count)")
    for line in lines {
      for value in line.values {
        for secret in ["secretword", "192.0.2.77", "Vb7F", "overheating"] {
          #expect(!value.contains(secret))
        }
      }
    }
  }

  @Test func `above info, requests are not logged`() async throws {
    let entries = Entries()
    _ = try await site(.notice, entries).ask(.get, "/healthz")
    #expect(entries.lines.withLock { $0.isEmpty })
  }
}
