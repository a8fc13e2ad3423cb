import Synchronization

/// Keeps rendered parts that many pages show, such as an article's card.
///
/// A part depends on its key alone, so it does not matter which task makes it first.
final class FragmentCache: Sendable {
  /// What a part is about.
  struct Key: Hashable, Sendable {
    var language: String
    var number: Int
    var group = 0
  }

  private let fragments = Mutex<[Key: String]>([:])

  /// The part of a key, made at the first call.
  func fragment(_ key: Key, make: () -> String) -> String {
    if let made = fragments.withLock({ $0[key] }) { return made }
    let made = make()
    fragments.withLock { $0[key] = made }
    return made
  }
}
