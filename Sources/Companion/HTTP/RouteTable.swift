import HTTPTypes

/// The routes of the server, the more particular ones first.
struct RouteTable: Sendable {
  /// What a request leads to.
  enum Outcome: Sendable {
    /// A route answers.
    case found(Route, parameters: [String: String])
    /// Routes answer here, but to other methods.
    case otherMethods([HTTPRequest.Method])
    /// No route answers here.
    case none
  }

  let routes: [Route]

  /// The route for a method and a path; `HEAD` is answered by what answers to `GET`.
  func resolve(_ method: HTTPRequest.Method, _ path: [String]) -> Outcome {
    let wanted = method == .head ? .get : method
    var allowed: [HTTPRequest.Method] = []
    // An id may hold slashes, so that a path may match several patterns; the first one is meant.
    var pattern: String?
    for route in routes {
      guard let parameters = route.match(path) else { continue }
      if route.method == wanted { return .found(route, parameters: parameters) }
      guard pattern == nil || pattern == route.pattern else { continue }
      pattern = route.pattern
      allowed.append(route.method)
      if route.method == .get { allowed.append(.head) }
    }
    return allowed.isEmpty ? .none : .otherMethods(allowed)
  }
}
