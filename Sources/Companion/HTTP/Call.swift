import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

/// A request to one of the routes, with what has been found out about it.
struct Call: Sendable {
  let request: Request
  let target: RequestTarget
  /// The parameters of the route's pattern.
  var parameters: [String: String] = [:]
  /// The site as it was when the request came.
  let site: SiteSnapshot

  /// The values of the query.
  var query: QueryItems { target.query }

  /// The language the request names in its query, else the one its reader prefers.
  func language() throws -> String { try language(named: query["lang"]) }

  /// The language of a name that was given, else the one the reader prefers.
  func language(named name: String?) throws -> String {
    let preference = request.headers[.acceptLanguage]
    guard let language = site.language(named: name, preference: preference) else {
      throw ProblemDetails.badRequest(
        "language-unknown",
        "this site has no language '\(name ?? "")'; it has \(site.languages.joined(separator: ", "))"
      )
    }
    return language
  }

  /// A whole number of the query within bounds, or a default where there is none.
  func integer(_ name: String, default value: Int, in bounds: ClosedRange<Int>) throws -> Int {
    guard let text = query[name], !text.isEmpty else { return value }
    guard let number = Int(text), bounds.contains(number) else {
      throw ProblemDetails.badRequest(
        "parameter-invalid",
        "'\(name)' must be a whole number from \(bounds.lowerBound) to \(bounds.upperBound)")
    }
    return number
  }

  /// The article that the route names.
  func article() throws -> ListedArticle {
    let id = parameters["id"] ?? ""
    guard let article = site.article(id: id) else {
      throw ProblemDetails.notFound("article-unknown", "there is no article '\(id)'")
    }
    return article
  }

  /// The body as JSON; an empty one is an empty object.
  func body<Body: Decodable>(_ type: Body.Type) async throws -> Body {
    var bytes = try await collectedBody()
    if bytes.allSatisfy({ $0 <= 0x20 }) { bytes = Array("{}".utf8) }
    do {
      return try JSONDecoder().decode(Body.self, from: Data(bytes))
    } catch let error as DecodingError {
      throw ProblemDetails.badRequest("body-invalid", Self.sentence(error))
    }
  }

  private func collectedBody() async throws -> [UInt8] {
    let limit = 64 * 1024
    let tooLarge = ProblemDetails(
      status: .contentTooLarge, code: "body-too-large",
      detail: "the body has more than \(limit) bytes")
    if let length = request.headers[.contentLength].flatMap({ Int($0) }), length > limit {
      throw tooLarge
    }
    do {
      let buffer = try await request.body.collect(upTo: limit)
      return Array(buffer.readableBytesView)
    } catch is NIOTooManyBytesError {
      throw tooLarge
    }
  }

  private static func sentence(_ error: DecodingError) -> String {
    func name(_ path: [any CodingKey]) -> String {
      path.map(\.stringValue).joined(separator: ".")
    }
    return switch error {
    case .typeMismatch(let type, let context), .valueNotFound(let type, let context):
      context.codingPath.isEmpty
        ? "the body must be a JSON object"
        : "'\(name(context.codingPath))' must be a \(type == String.self ? "string" : "\(type)")"
    case .keyNotFound(let key, let context):
      "'\(name(context.codingPath + [key]))' is missing"
    default:
      "the body is not valid JSON"
    }
  }
}
