import Foundation

/// Times the hot paths on real input.
///
/// Figures are the least of several runs unless they say otherwise: what the machine does besides only
/// ever adds.
@main
enum Bench {
  static func main() {
    var arguments = Array(CommandLine.arguments.dropFirst())
    let json = arguments.contains("--json")
    let onlyRanking = arguments.contains("--ranking")
    arguments.removeAll { $0 == "--json" || $0 == "--ranking" }
    do {
      switch (arguments.first, arguments.count) {
      case ("markup", 2):
        try MarkupBench(folder: arguments[1]).run()
      case ("search", 4):
        try SearchBench(
          site: arguments[1], language: arguments[2], queries: arguments[3], json: json,
          onlyRanking: onlyRanking
        ).run()
      case ("open", 3):
        try OpenBench(site: arguments[1], language: arguments[2], json: json).run()
      case ("relevance", 2):
        try RelevanceBench(folder: arguments[1]).run()
      case ("terms", 2):
        try TermList(language: arguments[1]).run()
      case ("--help", 1), ("-h", 1):
        print(usage)
      default:
        fail(usage)
      }
    } catch {
      fail("balise-bench: \(error)")
    }
  }

  private static let usage = """
    usage: balise-bench markup FOLDER                      parse and render every .md file
           balise-bench search SITE LANG QUERIES [--json]  answer each query of a file: id TAB text;
                                                           --ranking leaves out facets and snippets
           balise-bench open SITE LANG [--json]            open the search index
           balise-bench relevance FOLDER                   nDCG@10 on retrieval collections
           balise-bench terms LANG < LINES                 the terms of each line, as JSON
    """

  private static func fail(_ text: String) -> Never {
    FileHandle.standardError.write(Data((text + "\n").utf8))
    exit(2)
  }

  /// The least time of `runs` calls.
  static func least(of runs: Int, _ body: () throws -> Void) rethrows -> Duration {
    let clock = ContinuousClock()
    var best = Duration.seconds(1_000_000)
    for _ in 0..<runs { best = min(best, try clock.measure(body)) }
    return best
  }

  /// The least processor time of `runs` calls on this thread; other programs do not add to it.
  static func leastOnProcessor(of runs: Int, _ body: () throws -> Void) rethrows -> Duration {
    var best = Duration.seconds(1_000_000)
    for _ in 0..<runs {
      let start = processorTime()
      try body()
      best = min(best, processorTime() - start)
    }
    return best
  }

  private static func processorTime() -> Duration {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
  }
}

/// Why a measurement cannot be made.
struct BenchError: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}
