import ArgumentParser
import Companion
import Content
import Diagnostics
import EventLog
import FileSystem
import Foundation
import Logging
import SiteBuild

/// `balise serve`: the companion server over a built site.
struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Serve the built site, answer searches, count views.",
    discussion: """
      A new build of the site is picked up without a restart. Ctrl-C ends the server once the \
      requests under way are answered.

      Examples:
        balise serve
        balise serve --host 0.0.0.0 --port 80 --data /var/lib/balise
        balise serve --watch
      """)

  @Option(help: "The address to listen on.") var host = "127.0.0.1"
  @Option(help: "The port to listen on; 0 takes a free one.") var port = 8080
  @OptionGroup var folders: FolderOptions
  @OptionGroup var data: DataOptions
  @Flag(help: "Build first, again on every change, and reload open pages.") var watch = false
  @Flag(help: "Publish drafts too; with --watch.") var drafts = false
  @Option(help: "Where the site is for its readers, in share links; the build's by default.")
  var baseURL: String?
  @Option(
    name: .customLong("allow-origin"),
    help: "An origin whose pages may carry the widget, besides those in site.yaml; '*' for any.")
  var allowedOrigins: [String] = []
  @Option(
    help: "How much to log: debug, info for a line a request, notice, warning or error.")
  var logLevel = "notice"
  @Option(help: "How to log: text, or json for an object a line.") var logFormat = LogFormat.text
  @Option(
    name: .customLong("trust-proxy"),
    help: "The address of a proxy that says for whom it asks, by X-Forwarded-For; repeatable.")
  var trustedProxies: [String] = []
  @Option(
    help: "The header in which a trusted proxy names the agent whom it has signed in.")
  var proxyUserHeader: String?
  @Option(help: "How many seconds a message to a customer waits, so that it can be taken back.")
  var undo = 10

  func validate() throws {
    guard (0...65_535).contains(port) else {
      throw ValidationError("--port takes a number from 0 to 65535")
    }
    guard Logger.Level(rawValue: logLevel) != nil else {
      throw ValidationError("--log-level takes debug, info, notice, warning or error")
    }
    for origin in allowedOrigins where WebOrigin(origin) == nil {
      throw ValidationError("--allow-origin takes https://app.example.com or '*', not '\(origin)'")
    }
    guard (0...3600).contains(undo) else {
      throw ValidationError("--undo takes a number of seconds from 0 to 3600")
    }
    guard CompanionConfiguration.areAddresses(trustedProxies) else {
      throw ValidationError("--trust-proxy takes an address such as 127.0.0.1 or 10.0.0.3")
    }
    guard proxyUserHeader == nil || !trustedProxies.isEmpty else {
      throw ValidationError("--proxy-user-header goes with --trust-proxy")
    }
    guard watch || !drafts else { throw ValidationError("--drafts goes with --watch") }
  }

  func run() async throws {
    let (templates, faults) = TemplateFolder.load(folders.templates)
    if faults.hasErrors {
      let formatter = DiagnosticFormatter(colors: Terminal.hasColors(.standardError))
      Terminal.note(formatter.format(faults), terminator: "")
      throw ExitStatus.content.exit
    }
    if watch { _ = try await BuildSession(configuration: buildConfiguration).run() }
    let logger = logFormat.logger(Logger.Level(rawValue: logLevel) ?? .notice)
    let store = try data.open { error in logger.error("events were lost: \(error)") }
    let address = host == "0.0.0.0" || host == "::" ? "localhost" : host
    var configuration = CompanionConfiguration(
      host: host, port: port, siteFolder: folders.output, templates: templates,
      contentFolder: folders.content, store: store, baseURL: baseURL, logger: logger,
      reloadInterval: watch ? .milliseconds(200) : .seconds(1),
      environment: ProcessInfo.processInfo.environment, undo: .seconds(undo), reloadsPages: watch)
    configuration.widgetOrigins = Set(allowedOrigins.compactMap { WebOrigin($0)?.description })
    configuration.trustedProxies = trustedProxies
    configuration.proxyUserHeader = proxyUserHeader
    let server = try CompanionServer(configuration)
    let rebuilding = watch ? Task { await rebuild() } : nil
    do {
      try await server.run { port in
        let url = "http://\(address.contains(":") ? "[\(address)]" : address):\(port)/"
        Terminal.note("Serving \(folders.output) at \(url)  (Ctrl-C ends it)")
      }
    } catch {
      rebuilding?.cancel()
      try? await store.close()
      throw error
    }
    rebuilding?.cancel()
    try await store.close()
  }

  private var buildConfiguration: BuildConfiguration {
    var configuration = BuildConfiguration(jobs: ProcessInfo.processInfo.activeProcessorCount)
    configuration.content = folders.content
    configuration.templates = folders.templates
    configuration.output = folders.output
    configuration.baseURL = baseURL
    configuration.includeDrafts = drafts
    return configuration
  }

  /// Builds again after each change, until the task is cancelled.
  private func rebuild() async {
    let watcher = Watcher(folders: [folders.content, folders.templates])
    for await _ in watcher.changes() {
      do {
        _ = try await BuildSession(configuration: buildConfiguration).run()
      } catch {
        Terminal.note("balise: \(error)")
      }
    }
  }
}
