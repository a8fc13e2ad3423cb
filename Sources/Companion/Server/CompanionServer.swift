import Delivery
import EventLog
import Foundation
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import Rendering
import ServiceLifecycle
import UnixSignals

/// Serves a built site, searches it, and keeps what happens to it.
public struct CompanionServer: Sendable {
  private let configuration: CompanionConfiguration
  private let site: LiveSite
  let responder: CompanionResponder
  let signals: LiveSignals

  /// Loads the site; throws a ``CompanionError`` or what is wrong with the index if it cannot.
  public init(_ configuration: CompanionConfiguration) throws {
    self.configuration = configuration
    site = try LiveSite(folder: configuration.siteFolder, logger: configuration.logger)
    signals = LiveSignals(site: site, store: configuration.store, logger: configuration.logger)
    responder = CompanionResponder(
      services: CompanionServices(
        site: site, store: configuration.store, templates: configuration.templates,
        logger: configuration.logger, baseURL: configuration.baseURL, signals: signals,
        widgetOrigins: configuration.widgetOrigins,
        reload: configuration.reloadsPages ? LiveReload() : nil,
        contentFolder: configuration.contentFolder,
        proxies: TrustedProxies(
          addresses: configuration.trustedProxies, userHeader: configuration.proxyUserHeader)
          ?? TrustedProxies(),
        delivery: DeliverySettings(
          environment: configuration.environment, undo: configuration.undo)))
  }

  /// The site as it is served now.
  var snapshot: SiteSnapshot { site.snapshot }

  /// What notices new builds, and has their documents weighed.
  var watcher: SiteWatcher {
    SiteWatcher(
      site: site, folder: configuration.siteFolder, interval: configuration.reloadInterval
    ) { [signals] in signals.siteChanged() }
  }

  /// What sends messages that are due.
  var outbox: Outbox {
    let services = responder.services
    return Outbox(
      store: configuration.store,
      routes: { [site] in services.delivery.routes(site.snapshot) },
      notify: { notice in
        OutboxLog.write(notice, to: services.logger)
        if let share = notice.share { Task { await services.tell(ofShare: share) } }
      })
  }

  /// Serves until SIGINT or SIGTERM, then answers what has been asked, and returns.
  ///
  /// - Parameter onReady: called with the port once connections are accepted.
  /// - Throws: a ``CompanionError`` if the address cannot be used.
  public func run(onReady: @escaping @Sendable (_ port: Int) async -> Void) async throws {
    let application = Application(
      responder: responder,
      server: .http1(configuration: channelConfiguration),
      configuration: ApplicationConfiguration(
        address: .hostname(configuration.host, port: configuration.port), serverName: "Balise"),
      onServerRunning: { channel in await onReady(channel.localAddress?.port ?? 0) },
      logger: quietLogger)
    do {
      try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask { await watcher.run() }
        group.addTask { await refresh() }
        group.addTask { await LiveFigures(services: responder.services).run() }
        group.addTask { await outbox.run() }
        group.addTask { try await runUntilSignalled(application) }
        // The watcher ends when it is told to, the server when it is done or cannot start.
        defer { group.cancelAll() }
        try await group.next()
      }
    } catch {
      throw startFailure(error)
    }
    let unfinished = responder.services.bursts.takeAll()
    for event in unfinished.flatMap(\.events) { configuration.store.enqueue(event) }
    await configuration.store.flush()
  }

  /// Reads the use of articles at once and every now and then, until the task is cancelled.
  private func refresh() async {
    let retention = Retention(services: responder.services)
    repeat {
      let finished = responder.services.bursts.finished()
      for event in finished.flatMap(\.events) { configuration.store.enqueue(event) }
      responder.services.trail.forget()
      await signals.refresh()
      await retention.apply()
    } while (try? await Task.sleep(for: configuration.signalsInterval)) != nil
  }

  private func runUntilSignalled(_ application: some Service) async throws {
    var settings = ServiceGroupConfiguration(
      services: [application], gracefulShutdownSignals: [.sigterm, .sigint],
      logger: quietLogger)
    // A client that does not read what it asked for must not keep the server from ending.
    settings.maximumGracefulShutdownDuration = .seconds(10)
    try await ServiceGroup(configuration: settings).run()
  }

  /// The framework's own lines say nothing that an operator asked for.
  private var quietLogger: Logger {
    var logger = configuration.logger
    logger.logLevel = max(logger.logLevel, .error)
    return logger
  }

  private var channelConfiguration: HTTP1Channel.Configuration {
    let (seconds, _) = configuration.idleTimeout.components
    return HTTP1Channel.Configuration(
      idleTimeout: .seconds(seconds),
      httpDecoderConfiguration: .init(
        maxHeaderFieldSize: 16 * 1024, maxHeaderListSize: 32 * 1024, maxHeaderFieldCount: 100))
  }

  private func startFailure(_ error: any Error) -> any Error {
    let address = "\(configuration.host):\(configuration.port)"
    switch (error as? IOError)?.errnoCode {
    case EADDRINUSE:
      return CompanionError(
        .portTaken,
        "another program listens on \(address) already; end it, or choose another with --port")
    case EACCES, EPERM:
      return CompanionError(
        .addressUnavailable,
        "this user may not listen on \(address); choose a port above 1023 with --port")
    case EADDRNOTAVAIL:
      return CompanionError(
        .addressUnavailable, "\(address) is no address of this machine; choose one with --host")
    default:
      guard error is SocketAddressError || error is SocketAddressError.UnknownHost else {
        return error
      }
      return CompanionError(
        .addressUnavailable, "the host '\(configuration.host)' is unknown; choose one with --host")
    }
  }
}
