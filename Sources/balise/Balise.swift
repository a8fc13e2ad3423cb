import ArgumentParser
import SiteBuild

/// The command line's root.
struct Balise: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "balise",
    abstract: "A help centre in one binary.",
    discussion: """
      Writers commit Markdown; balise checks it, builds a bilingual site and its search index, \
      and serves both.

        balise new reset-password --category account   write an article's files
        balise check                                   say what is wrong, and where
        balise build                                   make the site and its search index
        balise serve                                   serve it, count views, answer searches
        balise search "surchaufe batterie" --lang fr   find an article from the shell
      """,
    version: BaliseVersion.current,
    subcommands: [
      NewCommand.self, CheckCommand.self, BuildCommand.self, ServeCommand.self,
      SearchCommand.self, RenderCommand.self, TranslationsCommand.self, ReportCommand.self,
      AgentCommand.self, BounceCommand.self,
    ])
}
