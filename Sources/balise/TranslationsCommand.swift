import ArgumentParser
import Content
import Diagnostics
import Foundation
import SiteBuild

/// `balise translations`: which article is in which language, and which are out of date.
struct TranslationsCommand: AsyncParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  static let configuration = CommandConfiguration(
    commandName: "translations",
    abstract: "Show which articles are missing or out of date in which language.",
    discussion: """
      Examples:
        balise translations
        balise translations --format json
      """)

  @Option(help: "The folder with site.yaml and the articles.", completion: .directory)
  var content = "content"
  @Option(help: "text or json.") var format = Format.text

  func run() async throws {
    var configuration = BuildConfiguration(jobs: ProcessInfo.processInfo.activeProcessorCount)
    configuration.content = content
    let checked = try await SiteBuilder(configuration).check()
    guard let catalog = checked.catalog, let site = checked.site, !checked.diagnostics.hasErrors
    else {
      let formatter = DiagnosticFormatter(colors: Terminal.hasColors(.standardError))
      Terminal.note(formatter.format(checked.diagnostics), terminator: "")
      throw ExitStatus.content.exit
    }
    let matrix = TranslationText(rows: catalog.translations, languages: site.languages)
    switch format {
    case .text: Terminal.print(matrix.text(), terminator: "")
    case .json: Terminal.print(try matrix.json(), terminator: "")
    }
  }
}

/// The matrix of articles and languages in the forms that the command writes.
struct TranslationText {
  let rows: [TranslationRow]
  let languages: [LanguageCode]

  /// For a person: one row for each article, and the sums last.
  func text() -> String {
    var table = Table(["article"] + languages.map(\.rawValue))
    var missing = 0
    var stale = 0
    for row in rows {
      table.add([row.id.description] + row.statuses.map(words))
      missing += row.statuses.count { $0 == .missing }
      stale += row.statuses.count { if case .stale = $0 { true } else { false } }
    }
    let sums = [
      Figures.count(rows.count, "article"), "\(Figures.count(missing)) missing",
      "\(Figures.count(stale)) out of date",
    ]
    return table.text(accent: { Terminal.quiet($0, on: .standardOutput) })
      + sums.joined(separator: " · ") + "\n"
  }

  /// For programs.
  func json() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let value = rows.map { row in
      Value(
        id: row.id.description,
        languages: Dictionary(
          uniqueKeysWithValues: zip(languages, row.statuses).map { language, state in
            (language.rawValue, Value.State(state: name(state), since: since(state)))
          }))
    }
    return String(decoding: try encoder.encode(value), as: UTF8.self) + "\n"
  }

  private struct Value: Encodable {
    struct State: Encodable {
      var state: String
      var since: String?
    }
    var id: String
    var languages: [String: State]
  }

  private func name(_ state: TranslationStatus) -> String {
    switch state {
    case .source: "source"
    case .present: "present"
    case .stale: "outdated"
    case .missing: "missing"
    }
  }

  private func since(_ state: TranslationStatus) -> String? {
    guard case .stale(let since) = state else { return nil }
    return since?.description
  }

  private func words(_ state: TranslationStatus) -> String {
    switch state {
    case .source: "source"
    case .present: "✓"
    case .missing: "– missing"
    case .stale(let since): "! out of date" + (since.map { " since \($0)" } ?? "")
    }
  }
}
