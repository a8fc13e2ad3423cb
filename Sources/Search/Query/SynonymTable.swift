/// The words and phrases that the site says may stand for others.
struct SynonymTable: Sendable {
  /// What a phrase does in its group.
  struct Role: OptionSet {
    let rawValue: UInt8
    /// Whoever types it also finds the others.
    static let typed = Role(rawValue: 1)
    /// It is found for the others.
    static let found = Role(rawValue: 2)
  }

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

  /// What else a phrase may be called.
  struct Synonym {
    var words: [Word]
    /// Whether it is one in any help centre, and not only on this site.
    var isGeneral: Bool
  }

  /// Where a phrase stands: a group, and its place in it.
  private struct Place: Sendable {
    var group: Int
    var phrase: Int
  }

  private struct Phrase: Sendable {
    var role: Role
    var words: [Word]
  }

  private var groups: [[Phrase]] = []
  /// How many of the groups the site's owner wrote; the others are general.
  private let siteGroups: Int
  private var byFirstWord: [[UInt8]: [Place]] = [:]

  /// Reads a section as ``IndexBuilder/synonymSection()`` describes it; what is damaged is left out.
  init(_ view: ByteView) {
    var reader = ByteReader(view, 0..<view.count)
    siteGroups = reader.varint()
    let count = reader.varint()
    while groups.count < count, !reader.isAtEnd {
      let size = reader.varint()
      var group: [Phrase] = []
      while group.count < size, !reader.isAtEnd { group.append(Self.phrase(&reader)) }
      groups.append(group)
    }
    for (group, phrases) in groups.enumerated() {
      for (phrase, content) in phrases.enumerated() where content.role.contains(.typed) {
        guard let first = content.words.first else { continue }
        for key in Set([first.folded, first.stem]) {
          byFirstWord[key, default: []].append(Place(group: group, phrase: phrase))
        }
      }
    }
  }

  /// Whether a phrase that has synonyms may begin with a word.
  func hasPhrase(beginningWith term: Term) -> Bool {
    byFirstWord[Array(term.surface.folded)] != nil || byFirstWord[term.stem] != nil
  }

  /// What else is found for what stands at the beginning of some words of a query.
  ///
  /// - Parameter terms: words that follow each other.
  /// - Returns: how many of the words the longest known phrase takes, and what is found for it in its
  ///   groups; nil if none is known.
  func match(_ terms: ArraySlice<Term>) -> (length: Int, others: [Synonym])? {
    guard !groups.isEmpty, let first = terms.first else { return nil }
    let folded = Array(first.surface.folded)
    var places = byFirstWord[folded] ?? []
    if first.stem != folded { places += byFirstWord[first.stem] ?? [] }
    var length = 0
    var others: [Synonym] = []
    for place in places {
      let words = groups[place.group][place.phrase].words
      guard words.count <= terms.count, words.count >= length,
        zip(words, terms).allSatisfy({ $0.isMeant(by: $1) })
      else { continue }
      if words.count > length { others = [] }
      length = words.count
      for (index, phrase) in groups[place.group].enumerated()
      where index != place.phrase && phrase.role.contains(.found)
        && !others.contains(where: { $0.words.map(\.stem) == phrase.words.map(\.stem) })
      {
        others.append(Synonym(words: phrase.words, isGeneral: place.group >= siteGroups))
      }
    }
    return length > 0 ? (length, others) : nil
  }

  private static func phrase(_ reader: inout ByteReader) -> Phrase {
    let role = Role(rawValue: UInt8(truncatingIfNeeded: reader.varint()))
    let count = reader.varint()
    var words: [Word] = []
    while words.count < count, !reader.isAtEnd {
      let isStopWord = reader.varint() == 1
      let folded = reader.bytes()
      words.append(Word(folded: folded, stem: reader.bytes(), isStopWord: isStopWord))
    }
    return Phrase(role: role, words: words)
  }
}
