import ArgumentParser
import Content
import FileSystem
import Markup

/// `balise render`: one article's body as HTML.
struct RenderCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render",
    abstract: "Write one article's body as HTML to stdout.",
    discussion: """
      Front matter is left out. Links stand as they are written: only a build knows the other \
      articles. Raw HTML passes the same filter as on the site.

      Examples:
        balise render content/fr/account/reset-password.md
        balise render notes.md --lang fr
      """)

  @Argument(help: "A Markdown file.", completion: .file(extensions: ["md"])) var file: String
  @Option(help: "The language of the words that rendering adds.") var lang: String?

  func run() throws {
    let bytes = try FileSystem.read(file)
    let start = ArticleBody.start(in: bytes)
    // Without the dressing of a page: what GitHub's Markdown gives, with anchors and callouts.
    let language = lang ?? ArticleBody.language(of: file) ?? "en"
    let parser = MarkupParser(typography: Typography(language: language))
    let document = parser.parse(bytes, from: start)
    let options = HTMLOptions(language: language, site: false)
    Terminal.print(document.html(options))
  }
}
