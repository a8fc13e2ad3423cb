import ArgumentParser
import Diagnostics
import Foundation
import SiteBuild

/// `balise build`: check, site and search index.
struct BuildCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Build the site and its search index.",
    discussion: """
      Content at fault writes nothing and leaves the old site as it was.

      Examples:
        balise build
        balise build --base-url https://help.example.com/ --output public
        balise build --drafts
        balise build --social-images --compress
      """)

  @OptionGroup var folders: FolderOptions
  @Option(help: "Where the site will be; takes the place of baseURL.") var baseURL: String?
  @Flag(help: "Publish drafts too.") var drafts = false
  @Flag(help: "Remove files from the output folder that no build wrote.") var clean = false
  @Flag(help: "Write .gz and .br files beside pages and assets.") var compress = false
  @Flag(help: "Draw a picture for each article, for where its address is shared.")
  var socialImages = false
  @Option(
    help: ArgumentHelp(
      "How sought after articles are, from 'balise report --format popularity'.",
      valueName: "file"), completion: .file())
  var popularity: String?
  @Option(help: "How many files to work on at once; one for each core by default.")
  var jobs: Int?
  @Flag(help: "Say how long each stage took.") var timings = false

  func validate() throws {
    guard jobs.map({ (1...1024).contains($0) }) ?? true else {
      throw ValidationError("--jobs takes a number from 1 to 1024")
    }
  }

  func run() async throws {
    var configuration = BuildConfiguration(
      jobs: jobs ?? ProcessInfo.processInfo.activeProcessorCount)
    configuration.content = folders.content
    configuration.templates = folders.templates
    configuration.output = folders.output
    configuration.baseURL = baseURL
    configuration.includeDrafts = drafts
    configuration.clean = clean
    configuration.popularity = popularity
    configuration.compress = compress
    configuration.socialImages = socialImages
    let outcome = try await BuildSession(configuration: configuration, showsTimings: timings).run()
    if outcome.report == nil { throw ExitStatus.content.exit }
  }
}
