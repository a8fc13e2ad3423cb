import Synchronization

/// Room to score every document of an index in, borrowed from a pool because clearing what one
/// search touched costs less than making room for all documents.
///
/// One borrower uses it at a time, which is what makes handing it between threads sound.
@safe
final class ScoringSpace: @unchecked Sendable {
  /// What is known of one document while a query is scored.
  struct Cell {
    /// The sum of what has been added up.
    var score: Float = 0
    /// The best of the alternatives for the current word.
    var best: Float = 0
    /// Which words of the query the document has, a bit a word.
    var present: UInt64 = 0
    /// Which neighbours of the query are neighbours: two bits a pair, the second for the title.
    var following: UInt64 = 0
    /// The counts of the current word, and of its spellings that were typed.
    var counts: UInt64 = 0
    var spelled: UInt64 = 0
    /// How many words of the title were typed.
    var titleWords: UInt64 = 0
  }

  private let cells: UnsafeMutableBufferPointer<Cell>

  init(documentCount: Int) {
    unsafe cells = .allocate(capacity: documentCount)
    unsafe cells.initialize(repeating: Cell())
  }

  deinit { unsafe cells.deallocate() }

  /// The cell of a document; its number was checked when it was read.
  @inline(__always)
  subscript(document: Int) -> Cell {
    get { unsafe cells[document] }
    _modify { yield unsafe &cells[document] }
  }

  /// Clears the cells of the documents that a search has matched.
  func clear(_ matched: [Int32]) {
    for document in matched { self[Int(document)] = Cell() }
  }
}

/// The spaces of one index that no search uses at the moment.
final class ScoringSpaces: Sendable {
  private let documentCount: Int
  private let idle = Mutex<[ScoringSpace]>([])

  init(documentCount: Int) { self.documentCount = documentCount }

  /// Lends a cleared space; the borrower clears what it has matched.
  func borrow<Result>(_ body: (ScoringSpace) -> Result) -> Result {
    let space = idle.withLock { $0.popLast() } ?? ScoringSpace(documentCount: documentCount)
    defer { idle.withLock { $0.append(space) } }
    return body(space)
  }
}
