import HTTPTypes
import Hummingbird

/// Why a request was refused, as RFC 9457 has it; thrown by whoever refuses.
struct ProblemDetails: Error, Sendable, Hashable {
  /// The status of the answer.
  var status: HTTPResponse.Status
  /// A stable name of the problem, for programs.
  var code: String
  /// One sentence about this request.
  var detail: String
  /// The field of the request that is at fault, such as `customer.name`; nil if it is none.
  var field: String?
  /// Headers that the answer carries besides.
  var headers = HTTPFields()

  /// A request that cannot be understood, and the field that is at fault.
  static func badRequest(
    _ code: String, _ detail: String, field: String? = nil
  ) -> ProblemDetails {
    ProblemDetails(status: .badRequest, code: code, detail: detail, field: field)
  }

  /// A field or a parameter that cannot be understood.
  static func parameter(_ field: String, _ rule: String) -> ProblemDetails {
    badRequest("parameter-invalid", "'\(field)' \(rule)", field: field)
  }

  /// A field of the request that holds what it may not.
  static func invalid(_ field: String, _ rule: String, code: String = "field-invalid")
    -> ProblemDetails
  {
    ProblemDetails(
      status: .unprocessableContent, code: code, detail: "'\(field)' \(rule)", field: field)
  }

  /// Something that is not there.
  static func notFound(
    _ code: String, _ detail: String, field: String? = nil
  ) -> ProblemDetails {
    ProblemDetails(status: .notFound, code: code, detail: detail, field: field)
  }

  /// A method that the route does not have.
  static func methodNotAllowed(_ allowed: [HTTPRequest.Method]) -> ProblemDetails {
    let names = allowed.map(\.rawValue).joined(separator: ", ")
    return ProblemDetails(
      status: .methodNotAllowed, code: "method-not-allowed",
      detail: "this address answers to \(names)", headers: [.allow: names])
  }

  /// A store that cannot answer at present.
  static let storeUnavailable = ProblemDetails(
    status: .serviceUnavailable, code: "store-unavailable",
    detail: "the event log cannot answer at present; try again", headers: [.retryAfter: "5"])

  /// A language that cannot be searched, and what to do about it.
  static func searchUnavailable(_ language: String) -> ProblemDetails {
    ProblemDetails(
      status: .serviceUnavailable, code: "search-unavailable",
      detail: "search is unavailable in '\(language)': its index is missing or damaged; "
        + "whoever runs this site mends it with 'balise build'",
      headers: [.retryAfter: "60"])
  }

  /// The problem as an answer.
  var response: Response {
    var body = JSONValue.fields([
      "type": "about:blank", "title": .string(status.reasonPhrase),
      "status": .integer(status.code), "code": .string(code), "detail": .string(detail),
    ])
    if let field { body.append("field", .string(field)) }
    var headers = headers
    headers[.contentType] = "application/problem+json"
    headers[.cacheControl] = "no-store"
    return Response(
      status: status, headers: headers,
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: body.bytes)))
  }
}
