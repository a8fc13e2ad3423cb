/// What the agents' desk is told, from `desk` in `site.yaml`.
public struct Desk: Hashable, Sendable {
  /// How long agents stay signed in.
  public struct Sessions: Hashable, Sendable {
    /// How long a session lasts without a request.
    public var idle = TimeSpan(seconds: 12 * 3600)
    /// How long a session lasts at all.
    public var absolute = TimeSpan(seconds: 7 * 86_400)

    /// Half a day without a request, and a week at most.
    public init() {}
  }

  /// How often somebody may try to sign in before all further attempts are refused for a while.
  public struct Attempts: Hashable, Sendable {
    /// Attempts for one name.
    public var name = 5
    /// Attempts from one network.
    public var network = 30
    /// How long an attempt counts.
    public var window = TimeSpan(seconds: 15 * 60)

    /// Five for a name and thirty from a network in a quarter of an hour.
    public init() {}
  }

  /// How many requests to the API are answered in a minute.
  public struct RateLimits: Hashable, Sendable {
    /// What only reads, by network.
    public var read = 600
    /// What writes, by network.
    public var write = 120
    /// What a program with a token or a signed-in agent asks.
    public var agent = 1200

    /// Ten a second to read, two to write, twenty for an agent.
    public init() {}
  }

  /// The origins of help-desk software that may show the desk and speak to it.
  public var origins: [WebOrigin]
  /// The issuer at which agents may sign in; nil for none.
  public var openID: OpenIDSettings?
  /// How long agents stay signed in.
  public var sessions = Sessions()
  /// How often somebody may try to sign in.
  public var attempts = Attempts()
  /// How many requests to the API are answered.
  public var rateLimits = RateLimits()
  /// The key of the difficulty that suits customers of a plan.
  public var plans: [String: String]
  /// The networks in which the operator's own people work, such as `10.0.0.0/8`.
  public var networks: [String]
  /// The mail address of those who are asked where an agent asks for an expert; nil for none.
  public var experts: String?

  /// Makes a description of the desk from its parts.
  public init(
    origins: [WebOrigin] = [], plans: [String: String] = [:], networks: [String] = []
  ) {
    self.origins = origins
    self.plans = plans
    self.networks = networks
  }
}
