import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

/// What the server answered, with the body in one piece.
struct Answer {
  let status: Int
  let headers: HTTPFields
  let body: [UInt8]

  init(_ response: Response) async throws {
    status = response.status.code
    headers = response.headers
    let collector = Collector()
    try await response.body.write(collector)
    body = collector.bytes
  }

  var text: String { String(decoding: body, as: UTF8.self) }

  /// The body as a JSON object; empty if it is none.
  func json() throws -> [String: Any] {
    try JSONSerialization.jsonObject(with: Data(body)) as? [String: Any] ?? [:]
  }

  /// The value of a header that the standard's library does not name.
  subscript(name: String) -> String? {
    HTTPField.Name(name).flatMap { headers[$0] }
  }

  private final class Collector: ResponseBodyWriter {
    var bytes: [UInt8] = []

    func write(_ buffer: ByteBuffer) async throws { bytes += buffer.readableBytesView }

    func finish(_ trailingHeaders: HTTPFields?) async throws {}
  }
}
