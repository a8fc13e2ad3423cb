import Content
import EventLog
import HTTPTypes
import Hummingbird

/// Whoever makes a request, as far as counting needs to know.
struct Reader: Sendable {
  /// Whether a reader, an agent or a program asks.
  enum Kind: Sendable, Hashable {
    case reader
    case agent
    case program
  }

  let kind: Kind
  /// Whether they may read what is for agents only: an agent, or a program whose token says so.
  let seesInternal: Bool
  /// Whether they work for the operator, by the network they are in: they may do what readers may, and
  /// count as agents.
  let isOwn: Bool
  /// Whether nothing that they do may be counted: their browser sends `DNT` or `Sec-GPC`.
  let isLeftAlone: Bool
  /// The network and the browser's name, which tell visitors apart, and are only ever hashed.
  private let identity: [UInt8]?

  /// Finds out who makes a request.
  ///
  /// - Parameters:
  ///   - call: the request.
  ///   - principal: the agent whose it proves to be; nil for anyone else's.
  init(_ call: Call, _ principal: Principal? = nil) {
    let headers = call.request.headers
    seesInternal = principal?.scopes.contains(.articles) == true
    if principal != nil {
      kind = .agent
    } else {
      kind = LinkPreview.isPreview(headers) ? .program : .reader
    }
    let network = call.network
    isOwn =
      network.map { network in call.site.ownNetworks.contains { $0.contains(network) } } == true
    isLeftAlone = kind == .reader && Self.objects(headers)
    identity = network.map { $0 + Array((headers[.userAgent] ?? "").utf8.prefix(400)) }
  }

  /// What tells visitors apart where they are followed; nil where that is not known or not wanted.
  var key: [UInt8]? { isLeftAlone ? nil : identity }

  /// Whether it is one of the operator's own people, signed in or not.
  var isStaff: Bool { isOwn || kind == .agent }

  /// What tells voters apart: a vote is sent on purpose, whatever else may be counted.
  var voter: [UInt8]? { identity }

  /// Who it counts as; programs count as nobody.
  var audience: Audience? {
    switch kind {
    case .reader: isLeftAlone ? nil : isStaff ? .agent : .reader
    case .agent: .agent
    case .program: nil
    }
  }

  /// Whether a browser asks not to be followed: *Do Not Track*, or *Global Privacy Control*.
  static func objects(_ headers: HTTPFields) -> Bool {
    for case let name? in [doNotTrack, privacyControl] where headers[name] == "1" { return true }
    return false
  }

  private static let doNotTrack = HTTPField.Name("DNT")
  private static let privacyControl = HTTPField.Name("Sec-GPC")
}

extension Call {
  /// The article that the route names, if it is for whoever asks.
  func article(for reader: Reader) throws -> ListedArticle {
    reader.seesInternal ? try articleForAgents() : try article()
  }
}
