public import ArgumentParser
public import Diagnostics
import Foundation
import SiteBuild

extension DiagnosticFormatter.Style: ExpressibleByArgument {}

/// `balise check`: every fault of the content, and nothing written.
struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Say what is wrong with the content, and where.",
    discussion: """
      Prints every fault as path:line:column with the line and, where possible, a suggestion. \
      Writes nothing. Ends with 0 when all is well, with 1 when there are errors.

      Examples:
        balise check
        balise check --strict --format github
      """)

  @Option(help: "The folder with site.yaml and the articles.", completion: .directory)
  var content = "content"
  @Option(help: "The folder with templates of your own.", completion: .directory)
  var templates = "templates"
  @Flag(help: "Take warnings for errors.") var strict = false
  @Option(help: "text, json or github.") var format = DiagnosticFormatter.Style.text
  @Flag(help: "Check drafts as if they were published.") var drafts = false

  func run() async throws {
    var configuration = BuildConfiguration(jobs: ProcessInfo.processInfo.activeProcessorCount)
    configuration.content = content
    configuration.templates = templates
    configuration.includeDrafts = drafts
    let start = ContinuousClock.now
    let checked = try await SiteBuilder(configuration).check()
    let diagnostics = strict ? checked.diagnostics.raisingWarnings() : checked.diagnostics
    let formatter = DiagnosticFormatter(
      style: format, colors: format == .text && Terminal.hasColors(.standardOutput))
    Terminal.print(formatter.format(diagnostics), terminator: "")
    let parts = [
      Figures.count(checked.articleCount, "article"),
      Figures.count(checked.languageCount, "language"), FaultCount(diagnostics).text,
      Figures.duration(ContinuousClock.now - start),
    ]
    Terminal.note(parts.joined(separator: " · "))
    if diagnostics.hasErrors { throw ExitStatus.content.exit }
  }
}
