import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

/// A request to one of the routes, with what has been found out about it.
struct Call: Sendable {
  var request: Request
  let target: RequestTarget
  /// The parameters of the route's pattern.
  var parameters: [String: String] = [:]
  /// The site as it was when the request came.
  let site: SiteSnapshot
  /// Who made the connection it came by; nil if that is not known.
  var peer: SocketAddress?

  /// The proxies whose word counts.
  var proxies = TrustedProxies()

  /// Who asks; nil until the route's scope is checked, and where it has none.
  var principal: Principal?

  /// What a request that may be sent twice is known by; nil for any other.
  var idempotencySeed: [UInt8]?

  /// The digest of what the request shows to prove who makes it; nil if it shows nothing.
  var proof: [UInt8]?

  /// The network the visitor is in; nil if it is not known.
  var network: [UInt8]? {
    ClientNetwork.bytes(
      peer: peer,
      forwarded: HTTPField.Name.forwardedFor.flatMap { request.headers[$0] }, proxies: proxies)
  }

  /// The agent who asks, for a route that declares what one needs.
  func agent() throws -> Principal {
    guard let principal else { throw Authentication.missing }
    return principal
  }

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
        "'lang': this site has no language '\(name ?? "")'; it has "
          + site.languages.joined(separator: ", "), field: "lang")
    }
    return language
  }

  /// A whole number of the query within bounds, or a default where there is none.
  func integer(_ name: String, default value: Int, in bounds: ClosedRange<Int>) throws -> Int {
    guard let text = query[name] else { return value }
    guard let number = Int(text), bounds.contains(number) else {
      throw ProblemDetails.parameter(
        name, "must be a whole number from \(bounds.lowerBound) to \(bounds.upperBound)")
    }
    return number
  }

  /// Whether a name of the query is set: `1` or `true`; `0`, `false` and nothing leave it.
  func flag(_ name: String) throws -> Bool {
    switch query[name] {
    case nil, "", "0", "false": return false
    case "1", "true": return true
    default:
      throw ProblemDetails.parameter(name, "must be 1 or 0")
    }
  }

  /// One of some values of a name of the query; nil where there is none.
  func choice(_ name: String, of choices: [String]) throws -> String? {
    guard let value = query[name], !value.isEmpty else { return nil }
    guard choices.contains(value) else {
      let names = choices.map { "'\($0)'" }.joined(separator: " or ")
      throw ProblemDetails.parameter(name, "must be \(names)")
    }
    return value
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
  ///
  /// - Parameters:
  ///   - type: what the body holds.
  ///   - limit: how many bytes it may have.
  ///   - hint: what to do about one that has more.
  /// - Returns: the body.
  /// - Throws: what is wrong with it.
  func body<Body: CallBody>(
    _ type: Body.Type, limit: Int = 64 * 1024, hint: String? = nil
  ) async throws -> Body {
    var bytes = try await collectedBody(limit, hint)
    if bytes.allSatisfy({ [0x09, 0x0A, 0x0D, 0x20].contains($0) }) { bytes = Array("{}".utf8) }
    let data = Data(bytes)
    do {
      return try JSONDecoder().decode(CheckedBody<Body>.self, from: data).value
    } catch let error as DecodingError {
      throw ProblemDetails.badRequest(
        "body-invalid", Self.sentence(error), field: Self.field(error))
    }
  }

  /// The body as a browser's form sends it.
  func form(limit: Int = 16 * 1024) async throws -> QueryItems {
    let bytes = try await collectedBody(limit, nil)
    guard !bytes.isEmpty else { return QueryItems("") }
    let type = request.headers[.contentType]?.lowercased() ?? ""
    guard type.hasPrefix("application/x-www-form-urlencoded") else {
      throw ProblemDetails(
        status: .unsupportedMediaType, code: "form-required",
        detail: "this address takes forms, as application/x-www-form-urlencoded")
    }
    return QueryItems(Substring(String(decoding: bytes, as: UTF8.self)))
  }

  /// The bytes of the body.
  func bytes(limit: Int) async throws -> [UInt8] { try await collectedBody(limit, nil) }

  private func collectedBody(_ limit: Int, _ hint: String?) async throws -> [UInt8] {
    let tooLarge = ProblemDetails(
      status: .contentTooLarge, code: "body-too-large",
      detail: "the body has more than \(limit) bytes" + (hint.map { "; " + $0 } ?? ""))
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

  /// The field that is at fault, such as `messages.0.text`; nil if it is the body.
  private static func field(_ error: DecodingError) -> String? {
    let path: [any CodingKey] =
      switch error {
      case .typeMismatch(_, let context), .valueNotFound(_, let context): context.codingPath
      case .keyNotFound(let key, let context): context.codingPath + [key]
      default: []
      }
    let names = path.map { key in key.intValue.map { "\($0)" } ?? key.stringValue }
    return names.isEmpty ? nil : names.joined(separator: ".")
  }

  private static func sentence(_ error: DecodingError) -> String {
    let name = field(error).map { "'\($0)'" }
    return switch error {
    case .typeMismatch(let type, _), .valueNotFound(let type, _):
      name.map { "\($0) must be \(Self.name(of: type))" } ?? "the body must be a JSON object"
    case .keyNotFound: "\(name ?? "a field") is missing"
    default: "the body is not valid JSON"
    }
  }

  private static func name(of type: any Any.Type) -> String {
    switch type {
    case is String.Type: "a string"
    case is Int.Type, is Double.Type: "a whole number"
    default: "a \(type)"
    }
  }
}

extension HTTPField.Name {
  static let forwardedFor = HTTPField.Name("X-Forwarded-For")
}
