import Digest
import EventLog
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

/// Answers a request that is sent twice as it was answered the first time.
///
/// A client that does not know whether its request arrived sends it again with the same
/// `Idempotency-Key`. Within a day the kept answer is sent anew, with `Idempotency-Replayed: true`.
struct Idempotency: Sendable {
  let services: CompanionServices
  let key: SessionKey

  /// The most that a body may have to be told from another.
  private static let longestBody = 256 * 1024
  private static let header = HTTPField.Name("Idempotency-Key")
  private static let replayed = HTTPField.Name("Idempotency-Replayed")

  /// Answers a call, or repeats the answer to an earlier one.
  func answer(
    _ call: Call, _ handler: @Sendable (Call) async throws -> Response
  ) async throws -> Response {
    guard call.request.method == .post,
      let name = Self.header.flatMap({ call.request.headers[$0] })
    else { return try await handler(call) }
    guard (1...200).contains(name.utf8.count), name.utf8.allSatisfy({ (0x21...0x7E).contains($0) })
    else {
      throw ProblemDetails.badRequest(
        "idempotency-key-invalid", "'Idempotency-Key' has 1 to 200 characters, and no space")
    }
    let body = try await call.bytes(limit: Self.longestBody)
    let secret = try await key.bytes(services)
    // Whoever asks is part of the key: nobody is answered with what another was told.
    let asker = [HTTPField.Name.authorization, .cookie].map { call.request.headers[$0] ?? "" }
    let network = Hexadecimal.text(call.network ?? [])
    let parts = ["idempotency", name, call.target.path(asFolder: false), network] + asker
    let seed = HMACSHA256.code(Array(parts.joined(separator: "\n").utf8), key: secret)
    let fingerprint = SHA256.hash(body)
    let known = try await services.ask {
      try await $0.beginRequest(key: seed, fingerprint: fingerprint, at: .now)
    }
    if let known { return try Self.repeated(known, fingerprint) }
    var call = call
    call.idempotencySeed = seed
    call.request.body = RequestBody(buffer: ByteBuffer(bytes: body))
    let response: Response
    do {
      response = try await handler(call)
    } catch {
      // What was refused may be mended, and sent again with the same key.
      try? await services.store.forgetRequest(key: seed)
      throw error
    }
    return try await keep(response, seed)
  }

  private func keep(_ response: Response, _ seed: [UInt8]) async throws -> Response {
    let collector = BodyCollector()
    try await response.body.write(collector)
    let bytes = collector.bytes
    do {
      try await services.ask {
        try await $0.finishRequest(key: seed, status: response.status.code, body: bytes)
      }
    } catch {
      // It was carried out, and is answered; the store's failure is in the log.
    }
    var response = response
    response.body = ResponseBody(byteBuffer: ByteBuffer(bytes: bytes))
    return response
  }

  /// The problem of a key that was used for something else.
  static let reused = ProblemDetails(
    status: .unprocessableContent, code: "idempotency-key-reused",
    detail: "this 'Idempotency-Key' came with another body before; take a new one")

  private static func repeated(
    _ known: AnsweredRequest, _ fingerprint: [UInt8]
  ) throws -> Response {
    guard known.fingerprint == fingerprint else { throw reused }
    guard let status = known.status else {
      throw ProblemDetails(
        status: .conflict, code: "request-in-progress",
        detail: "the first request with this 'Idempotency-Key' is being answered; try again",
        headers: [.retryAfter: "1"])
    }
    var response = Response.json(known.body, status: HTTPResponse.Status(code: status))
    if let replayed { response.headers[replayed] = "true" }
    return response
  }
}

/// Keeps what an answer would send.
final class BodyCollector: ResponseBodyWriter {
  var bytes: [UInt8] = []

  func write(_ buffer: ByteBuffer) async throws { bytes += buffer.readableBytesView }

  func finish(_ trailingHeaders: HTTPFields?) async throws {}
}
