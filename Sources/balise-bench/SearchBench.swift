import BuiltSite
import FileSystem
import Search

/// Answers queries over a built site's index, one after another.
struct SearchBench {
  let site: String
  let language: String
  let queries: String

  func run() throws {
    let index = try IndexStore(site: site).index(for: language)
    let searcher = Searcher(index: index)
    let texts = try FileSystem.read(queries).split(separator: 0x0A).compactMap { line -> String? in
      guard let tab = line.firstIndex(of: 0x09) else { return nil }
      return String(decoding: line[(tab + 1)...], as: UTF8.self)
    }
    var times: [Duration] = []
    var found = 0
    for text in texts {
      let request = SearchRequest(text: text)
      times.append(Bench.least(of: 5) { found += searcher.search(request).hits.count })
    }
    times.sort()
    guard let median = at(times, 0.5), let high = at(times, 0.95), let worst = times.last else {
      print("there are no queries in '\(queries)'")
      return
    }
    print("\(texts.count) queries over \(index.documentCount) articles, with snippets and facets")
    print("median  \(microseconds(median))")
    print("95 %    \(microseconds(high))")
    print("worst   \(microseconds(worst))")
  }

  private func at(_ times: [Duration], _ share: Double) -> Duration? {
    times.isEmpty ? nil : times[min(times.count - 1, Int(Double(times.count) * share))]
  }

  private func microseconds(_ duration: Duration) -> String {
    "\(Int((duration / .microseconds(1)).rounded())) µs"
  }
}
