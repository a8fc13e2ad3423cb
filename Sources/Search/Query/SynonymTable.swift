/// The words and phrases that the site says mean the same.
struct SynonymTable: Sendable {
  /// One word of a phrase.
  struct Word: Sendable {
    var folded: [UInt8]
    var stem: [UInt8]
    var isStopWord: Bool

    /// Whether a word of a query is this one, or another form of it.
    func isMeant(by term: Term) -> Bool {
      stem == term.stem || folded.elementsEqual(term.surface.folded)
    }
  }

  /// Where a phrase stands: a group, and its place in it.
  private struct Place: Sendable {
    var group: Int
    var phrase: Int
  }

  private var groups: [[[Word]]] = []
  private var byFirstWord: [[UInt8]: [Place]] = [:]

  /// Reads a section; what is damaged in it is left out.
  init(_ view: ByteView) {
    var reader = ByteReader(view, 0..<view.count)
    let count = reader.varint()
    while groups.count < count, !reader.isAtEnd {
      let size = reader.varint()
      var group: [[Word]] = []
      while group.count < size, !reader.isAtEnd { group.append(Self.phrase(&reader)) }
      groups.append(group)
    }
    for (group, phrases) in groups.enumerated() {
      for (phrase, words) in phrases.enumerated() {
        guard let first = words.first else { continue }
        for key in Set([first.folded, first.stem]) {
          byFirstWord[key, default: []].append(Place(group: group, phrase: phrase))
        }
      }
    }
  }

  /// What else means what stands at the beginning of some words of a query.
  ///
  /// - Parameter terms: words that follow each other.
  /// - Returns: how many of the words the longest known phrase takes, and the other phrases of its
  ///   groups; nil if none is known.
  func match(_ terms: ArraySlice<Term>) -> (length: Int, others: [[Word]])? {
    guard !groups.isEmpty, let first = terms.first else { return nil }
    let folded = Array(first.surface.folded)
    var places = byFirstWord[folded] ?? []
    if first.stem != folded { places += byFirstWord[first.stem] ?? [] }
    var length = 0
    var others: [[Word]] = []
    for place in places {
      let words = groups[place.group][place.phrase]
      guard words.count <= terms.count, words.count >= length,
        zip(words, terms).allSatisfy({ $0.isMeant(by: $1) })
      else { continue }
      if words.count > length { others = [] }
      length = words.count
      for (index, phrase) in groups[place.group].enumerated()
      where index != place.phrase
        && !others.contains(where: { $0.map(\.stem) == phrase.map(\.stem) })
      {
        others.append(phrase)
      }
    }
    return length > 0 ? (length, others) : nil
  }

  private static func phrase(_ reader: inout ByteReader) -> [Word] {
    let count = reader.varint()
    var words: [Word] = []
    while words.count < count, !reader.isAtEnd {
      let isStopWord = reader.varint() == 1
      let folded = reader.bytes()
      words.append(Word(folded: folded, stem: reader.bytes(), isStopWord: isStopWord))
    }
    return words
  }
}
