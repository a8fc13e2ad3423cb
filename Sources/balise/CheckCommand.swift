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
        balise check --search
        balise check --readability

      With --search, the questions of content/**/search-tests.yaml are put to an index made in \
      memory:
        - {query: batterie qui chauffe, expect: emergency-overheating}

      With --readability, the sentences of each article are measured by Flesch's formula for English \
      and Kandel and Moles's for French: the higher, the easier. A ! marks what reads harder than its \
      difficulty says; it is no fault.
      """)

  @Option(help: "The folder with site.yaml and the articles.", completion: .directory)
  var content = "content"
  @Option(help: "The folder with templates of your own.", completion: .directory)
  var templates = "templates"
  @Flag(help: "Take warnings for errors.") var strict = false
  @Option(help: "text, json or github.") var format = DiagnosticFormatter.Style.text
  @Flag(help: "Run the search tests of the content, too.") var search = false
  @Flag(help: "Measure how easily the articles read, too.") var readability = false
  @Flag(help: "Check drafts as if they were published.") var drafts = false

  func validate() throws {
    if readability, format != .text {
      throw ValidationError("--readability prints a table: leave out --format")
    }
  }

  func run() async throws {
    var configuration = BuildConfiguration(jobs: ProcessInfo.processInfo.activeProcessorCount)
    configuration.content = content
    configuration.templates = templates
    configuration.includeDrafts = drafts
    let start = ContinuousClock.now
    let builder = SiteBuilder(configuration)
    let checked = try await builder.check()
    let canSearch = search && !checked.diagnostics.hasErrors
    let tests = canSearch ? try await builder.runSearchTests(of: checked) : nil
    var diagnostics = strict ? checked.diagnostics.raisingWarnings() : checked.diagnostics
    diagnostics = (diagnostics + (tests?.failures ?? [])).sorted()
    let formatter = DiagnosticFormatter(
      style: format, colors: format == .text && Terminal.hasColors(.standardOutput))
    Terminal.print(formatter.format(diagnostics), terminator: "")
    if readability, !checked.diagnostics.hasErrors {
      let report = try await builder.readability(of: checked)
      Terminal.print(ReadabilityText(report: report).text(), terminator: "")
    }
    let parts = [
      Figures.count(checked.articleCount, "article"),
      Figures.count(checked.languageCount, "language"), FaultCount(diagnostics).text,
      Figures.duration(ContinuousClock.now - start),
    ]
    Terminal.note(parts.joined(separator: " · "))
    if readability, checked.diagnostics.hasErrors {
      Terminal.note("readability is measured once there is no error")
    }
    if search { Terminal.note(tests.map(words) ?? "search tests run once there is no error") }
    if diagnostics.hasErrors { throw ExitStatus.content.exit }
  }

  private func words(_ tests: SearchTestRun) -> String {
    guard tests.passed + tests.failed + tests.waiting > 0 else {
      return "no search tests · write '- {query: what people type, expect: article-id}' in "
        + "\(content)/search-tests.yaml"
    }
    var parts = [
      Figures.count(tests.passed + tests.failed, "search test"),
      "\(Figures.count(tests.passed)) passed, \(Figures.count(tests.first)) of them first",
      "\(Figures.count(tests.failed)) failed",
    ]
    if tests.waiting > 0 {
      parts.append("\(Figures.count(tests.waiting)) waiting for drafts")
    }
    return parts.joined(separator: " · ")
  }
}
