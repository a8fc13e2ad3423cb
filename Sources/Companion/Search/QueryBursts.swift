import Digest
import EventLog
import Synchronization

/// Finds out which queries were typed to their end: pages search at every letter, and `sur`, `surc`
/// and `surch` are not what anyone asked.
///
/// A query waits for half a minute. A later one of the same visitor that begins with it replaces it,
/// unless it was submitted. Visitors are known by a digest of their network's address and of a salt
/// that is drawn each day, is never written down, and is gone the day after; what is stored is a
/// digest of that and the query, so that the database does not say which queries came from one
/// visitor.
final class QueryBursts: Sendable {
  private struct Waiting {
    var query: String
    var language: String
    var hasHits: Bool
    var isSubmitted: Bool
    var time: Timestamp
  }

  private struct State {
    var day: Int64 = .min
    var salt: [UInt8] = []
    var visitors: [[UInt8]: [Waiting]] = [:]
  }

  private let state = Mutex(State())
  /// How long a query waits to be replaced.
  private static let patience = Duration.seconds(30)
  /// How many queries of one visitor wait; several people may share an address.
  private static let mostWaiting = 8
  /// How many visitors are followed.
  private static let mostVisitors = 10_000

  /// Takes a search, and gives the queries that are thereby finished.
  ///
  /// - Parameters:
  ///   - query: what was typed.
  ///   - language: the language that was searched.
  ///   - hasHits: whether anything was found.
  ///   - isSubmitted: whether it was sent as a whole, not letter by letter.
  ///   - network: the address of the visitor's network; nil where it is not known.
  ///   - time: when it was typed.
  /// - Returns: the finished queries that found something.
  func add(
    _ query: String, language: String, hasHits: Bool, isSubmitted: Bool, network: [UInt8]?,
    time: Timestamp = .now
  ) -> [QueryEvent] {
    let text = SuggestableQuery.normalized(query)
    guard let network, !text.isEmpty else { return [] }
    let waiting = Waiting(
      query: text, language: language, hasHits: hasHits, isSubmitted: isSubmitted, time: time)
    return state.withLock { state in
      var finished = Self.turnDay(&state, time)
      if state.visitors.count >= Self.mostVisitors { finished += Self.takeAll(&state) }
      let visitor = SHA256.hash(state.salt + network)
      var queries = state.visitors[visitor] ?? []
      finished += Self.take(&queries, visitor) { $0.time.advanced(by: Self.patience) < time }
      Self.add(waiting, to: &queries)
      if queries.count > Self.mostWaiting {
        finished += Self.events([queries.removeFirst()], of: visitor)
      }
      state.visitors[visitor] = queries
      return finished
    }
  }

  /// Gives the queries that have waited long enough.
  func finished(at time: Timestamp = .now) -> [QueryEvent] {
    state.withLock { state in
      var finished: [QueryEvent] = []
      for (visitor, waiting) in state.visitors {
        var queries = waiting
        finished += Self.take(&queries, visitor) { $0.time.advanced(by: Self.patience) < time }
        state.visitors[visitor] = queries.isEmpty ? nil : queries
      }
      return finished
    }
  }

  /// Gives all queries that wait, as when the server ends.
  func takeAll() -> [QueryEvent] { state.withLock { Self.takeAll(&$0) } }

  private static func add(_ new: Waiting, to queries: inout [Waiting]) {
    // What is left while letters are deleted was not asked for either.
    let isRest = queries.contains {
      $0.query.utf8.count > new.query.utf8.count && $0.query.hasPrefix(new.query)
    }
    if isRest, !new.isSubmitted { return }
    var new = new
    queries.removeAll { old in
      if old.query == new.query { new.isSubmitted = new.isSubmitted || old.isSubmitted }
      return old.query == new.query || !old.isSubmitted && new.query.hasPrefix(old.query)
    }
    queries.append(new)
  }

  /// A new day has a new salt, under which nobody is known.
  private static func turnDay(_ state: inout State, _ time: Timestamp) -> [QueryEvent] {
    guard state.day != time.day else { return [] }
    let finished = takeAll(&state)
    state.day = time.day
    var generator = SystemRandomNumberGenerator()
    state.salt = (0..<32).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
    return finished
  }

  private static func takeAll(_ state: inout State) -> [QueryEvent] {
    let visitors = state.visitors
    state.visitors = [:]
    return visitors.flatMap { events($0.value, of: $0.key) }
  }

  private static func take(
    _ queries: inout [Waiting], _ visitor: [UInt8], where isDone: (Waiting) -> Bool
  ) -> [QueryEvent] {
    let done = queries.filter(isDone)
    guard !done.isEmpty else { return [] }
    queries.removeAll(where: isDone)
    return events(done, of: visitor)
  }

  private static func events(_ queries: [Waiting], of visitor: [UInt8]) -> [QueryEvent] {
    queries.compactMap { query in
      guard query.hasHits, SuggestableQuery(query.query) != nil else { return nil }
      let digest = SHA256.hash(visitor + Array(query.query.utf8))
      return QueryEvent(
        query: query.query, language: query.language, visitor: Array(digest.prefix(8)),
        time: query.time)
    }
  }
}
