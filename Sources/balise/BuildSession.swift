import BuiltSite
import Diagnostics
import Foundation
import SiteBuild

/// One build with what a person sees of it on stderr: progress, faults, and the sum.
struct BuildSession {
  let configuration: BuildConfiguration
  var showsTimings = false

  /// Builds and reports.
  func run() async throws -> BuildOutcome {
    let clock = ContinuousClock()
    let start = clock.now
    let progress = ProgressLine(start: start)
    let outcome = try await build(progress)
    let formatter = DiagnosticFormatter(colors: Terminal.hasColors(.standardError))
    Terminal.note(formatter.format(outcome.diagnostics), terminator: "")
    Terminal.note(summary(outcome, clock.now - start))
    if showsTimings {
      for (stage, duration) in outcome.stages {
        Terminal.note("  \(stage.rawValue)  \(Figures.duration(duration))")
      }
    }
    return outcome
  }

  private func build(_ progress: ProgressLine) async throws -> BuildOutcome {
    defer { progress.clear() }
    return try await SiteBuilder(configuration).build { progress.show($0) }
  }

  private func summary(_ outcome: BuildOutcome, _ duration: Duration) -> String {
    guard let report = outcome.report else {
      return FaultCount(outcome.diagnostics).text + " · nothing was written"
    }
    var parts = [
      Figures.count(report.articles, "article"), Figures.count(report.languages.count, "language"),
    ]
    if outcome.wasUpToDate {
      parts.append("nothing changed")
    } else {
      parts.append(Figures.count(report.files, "file"))
      if outcome.unchanged > 0 { parts.append("\(Figures.count(outcome.written)) written") }
      if outcome.removed > 0 { parts.append("\(Figures.count(outcome.removed)) removed") }
    }
    if report.warnings > 0 { parts.append(Figures.count(report.warnings, "warning")) }
    parts.append(Figures.duration(duration))
    return Terminal.accent(configuration.output, on: .standardError) + "  "
      + parts.joined(separator: " · ")
  }
}

/// How many errors and warnings there are, in words.
struct FaultCount {
  let text: String

  init(_ diagnostics: [Diagnostic]) {
    let errors = diagnostics.count { $0.severity == .error }
    let warnings = diagnostics.count - errors
    var parts: [String] = []
    if errors > 0 { parts.append(Figures.count(errors, "error")) }
    if warnings > 0 { parts.append(Figures.count(warnings, "warning")) }
    text = parts.isEmpty ? "no faults" : parts.joined(separator: " · ")
  }
}
