import Content

/// What the site says of the agents' desk, from `desk` of `server.json`.
struct DeskDescription: Sendable, Hashable, Decodable {
  /// How many seconds agents stay signed in.
  struct Sessions: Sendable, Hashable, Decodable {
    var idle: Int
    var absolute: Int
  }

  /// How often somebody may try to sign in, in so many seconds.
  struct Attempts: Sendable, Hashable, Decodable {
    var name: Int
    var network: Int
    var window: Int
  }

  /// How many requests to the API are answered in a minute.
  struct RateLimits: Sendable, Hashable, Decodable {
    var read: Int
    var write: Int
    var agent: Int
  }

  /// The issuer at which agents may sign in.
  struct OpenID: Sendable, Hashable, Decodable {
    var issuer: String
    var clientId: String
    var claim: String
    /// The variable of the environment that holds the secret.
    var secret: String?
    /// The file that holds the secret.
    var secretFile: String?
    /// A file of certificates to trust instead of the system's.
    var authority: String?
    /// What people know the issuer as, by language.
    var label: [String: String]?

    /// What readers of a language know the issuer as: its host unless the site says more.
    func label(in language: String) -> String {
      label?[language] ?? SecureAddress(issuer)?.host ?? issuer
    }
  }

  /// The origins of help-desk software that may speak to it.
  var origins: [String]?
  /// The level that suits a customer's plan.
  var plans: [String: String]?
  /// The networks in which nobody is a reader, as `10.0.0.0/8`.
  var networks: [String]?
  /// The mail address of those who are asked where an agent asks for an expert.
  var experts: String?
  var openid: OpenID?
  var sessions: Sessions?
  var attempts: Attempts?
  var rateLimits: RateLimits?
}
