import BuiltSite
import Foundation
import Search

/// Opens a built site's index again and again: its files are mapped and their bytes checked.
struct OpenBench {
  let site: String
  let language: String
  let json: Bool
  let runs = 20

  func run() throws {
    let store = IndexStore(site: site)
    var documents = 0
    func open() throws {
      documents = Searcher(index: try store.index(for: language)).index.documentCount
    }
    // The first opening reads the files, if nothing has of late.
    let wall = try Bench.least(of: 1, open)
    let times = try (0..<runs).map { _ in try Bench.leastOnProcessor(of: 1, open) }
    let first = TimeSummary.value(wall)
    let summary = TimeSummary(times)
    if json {
      let report = Report(documents: documents, runs: runs, first: first, times: summary)
      print(String(decoding: try JSONEncoder().encode(report), as: UTF8.self))
    } else {
      print("opening an index of \(documents) articles, µs")
      print("first, wall time     \(TimeSummary.padded(first))")
      print("\(runs) more, processor  \(summary)")
    }
  }

  private struct Report: Encodable {
    let documents: Int
    let runs: Int
    let first: Double
    let times: TimeSummary
  }
}
