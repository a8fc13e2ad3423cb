import Synchronization

/// Decodes the lists that searches read, and keeps those that were read lately.
///
/// Frequent words come in most queries and have the longest lists, so that what is kept serves nearly
/// all of the reading. What whole words of queries score is kept beside them.
final class DecodedPostings: Sendable {
  private enum Key: Hashable {
    /// Some words as one, in some fields.
    case words([Int32], fields: UInt64)
    /// Some words where a certain one follows, in documents that have any of others.
    case pair([Int32], follower: UInt32, among: [Int32], fields: UInt64)
    /// The same for the words of two matches.
    case neighbours(Int, Int, fields: UInt64)
  }

  /// What the scores of a word depend on.
  struct WordKey: Hashable {
    /// The number of its match.
    var match: Int
    /// The bits of what it weighs beside its rarity.
    var share: UInt32
    /// The lanes of ``FieldCounts`` that are looked at.
    var fields: UInt64
  }

  private let index: InvertedIndex
  private let lists: Mutex<Generations<Key, PostingList>>
  private let words: Mutex<Generations<WordKey, WordScores>>

  init(index: InvertedIndex) {
    self.index = index
    // In postings, of eight bytes.
    lists = Mutex(Generations(capacity: max(1 << 20, index.documentCount * 32)))
    words = Mutex(Generations(capacity: max(1 << 20, index.documentCount * 48)))
  }

  /// What documents score for a word; made when it is first asked for.
  func scores(_ key: WordKey, _ make: () -> WordScores) -> WordScores {
    if let known = words.withLock({ $0.recall(key, size: \.size) }) { return known }
    // Two threads may make the same scores: nobody waits for another.
    let scores = make()
    words.withLock { $0.keep(scores, as: key, size: scores.size) }
    return scores
  }

  /// The documents that have any of some words.
  ///
  /// - Parameters:
  ///   - entries: The words, at most ``FieldCounts/mostSummed``.
  ///   - fields: The lanes of ``FieldCounts`` that are looked at.
  /// - Returns: the documents, with what the words score there.
  func list(of entries: [TermEntry], fields: UInt64) -> PostingList {
    list(.words(entries.map { Int32($0.ordinal) }, fields: fields)) {
      decode(entries, fields: fields)
    }
  }

  /// The documents in which a word of a certain stem follows one of some words.
  ///
  /// - Parameters:
  ///   - entries: The words that come first.
  ///   - follower: The hash of the stem of the word that follows.
  ///   - fields: The lanes in which the words are looked for.
  /// - Returns: the documents, with what neighbours in the body, and in the title, score there.
  func pairs(of entries: [TermEntry], follower: UInt32, fields: UInt64) -> PostingList {
    let key = Key.pair(
      entries.map { Int32($0.ordinal) }, follower: follower, among: [], fields: fields)
    return list(key) { decode(entries, follower: follower, among: nil, fields: fields) }
  }

  /// The documents that have two words, and a word of the stem of the second follows the first.
  ///
  /// - Parameters:
  ///   - left: How the first word is matched.
  ///   - entries: Its own class.
  ///   - right: How the second word is matched.
  ///   - scores: The documents that have it, which fingerprints alone do not say.
  ///   - fields: The lanes in which the words are looked for.
  /// - Returns: the documents, with what neighbours in the body, and in the title, score there.
  func pairs(
    of left: WordMatch, _ entries: [TermEntry], followedBy right: WordMatch, _ scores: WordScores,
    fields: UInt64
  ) -> PostingList {
    let key =
      if let first = left.number, let second = right.number {
        Key.neighbours(first, second, fields: fields)
      } else {
        Key.pair(
          entries.map { Int32($0.ordinal) }, follower: right.stemHash, among: right.ordinals,
          fields: fields)
      }
    return list(key) {
      decode(entries, follower: right.stemHash, among: scores, fields: fields)
    }
  }

  private func list(_ key: Key, _ decode: () -> PostingList) -> PostingList {
    if let known = lists.withLock({ $0.recall(key, size: \.size) }) { return known }
    let list = decode()
    lists.withLock { $0.keep(list, as: key, size: list.size) }
    return list
  }

  private func decode(_ entries: [TermEntry], fields: UInt64) -> PostingList {
    var merged = MergedPostings()
    for entry in entries {
      // What a damaged index says may be any number.
      var next = MergedPostings(count: min(entry.documentFrequency, index.documentCount))
      index.postings.forEachBlock(of: entry) { documents, counts, _ in
        if fields == .max {
          next.append(documents, counts)
        } else {
          for place in documents.indices where counts[place] & fields != 0 {
            next.append(Int(documents[place]), counts[place] & fields)
          }
        }
      }
      merged.add(next, combining: &+)
    }
    var titles: [(document: Int32, count: UInt16)] = []
    var impacts: [Float] = []
    impacts.reserveCapacity(merged.documents.count)
    let documents = merged.documents.span
    let values = merged.values.span
    for place in documents.indices {
      let counts = FieldCounts(packed: values[place])
      if counts[.title] > 0 { titles.append((documents[place], UInt16(counts[.title]))) }
      impacts.append(index.impact(Int(documents[place]), counts))
    }
    return PostingList(
      documents: merged.documents, impacts: impacts, titles: titles,
      documentCount: index.documentCount)
  }

  private func decode(
    _ entries: [TermEntry], follower: UInt32, among second: WordScores?, fields: UInt64
  ) -> PostingList {
    let inBody = UInt64(StemHash.fingerprint(follower, inTitle: false))
    let inTitle = UInt64(StemHash.fingerprint(follower, inTitle: true))
    var merged = MergedPostings()
    for entry in entries {
      var next = MergedPostings()
      index.postings.forEachBlock(of: entry, withFollowers: true) { documents, counts, followers in
        for (place, fingerprints) in followers.enumerated() {
          let following = fingerprints >> inBody & 1 | (fingerprints >> inTitle & 1) << 1
          if following != 0, counts[place] & fields != 0 {
            next.append(Int(documents[place]), following)
          }
        }
      }
      merged.add(next, combining: |)
    }
    var documents: [Int32] = []
    var impacts: [Float] = []
    for (document, following) in zip(merged.documents, merged.values)
    where following & 1 != 0 && second?.contains(Int(document)) ?? true {
      var impact = index.saturate(Int(document), .body, 1)
      if following & 2 != 0 {
        impact += Ranking.pairTitleShare * index.saturate(Int(document), .title, 1)
      }
      documents.append(document)
      impacts.append(impact)
    }
    return PostingList(
      documents: documents, impacts: impacts, documentCount: index.documentCount)
  }
}

extension PostingList {
  /// What it takes to keep it, in postings: short lists cost their name too.
  fileprivate var size: Int { count + 32 }
}

extension WordScores {
  /// What it takes to keep them, in postings.
  fileprivate var size: Int { count + count / 2 + 32 }
}

extension WordMatch {
  /// What names all ways to have the word.
  fileprivate var ordinals: [Int32] {
    var ordinals: [Int32] = []
    for alternative in alternatives {
      for members in alternative.phrase?.words.map(\.members) ?? [alternative.members] {
        ordinals += members.map { Int32($0.ordinal) }
        ordinals.append(-1)
      }
      ordinals.append(alternative.phrase?.isContiguous == true ? -2 : -3)
    }
    return ordinals
  }
}
