/// Lets documents through that have all the words of every quoted phrase.
///
/// ``PhraseVerifier`` then reads the text of the best of them.
struct PhraseFilter {
  private let present: UInt64

  init(query: Query) {
    present = query.phrases.joined().reduce(UInt64(0)) { $0 | 1 << UInt64($1) }
  }

  var isActive: Bool { present != 0 }

  @inline(__always)
  func admits(_ present: UInt64) -> Bool { present & self.present == self.present }
}
