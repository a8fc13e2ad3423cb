import Compression
import Digest
import HTTPTypes
import Hummingbird
import NIOCore

/// Gives JSON answers a tag, so that nobody is sent what they have, and makes large ones smaller.
enum AnswerShape {
  /// What is smaller fits in one packet anyway.
  private static let smallest = 1_000
  /// Answers that say how long they took are never the same twice.
  private static let untagged = ["/api/v1/search", "/api/v1/suggest", "/api/v1/related"]

  /// The answer to a request as it is sent.
  ///
  /// An answer in a session is not compressed: its length would tell of what it holds to whoever makes
  /// the browser ask for it over and over.
  static func shaped(
    _ response: Response, for request: HTTPRequest, pattern: String
  ) async throws -> Response {
    let type = response.headers[.contentType] ?? ""
    guard response.status == .ok, type.hasPrefix("application/json") else { return response }
    let isTagged = request.method != .post && !untagged.contains(pattern)
    let coding =
      request.headerFields[.cookie] == nil
      ? ContentCoding.preferred(by: request.headerFields[.acceptEncoding]) : nil
    guard isTagged || coding != nil else { return response }
    let collector = BodyCollector()
    try await response.body.write(collector)
    var response = response
    var bytes = collector.bytes
    response.headers[.vary] = response.headers[.vary].map { $0 + ", " } ?? "" + "Accept-Encoding"
    if isTagged {
      let tag = EntityTag(value: ContentHash.key(for: bytes))
      response.headers[.eTag] = "W/" + tag.header
      response.headers[.cacheControl] = "private, no-cache"
      if let known = request.headerFields[.ifNoneMatch], tag.matches(ifNoneMatch: known) {
        response.headers[.contentType] = nil
        return Response(status: .notModified, headers: response.headers)
      }
    }
    if let coding, bytes.count >= smallest, let smaller = compressed(bytes, coding) {
      bytes = smaller
      response.headers[.contentEncoding] = coding.rawValue
    }
    response.body = ResponseBody(byteBuffer: ByteBuffer(bytes: bytes))
    return response
  }

  /// Quickly rather than well: somebody waits.
  private static func compressed(_ bytes: [UInt8], _ coding: ContentCoding) -> [UInt8]? {
    switch coding {
    case .brotli: Compression.brotli(bytes, quality: 3)
    case .gzip: Compression.gzip(bytes, level: 3)
    }
  }
}
