import NIOCore
import Synchronization

/// Finished answers to searches, kept within bounds so that what is asked often costs no search.
///
/// Its answers are of one site and of one state of ``RankingSignals``, to which it belongs, so none
/// is ever out of date. What is not asked for again goes first: a hand goes round the answers (the
/// CLOCK algorithm) and takes the first that was not asked for since it came by before.
final class ResponseCache: Sendable {
  /// An answer, and what the event log is told about it.
  struct Answer: Sendable {
    /// The JSON.
    var body: ByteBuffer
    /// How many articles were found.
    var hitCount: Int
    /// How long the search took that was run.
    var microseconds: Int
    /// The articles in it, best first.
    var hitIDs: [String] = []
  }

  private struct Slot {
    var key: String
    var answer: Answer
    var wasAskedFor: Bool
  }

  private struct State {
    var slots: [Slot] = []
    var places: [String: Int] = [:]
    var hand = 0
    var size = 0
  }

  private let state = Mutex(State())
  private let mostAnswers: Int
  private let mostBytes: Int

  /// Keeps at most so many answers and bytes.
  init(mostAnswers: Int = 4_096, mostBytes: Int = 16 << 20) {
    self.mostAnswers = max(1, mostAnswers)
    self.mostBytes = mostBytes
  }

  /// The answer to a request, if it is kept.
  func answer(for key: String) -> Answer? {
    state.withLock { state in
      guard let place = state.places[key] else { return nil }
      state.slots[place].wasAskedFor = true
      return state.slots[place].answer
    }
  }

  /// Keeps an answer, unless it would fill a good part of the cache alone.
  func keep(_ answer: Answer, for key: String) {
    let slot = Slot(key: key, answer: answer, wasAskedFor: false)
    let cost = Self.cost(slot)
    guard cost <= mostBytes / 16 else { return }
    state.withLock { state in
      // Two requests may have run the same search.
      guard state.places[key] == nil else { return }
      while state.slots.count >= mostAnswers || state.size + cost > mostBytes {
        Self.removeOne(&state)
      }
      state.places[key] = state.slots.count
      state.slots.append(slot)
      state.size += cost
    }
  }

  /// How many answers are kept, and their size in bytes.
  var load: (answers: Int, bytes: Int) { state.withLock { ($0.slots.count, $0.size) } }

  private static func removeOne(_ state: inout State) {
    while true {
      if state.hand >= state.slots.count { state.hand = 0 }
      guard state.slots[state.hand].wasAskedFor else { break }
      state.slots[state.hand].wasAskedFor = false
      state.hand += 1
    }
    let removed = state.slots[state.hand]
    state.places[removed.key] = nil
    state.size -= cost(removed)
    // The last one takes the place; whether the hand sees it sooner or later matters little.
    let last = state.slots.removeLast()
    if state.hand < state.slots.count {
      state.slots[state.hand] = last
      state.places[last.key] = state.hand
      state.hand += 1
    }
  }

  /// The bytes of an answer with its key, and about what keeping them takes besides.
  private static func cost(_ slot: Slot) -> Int {
    slot.answer.body.capacity + 2 * slot.key.utf8.count + 48 * slot.answer.hitIDs.count + 200
  }
}
