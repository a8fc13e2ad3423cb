import Digest
import EventLog
import Synchronization

/// Finds out which queries were typed to their end, and what came of them: pages search at every
/// letter, and `sur`, `surc` and `surch` are not what anyone asked.
///
/// A search waits for two minutes. A later one of the same visitor that begins with it replaces it,
/// unless it was submitted; one in other words says that it did not help; an article that it found and
/// that is opened meanwhile is its click. Visitors are known by a digest of their network, their
/// browser's name and a salt that is drawn each day, is never written down, and is gone the day after;
/// what is stored is a digest of that and the query, so that the database does not say which queries
/// came from one visitor.
final class QueryBursts: Sendable {
  private struct Waiting {
    var search: TypedSearch
    /// The query as it is counted.
    var text: String
    var time: Timestamp
    var click: SearchEvent.Click?
    var isReformulated = false
  }

  private struct State {
    var day: Int64 = .min
    var visitors: [[UInt8]: [Waiting]] = [:]
  }

  private let state = Mutex(State())
  private let salt = DailySalt()
  /// How long a query waits to be replaced, clicked or asked in other words.
  static let patience = Duration.seconds(120)
  /// How many queries of one visitor wait; several people may share an address.
  private static let mostWaiting = 8
  /// How many visitors are followed.
  private static let mostVisitors = 10_000

  /// Takes a search, and gives those that are thereby finished.
  ///
  /// - Parameters:
  ///   - search: the search.
  ///   - visitor: who the visitor seems to be; nil where that is not known, and then the search is
  ///     finished at once.
  ///   - time: when it was typed.
  /// - Returns: the finished searches.
  func add(
    _ search: TypedSearch, visitor: [UInt8]?, time: Timestamp = .now
  ) -> [FinishedSearch] {
    let text = SuggestableQuery.normalized(search.query)
    let waiting = Waiting(search: search, text: text, time: time)
    guard let visitor else { return [Self.finished(waiting, of: nil)] }
    let known = salt.digest(of: visitor, for: "search", at: time)
    return state.withLock { state in
      var finished = Self.turnDay(&state, time)
      if state.visitors.count >= Self.mostVisitors { finished += Self.takeAll(&state) }
      var queries = state.visitors[known] ?? []
      finished += Self.take(&queries, known) { $0.time.advanced(by: Self.patience) < time }
      Self.add(waiting, to: &queries)
      if queries.count > Self.mostWaiting {
        finished.append(Self.finished(queries.removeFirst(), of: known))
      }
      state.visitors[known] = queries
      return finished
    }
  }

  /// Notes that a visitor opened an article; true if a search of theirs had found it.
  func opened(_ articleID: String, by visitor: [UInt8]?, time: Timestamp = .now) -> Bool {
    guard let visitor else { return false }
    let known = salt.digest(of: visitor, for: "search", at: time)
    return state.withLock { state in
      guard let queries = state.visitors[known] else { return false }
      for place in queries.indices.reversed() {
        let waiting = queries[place]
        guard waiting.time.advanced(by: Self.patience) >= time,
          let rank = waiting.search.hitIDs.firstIndex(of: articleID)
        else { continue }
        if waiting.click == nil {
          state.visitors[known]?[place].click = SearchEvent.Click(
            articleID: articleID, rank: waiting.search.offset + rank + 1)
        }
        return true
      }
      return false
    }
  }

  /// Gives the queries that have waited long enough.
  func finished(at time: Timestamp = .now) -> [FinishedSearch] {
    state.withLock { state in
      var finished: [FinishedSearch] = []
      for (visitor, waiting) in state.visitors {
        var queries = waiting
        finished += Self.take(&queries, visitor) { $0.time.advanced(by: Self.patience) < time }
        state.visitors[visitor] = queries.isEmpty ? nil : queries
      }
      return finished
    }
  }

  /// Gives all queries that wait, as when the server ends.
  func takeAll() -> [FinishedSearch] { state.withLock { Self.takeAll(&$0) } }

  private static func add(_ new: Waiting, to queries: inout [Waiting]) {
    // What is left while letters are deleted was not asked for either.
    let isRest = queries.contains {
      $0.text.utf8.count > new.text.utf8.count && $0.text.hasPrefix(new.text)
        && !new.text.isEmpty
    }
    if isRest, !new.search.isSubmitted { return }
    var new = new
    queries.removeAll { old in
      guard old.click == nil || old.text == new.text else { return false }
      if old.text == new.text {
        new.search.isSubmitted = new.search.isSubmitted || old.search.isSubmitted
        new.click = new.click ?? old.click
      }
      return old.text == new.text
        || !old.search.isSubmitted && new.text.hasPrefix(old.text)
    }
    // Whoever asks in other words had not found it.
    if let last = queries.indices.last, queries[last].click == nil,
      queries[last].search.language == new.search.language, !new.text.isEmpty
    {
      queries[last].isReformulated = true
    }
    queries.append(new)
  }

  /// A new day has a new salt, under which nobody is known.
  private static func turnDay(_ state: inout State, _ time: Timestamp) -> [FinishedSearch] {
    guard state.day != time.day else { return [] }
    let finished = takeAll(&state)
    state.day = time.day
    return finished
  }

  private static func takeAll(_ state: inout State) -> [FinishedSearch] {
    let visitors = state.visitors
    state.visitors = [:]
    return visitors.flatMap { visitor, waiting in waiting.map { finished($0, of: visitor) } }
  }

  private static func take(
    _ queries: inout [Waiting], _ visitor: [UInt8], where isDone: (Waiting) -> Bool
  ) -> [FinishedSearch] {
    let done = queries.filter(isDone)
    guard !done.isEmpty else { return [] }
    queries.removeAll(where: isDone)
    return done.map { finished($0, of: visitor) }
  }

  private static func finished(_ waiting: Waiting, of visitor: [UInt8]?) -> FinishedSearch {
    let search = waiting.search
    let event = SearchEvent(
      query: search.query, language: search.language, filters: search.filters,
      hitCount: search.hitCount, microseconds: search.microseconds, audience: search.audience,
      click: waiting.click, isReformulated: waiting.isReformulated, time: waiting.time)
    guard let visitor, search.audience == .reader, SuggestableQuery(waiting.text) != nil else {
      return FinishedSearch(event: event)
    }
    let digest = SHA256.hash(visitor + Array(waiting.text.utf8))
    return FinishedSearch(
      event: event,
      query: QueryEvent(
        query: waiting.text, language: search.language, visitor: Array(digest.prefix(8)),
        hasHits: search.hitCount > 0, time: waiting.time))
  }
}
