/// What puts documents ahead of others whatever their scores.
struct QueryTiers {
  /// Documents by tier, the first ahead of all others: 2 for those whose title, id or a keyword is what
  /// was typed, 1 for those that have all words of a short query.
  private(set) var ahead: [(tier: Int, documents: DocumentBits)] = []

  init(_ scoring: QueryScoring, index: InvertedIndex) {
    let query = scoring.query
    var exact = QueryTiers.titled(scoring, index)
    if let key = query.exactKey {
      exact += index.documents(withExactKey: key).map(Int32.init)
    }
    if !exact.isEmpty { ahead.append((2, DocumentBits(exact, documentCount: index.documentCount))) }
    let all = query.words.count { $0.term.role == .word && !$0.isJoined && !$0.isReplaced }
    let content = query.contentWords
    guard all <= Ranking.longestShortQuery, !content.isEmpty else { return }
    let count = index.documentCount
    if query.words.contains(where: \.mayStandForOthers) {
      let groups = content.map { place in
        query.words.indices.filter {
          $0 == place || query.words[$0].stands(for: query.words[place])
        }
      }
      ahead.append((1, scoring.documents(withAnyOfEach: groups, documentCount: count)))
    } else {
      let words = content.map { scoring.words[$0] }
      ahead.append((1, WordScores.documents(withAll: words, documentCount: count)))
    }
  }

  /// The documents of which the title is as many words as were typed, all of them typed.
  private static func titled(_ scoring: QueryScoring, _ index: InvertedIndex) -> [Int32] {
    let wordCount = scoring.query.wordCount
    // Longer titles are not counted exactly.
    guard wordCount > 0, wordCount < 32 else { return [] }
    var counts: [Int32: Int] = [:]
    // A compound stands in the title as the words that it is made of, which are counted.
    for (place, word) in scoring.query.words.enumerated()
    where word.term.role == .word && !word.isJoined {
      for title in scoring.words[place].titles
      where index.lengthCode(Int(title.document), .title) == wordCount {
        counts[title.document, default: 0] += Int(title.count)
      }
    }
    return counts.isEmpty ? [] : counts.filter { $0.value == wordCount }.map(\.key)
  }
}

extension QueryScoring {
  /// The documents that have a word of each of some groups, given by their places in the query.
  func documents(withAnyOfEach groups: [[Int]], documentCount: Int) -> DocumentBits {
    var result: DocumentBits?
    for group in groups {
      var bits = DocumentBits(documentCount: documentCount)
      for place in group { bits.insert(words[place]) }
      result?.formIntersection(bits)
      result = result ?? bits
    }
    return result ?? DocumentBits(documentCount: documentCount)
  }
}

extension WordScores {
  /// The documents that have all of some words, of which there is at least one.
  static func documents(withAll words: [WordScores], documentCount: Int) -> DocumentBits {
    guard let rarest = words.min(by: { $0.count < $1.count }) else {
      return DocumentBits(documentCount: documentCount)
    }
    if words.count == 1 {
      return rarest.bits ?? DocumentBits(rarest.documents, documentCount: documentCount)
    }
    guard rarest.bits == nil else {
      var found: DocumentBits?
      for bits in words.compactMap(\.bits) {
        found?.formIntersection(bits)
        found = found ?? bits
      }
      return found ?? DocumentBits(documentCount: documentCount)
    }
    var found = DocumentBits(documentCount: documentCount)
    for document in rarest.documents
    where words.allSatisfy({ $0 === rarest || $0.contains(Int(document)) }) {
      found.insert(Int(document))
    }
    return found
  }
}

extension Query.Word {
  /// Whether there may be words that a document need not have beside this one.
  var mayStandForOthers: Bool { parts > 0 || isJoined }

  /// Whether a document that has this word need not have another: this is the compound of which
  /// the other is a part, or the word that it makes with its neighbour.
  func stands(for other: Query.Word) -> Bool {
    parts > 0 && source == other.source || isJoined && source.contains(other.source.lowerBound)
  }
}
