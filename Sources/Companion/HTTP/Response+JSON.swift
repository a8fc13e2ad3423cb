import HTTPTypes
import Hummingbird
import NIOCore

extension Response {
  /// A JSON answer that is not to be kept.
  static func json(_ value: JSONValue, status: HTTPResponse.Status = .ok) -> Response {
    json(value.bytes, status: status)
  }

  /// JSON that is written already.
  static func json(_ bytes: [UInt8], status: HTTPResponse.Status = .ok) -> Response {
    json(ByteBuffer(bytes: bytes), status: status)
  }

  /// JSON that is kept as it is sent.
  static func json(_ buffer: ByteBuffer, status: HTTPResponse.Status = .ok) -> Response {
    Response(
      status: status,
      headers: [.contentType: "application/json; charset=utf-8", .cacheControl: "no-store"],
      body: ResponseBody(byteBuffer: buffer))
  }

  /// An answer that sends the browser on.
  static func redirect(
    to location: String, status: HTTPResponse.Status, cacheControl: String = "no-cache"
  ) -> Response {
    Response(status: status, headers: [.location: location, .cacheControl: cacheControl])
  }
}
