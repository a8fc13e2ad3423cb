import ArgumentParser
import Content
import Diagnostics
import FileSystem
import SiteBuild

/// `balise new`: an article's files, ready to fill in.
struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Write a new article's files, ready to fill in.",
    discussion: """
      The files are drafts: nothing is published until 'draft: true' is taken out.

      Examples:
        balise new reset-password
        balise new reset-password --lang fr,en --category account --difficulty basic
      """)

  @Argument(help: "The article's permanent id, and the name of its files.") var slug: String
  @Option(help: "The languages, with commas between; all of the site's by default.")
  var lang: String?
  @Option(help: "The key of its category.") var category: String?
  @Option(help: "The key of its difficulty.") var difficulty: String?
  @Option(help: "The folder with site.yaml and the articles.", completion: .directory)
  var content = "content"

  func validate() throws {
    guard Slug.isValid(slug) else {
      let better = Slug.make(from: slug)
      throw ValidationError(
        "'\(slug)' cannot name an article: lower-case letters, digits and hyphens can"
          + (better.isEmpty ? "" : "; did you mean '\(better)'?"))
    }
  }

  func run() throws {
    let site = try readSite()
    let languages = try languages(of: site)
    try check(category, among: site.categories.map(\.key), "category")
    try check(difficulty, among: site.difficulties.map(\.key), "difficulty")
    let folder = category.map { "/\($0)" } ?? ""
    let paths = languages.map { "\(content)/\($0)\(folder)/\(slug).md" }
    // All or none: half an article is worse than a message.
    for path in paths where FileSystem.exists(path) {
      throw CommandFailure(.usage, "'\(path)' is there already; nothing was written")
    }
    for (language, path) in zip(languages, paths) {
      let text = ArticleTemplate.text(
        id: slug, language: language, isSource: language == languages[0], category: category,
        difficulty: difficulty, site: site)
      try FileSystem.write(Array(text.utf8), to: path)
      Terminal.print(path)
    }
  }

  private func readSite() throws -> SiteConfiguration {
    let path = content + "/site.yaml"
    guard FileSystem.exists(path) else {
      throw CommandFailure(
        .content, "there is no '\(path)'; run this where the content folder is, or give --content")
    }
    let bytes = try FileSystem.read(path)
    let (site, faults) = SiteConfiguration.parse(SourceText(path: path, bytes: bytes))
    guard let site, !faults.hasErrors else {
      let formatter = DiagnosticFormatter(colors: Terminal.hasColors(.standardError))
      Terminal.note(formatter.format(faults), terminator: "")
      throw ExitStatus.content.exit
    }
    return site
  }

  private func languages(of site: SiteConfiguration) throws -> [LanguageCode] {
    guard let lang else { return site.languages }
    let codes = lang.split(separator: ",").map { String($0) }
    let known = site.languages.map(\.rawValue)
    for code in codes where !known.contains(code) {
      throw CommandFailure(
        .usage, "the site has no language '\(code)'; it has \(known.joined(separator: ", "))")
    }
    guard !codes.isEmpty else { throw CommandFailure(.usage, "--lang names no language") }
    // The site's order, so that the first file is the one that others inherit from.
    return site.languages.filter { codes.contains($0.rawValue) }
  }

  private func check(_ value: String?, among keys: [String], _ name: String) throws {
    guard let value, !keys.contains(value) else { return }
    let nearest = Suggestion.nearest(to: value, among: keys)
    let hint =
      nearest.map { "did you mean '\($0)'?" } ?? "use one of \(keys.joined(separator: ", "))"
    throw CommandFailure(.usage, "the site has no \(name) '\(value)'; \(hint)")
  }
}
