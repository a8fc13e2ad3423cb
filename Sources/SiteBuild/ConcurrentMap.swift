/// Transforms items on several cores; results come in the order of the items.
///
/// Items are taken in runs of `chunk`, so that small ones do not drown in task switches. What the
/// transform throws first, in the order of the items' runs finishing, ends the whole.
///
/// - Parameters:
///   - items: what to transform.
///   - jobs: how many runs are worked on at once, at least one.
///   - chunk: how many items make a run.
///   - transform: called once for each item, from any thread.
/// - Returns: one result for each item.
/// - Throws: what the transform throws.
func concurrentMap<Item: Sendable, Output: Sendable>(
  _ items: [Item], jobs: Int, chunk: Int = 16,
  _ transform: @escaping @Sendable (Item) throws -> Output
) async throws -> [Output] {
  try await concurrentRuns(of: items, jobs: jobs, length: chunk) { try $0.map(transform) }
    .flatMap { $0 }
}

/// Transforms runs of consecutive items on several cores; results come in the order of the runs.
///
/// Runs depend on `length` alone, so what a run produces is the same at any number of `jobs`.
func concurrentRuns<Item: Sendable, Output: Sendable>(
  of items: [Item], jobs: Int, length: Int,
  _ transform: @escaping @Sendable (ArraySlice<Item>) throws -> Output
) async throws -> [Output] {
  let length = max(1, length)
  let starts = Array(stride(from: 0, to: items.count, by: length))
  return try await withThrowingTaskGroup(of: (Int, Output).self) { group in
    var next = 0
    func addNext() {
      guard next < starts.count else { return }
      let run = next
      next += 1
      group.addTask {
        let start = starts[run]
        return (run, try transform(items[start..<min(start + length, items.count)]))
      }
    }
    for _ in 0..<max(1, jobs) { addNext() }
    var results = [Output?](repeating: nil, count: starts.count)
    while let (run, output) = try await group.next() {
      results[run] = output
      addNext()
    }
    return results.compactMap { $0 }
  }
}
