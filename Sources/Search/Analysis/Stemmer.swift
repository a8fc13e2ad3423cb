import CStemmer
import Synchronization

/// A Snowball stemmer, borrowed from a pool because making one costs more than using it.
///
/// The C handle keeps its last result inside itself, so one borrower uses it at a time; the pool
/// hands each one out to a single borrower, which is what makes sharing the class sound.
@safe final class Stemmer: @unchecked Sendable {
  private static let idleFrench = Mutex<[Stemmer]>([])
  private static let idleEnglish = Mutex<[Stemmer]>([])

  private let handle: OpaquePointer

  private init?(algorithm: String) {
    guard let handle = unsafe sb_stemmer_new(algorithm, "UTF_8") else { return nil }
    unsafe self.handle = handle
  }

  deinit { unsafe sb_stemmer_delete(handle) }

  /// Lends the language's stemmer to `body`; nil for a language that has none.
  static func borrow<Result>(
    for language: Language, _ body: (Stemmer?) throws -> Result
  ) rethrows -> Result {
    switch language {
    case .other:
      return try body(nil)
    case .french:
      let stemmer = idleFrench.withLock { $0.popLast() } ?? Stemmer(algorithm: "french")
      defer { if let stemmer { idleFrench.withLock { $0.append(stemmer) } } }
      return try body(stemmer)
    case .english:
      let stemmer = idleEnglish.withLock { $0.popLast() } ?? Stemmer(algorithm: "english")
      defer { if let stemmer { idleEnglish.withLock { $0.append(stemmer) } } }
      return try body(stemmer)
    }
  }

  /// The stem of a lower-case word.
  func stem(_ word: [UInt8]) -> [UInt8] {
    guard let stem = unsafe sb_stemmer_stem(handle, word, Int32(word.count)) else { return word }
    let length = Int(unsafe sb_stemmer_length(handle))
    return unsafe Array(UnsafeBufferPointer(start: stem, count: length))
  }
}
