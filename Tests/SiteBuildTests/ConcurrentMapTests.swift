import Testing

@testable import SiteBuild

@Suite struct `Concurrent map` {
  @Test(arguments: [1, 2, 7]) func `results come in the order of the items`(jobs: Int) async throws
  {
    let items = Array(0..<1000)
    let squares = try await concurrentMap(items, jobs: jobs, chunk: 13) { $0 * $0 }
    #expect(squares == items.map { $0 * $0 })
    let runs = try await concurrentRuns(of: items, jobs: jobs, length: 300) { Array($0) }
    #expect(runs.map(\.count) == [300, 300, 300, 100])
    #expect(runs.flatMap { $0 } == items)
  }

  @Test func `nothing gives nothing, and an error ends it`() async throws {
    #expect(try await concurrentMap([Int](), jobs: 2) { $0 }.isEmpty)
    await #expect(throws: CancellationError.self) {
      try await concurrentMap([1, 2, 3], jobs: 2, chunk: 1) { item in
        if item == 2 { throw CancellationError() }
        return item
      }
    }
  }
}
