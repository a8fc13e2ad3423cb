import BuiltSite
import FileSystem
import Markup
import Search

/// Times the hot paths on real input: `balise-bench markup FOLDER`, `balise-bench search SITE LANG
/// QUERIES.tsv`.
///
/// Every figure is the least of several runs: what the machine does besides only ever adds.
@main
enum Bench {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    switch arguments.first {
    case "markup" where arguments.count == 2:
      try MarkupBench(folder: arguments[arguments.startIndex + 1]).run()
    case "search" where arguments.count == 4:
      let start = arguments.startIndex
      try SearchBench(
        site: arguments[start + 1], language: arguments[start + 2], queries: arguments[start + 3]
      ).run()
    case "relevance" where arguments.count == 2:
      try RelevanceBench(folder: arguments[arguments.startIndex + 1]).run()
    default:
      print(
        """
        usage: balise-bench markup FOLDER               parse and render every .md file
               balise-bench search SITE LANG QUERIES    answer each query of a file: id TAB text
               balise-bench relevance FOLDER            nDCG@10 on retrieval collections
        """)
    }
  }

  /// The least time of `runs` calls.
  static func least(of runs: Int, _ body: () throws -> Void) rethrows -> Duration {
    let clock = ContinuousClock()
    var best = Duration.seconds(1_000_000)
    for _ in 0..<runs { best = min(best, try clock.measure(body)) }
    return best
  }
}
