import HTTPTypes
import Hummingbird
import NIOCore

/// Sends files as RFC 9110 has it: whole or in part, compressed or not, or not at all to whoever
/// has them already.
struct FileSender: Sendable {
  let compressed: CompressedBodies

  /// The answer to a `GET` or `HEAD` for a file.
  ///
  /// - Parameters:
  ///   - file: what to send.
  ///   - request: what the client accepts and has.
  ///   - site: where files compressed beforehand are found.
  ///   - status: anything but 200 sends the whole file.
  /// - Returns: the answer.
  func response(
    _ file: SiteFile, to request: HTTPRequest, site: SiteSnapshot,
    status: HTTPResponse.Status = .ok
  ) async -> Response {
    let fields = request.headerFields
    var headers: HTTPFields = [
      .contentType: file.mediaType, .cacheControl: file.cachePolicy.header,
      .acceptRanges: "bytes",
    ]
    let isCompressible = MediaType.isCompressible(file.mediaType)
    if isCompressible { headers[.vary] = "Accept-Encoding" }
    let range = status == .ok && request.method == .get ? fields[.range] : nil
    // Ranges count the bytes of the file itself, so that a download can go on anywhere.
    let coding =
      isCompressible && range == nil
      ? ContentCoding.preferred(by: fields[.acceptEncoding]) : nil
    if status == .ok, let known = fields[.ifNoneMatch] {
      for tag in [file.entityTag.encoded(coding), file.entityTag]
      where tag.matches(ifNoneMatch: known) {
        headers[.eTag] = tag.header
        headers[.contentType] = nil
        return Response(status: .notModified, headers: headers)
      }
    }
    if let coding, let body = await encoded(file, coding, site: site) {
      headers[.eTag] = file.entityTag.encoded(coding).header
      headers[.contentEncoding] = coding.rawValue
      return Self.answer(request, status, headers, body)
    }
    headers[.eTag] = file.entityTag.header
    if let range, Self.isCurrent(fields[.ifRange], file.entityTag) {
      switch ByteRange(range, size: file.count) {
      case .whole: break
      case .part(let bytes):
        headers[.contentRange] = "bytes \(bytes.lowerBound)-\(bytes.upperBound - 1)/\(file.count)"
        return Self.answer(request, .partialContent, headers, Body(file: file, range: bytes))
      case .unsatisfiable:
        headers[.contentRange] = "bytes */\(file.count)"
        headers[.contentType] = nil
        return Response(status: .rangeNotSatisfiable, headers: headers)
      }
    }
    return Self.answer(request, status, headers, Body(file: file, range: 0..<file.count))
  }

  /// What is sent: a stretch of a file, which lives as long as it is being sent.
  private struct Body {
    var file: SiteFile
    var range: Range<Int>
  }

  private func encoded(
    _ file: SiteFile, _ coding: ContentCoding, site: SiteSnapshot
  ) async -> Body? {
    if let ready = site.files[file.path + coding.fileEnding], site.files[file.path] === file {
      return Body(file: ready, range: 0..<ready.count)
    }
    guard let bytes = await compressed.bytes(of: file, in: coding) else { return nil }
    return Body(file: SiteFile(path: file.path, bytes: bytes), range: 0..<bytes.count)
  }

  private static func isCurrent(_ ifRange: String?, _ tag: EntityTag) -> Bool {
    ifRange.map { tag.matches(ifRange: $0) } ?? true
  }

  private static func answer(
    _ request: HTTPRequest, _ status: HTTPResponse.Status, _ headers: HTTPFields, _ body: Body
  ) -> Response {
    var headers = headers
    headers[.contentLength] = String(body.range.count)
    guard request.method != .head else { return Response(status: status, headers: headers) }
    return Response(status: status, headers: headers, body: responseBody(body))
  }

  private static func responseBody(_ body: Body) -> ResponseBody {
    let piece = 256 * 1024
    if body.range.count <= piece {
      return ResponseBody(byteBuffer: buffer(body.file, body.range))
    }
    // A film is read from its mapping as fast as the client takes it.
    return ResponseBody(contentLength: body.range.count) { writer in
      var start = body.range.lowerBound
      while start < body.range.upperBound {
        let end = min(start + piece, body.range.upperBound)
        try await writer.write(buffer(body.file, start..<end))
        start = end
      }
      try await writer.finish(nil)
    }
  }

  private static func buffer(_ file: SiteFile, _ range: Range<Int>) -> ByteBuffer {
    file.withBytes { ByteBuffer(bytes: $0[range]) }
  }
}
