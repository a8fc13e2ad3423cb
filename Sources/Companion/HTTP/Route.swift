import HTTPTypes
import Hummingbird

/// One address of the API, and what answers there.
struct Route: Sendable {
  /// A part of a pattern.
  enum Segment: Sendable, Hashable {
    /// Exactly this name.
    case literal(String)
    /// One name or more, joined by slashes: ids of articles may hold some.
    case parameter(String)
  }

  let method: HTTPRequest.Method
  /// The pattern as the API's description has it: `/api/v1/articles/{id}/views`.
  let pattern: String
  let segments: [Segment]
  /// What it does, for the API's description; nil for a page.
  let operation: Operation?
  let handler: @Sendable (Call) async throws -> Response

  /// A route; a pattern has one parameter at most.
  init(
    _ method: HTTPRequest.Method, _ pattern: String, _ operation: Operation?,
    _ handler: @escaping @Sendable (Call) async throws -> Response
  ) {
    self.method = method
    self.pattern = pattern
    self.operation = operation
    self.handler = handler
    segments = pattern.split(separator: "/").map { name in
      name.hasPrefix("{") ? .parameter(String(name.dropFirst().dropLast())) : .literal(String(name))
    }
  }

  /// How often a client may ask for it.
  var rate: Operation.RateClass {
    if let rate = operation?.rate { return rate }
    guard pattern.hasPrefix("/api/") else { return .unlimited }
    return RateLimits.isSafe(method) ? .reading : .writing
  }

  /// A page, or what a page loads: the API's description does not have it.
  init(
    _ method: HTTPRequest.Method, _ pattern: String,
    _ handler: @escaping @Sendable (Call) async throws -> Response
  ) {
    self.init(method, pattern, nil, handler)
  }

  /// The parameters of a path, if the pattern matches it.
  func match(_ path: [String]) -> [String: String]? {
    guard path.count >= segments.count else { return nil }
    var parameters: [String: String] = [:]
    var index = 0
    for segment in segments {
      switch segment {
      case .literal(let name):
        guard path[index] == name else { return nil }
        index += 1
      case .parameter(let name):
        let taken = path.count - segments.count + 1
        parameters[name] = path[index..<index + taken].joined(separator: "/")
        index += taken
      }
    }
    return index == path.count ? parameters : nil
  }
}
