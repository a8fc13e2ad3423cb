import EventLog
import Synchronization
import TestSupport
import Testing

@testable import Companion

@Suite struct ServerTests {
  let folder: TemporaryFolder
  let store: SQLiteEventStore

  init() throws {
    folder = try TemporaryFolder()
    try TestSite.write(to: folder, key: "1")
    store = try SQLiteEventStore(path: folder.path + "/data/balise.sqlite")
  }

  /// Runs a server while `body` uses its port.
  private func serve(
    _ configure: (inout CompanionConfiguration) -> Void = { _ in },
    _ body: @escaping @Sendable (Int) async throws -> Void
  ) async throws {
    var configuration = TestSite.configuration(folder, store: store)
    configure(&configuration)
    let server = try CompanionServer(configuration)
    let (ports, port) = AsyncStream.makeStream(of: Int.self)
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await server.run { port.yield($0) } }
      for await number in ports {
        try await body(number)
        break
      }
      group.cancelAll()
      // A server that is told to stop stops without an error.
      while let result = await group.nextResult() {
        if case .failure(let error) = result, !(error is CancellationError) { throw error }
      }
    }
  }

  private static let ending = "Host: localhost\r\nUser-Agent: Mozilla\r\nConnection: close\r\n\r\n"

  @Test func `a server answers on a port that was free`() async throws {
    try await serve { port in
      let connection = try RawConnection(port: port)
      connection.send("GET /fr/articles/surchauffe/ HTTP/1.1\r\n" + Self.ending)
      let answer = await connection.readToEnd()
      #expect(answer.hasPrefix("HTTP/1.1 200 OK\r\n"))
      #expect(answer.contains("\r\n\r\n<h1>Surchauffe</h1>"))
    }
  }

  @Test func `several requests share a connection, whatever their bodies`() async throws {
    try await serve { port in
      let connection = try RawConnection(port: port)
      let keep = "Host: localhost\r\nUser-Agent: Mozilla\r\n"
      connection.send("HEAD /fr/articles/surchauffe/ HTTP/1.1\r\n\(keep)\r\n")
      connection.send(
        "POST /api/v1/articles/overheating/views HTTP/1.1\r\n\(keep)Content-Length: 15\r\n\r\n"
          + #"{"lang": "fr" }"#)
      connection.send(
        "POST /api/v1/articles/none/views HTTP/1.1\r\n\(keep)Content-Length: 5\r\n\r\nxxxxx")
      connection.send("GET /healthz HTTP/1.1\r\n" + Self.ending)
      let answer = await connection.readToEnd()
      let statuses = answer.matches(of: /HTTP\/1\.1 (\d+)/).map { String($0.output.1) }
      #expect(statuses == ["200", "202", "404", "200"])
      #expect(!answer.contains("<h1>"))
    }
    #expect(try await store.viewCounts(of: ["overheating"]) == ["overheating": 1])
  }

  @Test func `a large file comes whole over the wire`() async throws {
    let text = String(repeating: "0123456789abcdef", count: 100_000)
    try folder.write(text, to: "site/assets/film.mp4")
    try await serve { port in
      let connection = try RawConnection(port: port)
      connection.send("GET /assets/film.mp4 HTTP/1.1\r\n" + Self.ending)
      let answer = await connection.readToEnd()
      #expect(answer.hasSuffix("\r\n\r\n" + text))
    }
  }

  @Test func `a client that does not read does not keep the server from ending`() async throws {
    try folder.write([UInt8](repeating: 0x41, count: 40_000_000), to: "site/assets/film.mp4")
    let deaf = Mutex<RawConnection?>(nil)
    try await serve { port in
      let connection = try RawConnection(port: port)
      connection.send("GET /assets/film.mp4 HTTP/1.1\r\n" + Self.ending)
      deaf.withLock { $0 = connection }
      // Once this is answered the other answer is under way.
      let other = try RawConnection(port: port)
      other.send("GET /healthz HTTP/1.1\r\n" + Self.ending)
      #expect(await other.readToEnd().hasPrefix("HTTP/1.1 200"))
    }
    #expect(deaf.withLock { $0 } != nil)
  }

  @Test func `a request that never ends is dropped`() async throws {
    try await serve { configuration in
      configuration.idleTimeout = .seconds(1)
    } _: { port in
      let connection = try RawConnection(port: port)
      connection.send("GET /fr/ HTTP/1.1\r\nHost: local")
      #expect(await connection.readToEnd().isEmpty)
    }
  }

  @Test(
    arguments: [
      "nonsense\r\n\r\n", "GET\r\n\r\n", "GET / HTTP/9.9\r\n\r\n",
      "GET / HTTP/1.1\r\nBad Header: x\r\n\r\n",
    ])
  func `what is no request is refused and the server lives on`(bytes: String) async throws {
    try await serve { port in
      let bad = try RawConnection(port: port)
      bad.send(bytes)
      let refusal = await bad.readToEnd()
      #expect(refusal.isEmpty || refusal.hasPrefix("HTTP/1.1 400"))
      let good = try RawConnection(port: port)
      good.send("GET /healthz HTTP/1.1\r\n" + Self.ending)
      #expect(await good.readToEnd().hasPrefix("HTTP/1.1 200"))
    }
  }

  @Test func `headers without end are refused`() async throws {
    try await serve { port in
      let connection = try RawConnection(port: port)
      connection.send("GET /healthz HTTP/1.1\r\n")
      for number in 0..<2_000 {
        connection.send("X-\(number): \(String(repeating: "a", count: 100))\r\n")
      }
      connection.send("\r\n")
      #expect(!(await connection.readToEnd().hasPrefix("HTTP/1.1 200")))
    }
  }

  @Test func `a port that is taken is an error that says so`() async throws {
    let (folder, store) = (folder, store)
    try await serve { port in
      var configuration = TestSite.configuration(folder, store: store)
      configuration.port = port
      let second = try CompanionServer(configuration)
      await #expect {
        try await second.run { _ in }
      } throws: { error in
        (error as? CompanionError)?.code == .portTaken && "\(error)".contains(":\(port)")
      }
    }
  }

  @Test(arguments: ["192.0.2.1", "no-such-host.invalid"])
  func `an address of another machine is an error that says so`(host: String) async throws {
    var configuration = TestSite.configuration(folder, store: store)
    configuration.host = host
    let server = try CompanionServer(configuration)
    await #expect {
      try await server.run { _ in }
    } throws: { error in
      (error as? CompanionError)?.code == .addressUnavailable
    }
  }
}
