import ArgumentParser
import BuiltSite
import FileSystem
import Foundation
import Search

/// `balise search`: the server's ranking, from the shell.
struct SearchCommand: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, tsv
  }

  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Find articles, ranked as the site ranks them.",
    discussion: """
      Examples:
        balise search surchaufe batterie --lang fr
        balise search overheating lang:en --difficulty expert --format json
        balise search soc --group --facets --explain
        balise search alarm --level basic --context conversation.txt
        balise search --queries questions.tsv --lang fr --limit 100 --format tsv

      Each line of a --queries file is 'query-id TAB text'; each line written is \
      'query-id TAB article-id TAB rank TAB score'.
      """)

  @Argument(help: "The words to look for; 'lang:en' among them chooses the language.")
  var query: [String] = []
  @Option(help: "The language to search; the site's first one by default.") var lang: String?
  @Option(help: "Keep articles of a category; may be repeated.") var category: [String] = []
  @Option(help: "Keep articles of a difficulty; may be repeated.") var difficulty: [String] = []
  @Option(help: "Keep articles with a tag; may be repeated.") var tag: [String] = []
  @Option(
    help: ArgumentHelp(
      "The difficulty that suits the reader; its articles come a little earlier.",
      valueName: "difficulty"))
  var level: String?
  @Option(
    help: ArgumentHelp(
      "A file with a conversation; the articles it is about come a little earlier.",
      valueName: "file"),
    completion: .file())
  var context: String?
  @Option(help: "How many articles to show.") var limit = 10
  @Flag(help: "Group the articles by category.") var group = false
  @Flag(help: "Count the articles by category, difficulty and tag.") var facets = false
  @Flag(help: "Show how each score comes about.") var explain = false
  @Option(help: "text, json or tsv.") var format: Format?
  @Option(help: "Answer each line of a file instead.", completion: .file()) var queries: String?
  @Option(help: "The folder with the built site.", completion: .directory) var output = "site"

  func validate() throws {
    guard queries == nil || query.isEmpty else {
      throw ValidationError("give either a query or --queries, not both")
    }
    guard queries != nil || !query.isEmpty else {
      throw ValidationError("what are you looking for? Try: balise search overheating --lang en")
    }
    guard (1...10_000).contains(limit) else {
      throw ValidationError("--limit takes a number from 1 to 10000")
    }
    guard queries == nil || format == nil || format == .tsv else {
      throw ValidationError("--queries writes --format tsv only")
    }
    guard queries == nil && format != .tsv || !(group || facets) else {
      throw ValidationError("--group and --facets are for --format text and json")
    }
  }

  func run() throws {
    let store = IndexStore(site: output)
    let languages = BuildReport(site: output)?.languages ?? store.languages()
    let typed = LanguageFilter(query.joined(separator: " "), languages: languages)
    let language = try typed.language ?? language(among: languages)
    let searcher = Searcher(index: try open(store, language))
    var request = SearchRequest(
      text: typed.text, categories: category, difficulties: difficulty, tags: tag, level: level,
      context: try context.map(text(of:)) ?? "", limit: limit,
      facets: facets || group || format == .json, explain: explain)
    request.popularity = try? store.manifest(for: language).popularity(of: searcher.index)
    if let queries {
      (request.facets, request.snippets) = (false, false)
      try answer(queries, request, with: searcher)
      return
    }
    let results = searcher.search(request)
    let result = SearchText(
      query: typed.text, language: language, results: results, isGrouped: group,
      showsFacets: facets)
    switch format ?? .text {
    case .text: Terminal.print(result.text(), terminator: "")
    case .json: Terminal.print(try result.json(), terminator: "")
    case .tsv: Terminal.print(result.tsv(), terminator: "")
    }
    if results.total == 0, format ?? .text == .text {
      Terminal.note("Nothing found. Try other words, or fewer filters.")
    }
  }

  private func text(of path: String) throws -> String {
    String(decoding: try FileSystem.read(path), as: UTF8.self)
  }

  private func language(among languages: [String]) throws -> String {
    if let lang {
      guard languages.isEmpty || languages.contains(lang) else {
        throw CommandFailure(
          .usage,
          "the site has no language '\(lang)'; it has \(languages.joined(separator: ", "))")
      }
      return lang
    }
    guard let first = languages.first else {
      throw CommandFailure(.content, "there is no site in '\(output)'; run balise build")
    }
    return first
  }

  private func open(_ store: IndexStore, _ language: String) throws -> InvertedIndex {
    do {
      return try store.index(for: language)
    } catch let error as IndexStoreError {
      throw CommandFailure(.content, error.description)
    }
  }

  private func answer(_ path: String, _ request: SearchRequest, with searcher: Searcher) throws {
    let bytes = try FileSystem.read(path)
    var request = request
    var output = ""
    for (number, line) in bytes.split(
      separator: 0x0A, omittingEmptySubsequences: false
    ).enumerated() {
      let line = String(decoding: line, as: UTF8.self).trimmingCharacters(in: .newlines)
      if line.isEmpty { continue }
      guard let tab = line.firstIndex(of: "\t") else {
        throw CommandFailure(
          .usage, "\(path):\(number + 1): a line is 'query-id TAB text', and this one has no tab")
      }
      let id = line[..<tab]
      request.text = String(line[line.index(after: tab)...])
      for (rank, hit) in searcher.search(request).hits.enumerated() {
        output += "\(id)\t\(hit.id)\t\(rank + 1)\t\(hit.score)\n"
      }
      if output.utf8.count > 1 << 16 {
        Terminal.print(output, terminator: "")
        output = ""
      }
    }
    Terminal.print(output, terminator: "")
  }
}
