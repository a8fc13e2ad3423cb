public import EventLog
public import Logging
public import Rendering

/// What a companion server needs to know.
public struct CompanionConfiguration: Sendable {
  /// The address to listen on, as a name or a number.
  public var host: String
  /// The port to listen on; 0 for one that is free.
  public var port: Int
  /// The folder of the built site.
  public var siteFolder: String
  /// The templates of what the server renders itself.
  public var templates: TemplateLibrary
  /// The folder of the content, for patches that close gaps; nil where only the site is known.
  public var contentFolder: String?
  /// Where events go.
  public var store: any EventStore
  /// Where customers reach the site, for share links, such as `https://help.example.com`; nil for
  /// what the site was built for.
  public var baseURL: String?
  /// Where the server logs; its level decides what.
  public var logger: Logger
  /// How long a connection may be silent.
  public var idleTimeout: Duration
  /// How often to look for a new build.
  public var reloadInterval: Duration
  /// How often to read what readers view and search for, which decides the order of answers.
  public var signalsInterval: Duration
  /// The addresses of proxies that say for whom they ask.
  public var trustedProxies: [String] = []
  /// The header in which such a proxy names the agent whom it has signed in; nil for none.
  public var proxyUserHeader: String?
  /// The variables that hold the secrets that `site.yaml` names.
  public var environment: [String: String]
  /// How long messages wait before they are sent, so that they can be taken back.
  public var undo: Duration
  /// Whether pages that are open load themselves anew after a build, for those who write.
  public var reloadsPages: Bool
  /// Origins whose pages may carry the widget, besides those that the site names.
  public var widgetOrigins: Set<String> = []

  /// A configuration, with defaults for what is seldom set.
  public init(
    host: String = "127.0.0.1", port: Int = 8080, siteFolder: String, templates: TemplateLibrary,
    contentFolder: String? = nil, store: any EventStore, baseURL: String? = nil, logger: Logger,
    idleTimeout: Duration = .seconds(30), reloadInterval: Duration = .seconds(1),
    signalsInterval: Duration = .seconds(60),
    environment: [String: String] = [:], undo: Duration = .seconds(10),
    reloadsPages: Bool = false
  ) {
    self.host = host
    self.port = port
    self.siteFolder = siteFolder
    self.templates = templates
    self.contentFolder = contentFolder
    self.store = store
    self.baseURL = baseURL
    self.logger = logger
    self.idleTimeout = idleTimeout
    self.reloadInterval = reloadInterval
    self.signalsInterval = signalsInterval
    self.environment = environment
    self.undo = undo
    self.reloadsPages = reloadsPages
  }

  /// Whether all of some texts are addresses of machines.
  public static func areAddresses(_ texts: [String]) -> Bool {
    texts.allSatisfy { ClientNetwork.address($0) != nil }
  }
}
