/// What puts documents ahead of others whatever their scores.
struct QueryTiers {
  /// Documents by tier, the first ahead of all others: 2 for those whose title, id or a keyword is what
  /// was typed, 1 for those that have all words of a short query.
  private(set) var ahead: [(tier: Int, documents: DocumentBits)] = []

  init(_ scoring: QueryScoring, index: InvertedIndex) {
    let query = scoring.query
    var exact = DocumentBits(
      QueryTiers.titled(scoring, index), documentCount: index.documentCount)
    if let key = query.exactKey {
      for document in index.documents(withExactKey: key) { exact.insert(document) }
    }
    ahead.append((2, exact))
    let all = query.words.count { $0.term.role == .word && !$0.isJoined && !$0.isReplaced }
    let content = query.contentWords
    guard all <= Ranking.longestShortQuery, !content.isEmpty else { return }
    let complete = scoring.documents(
      withAnyOfEach: content.map { place in
        query.words.indices.filter {
          $0 == place || query.words[$0].stands(for: query.words[place])
        }
      }, documentCount: index.documentCount)
    ahead.append((1, complete))
  }

  /// The documents of which the title is as many words as were typed, all of them typed.
  private static func titled(_ scoring: QueryScoring, _ index: InvertedIndex) -> [Int32] {
    let wordCount = scoring.query.wordCount
    // Longer titles are not counted exactly.
    guard wordCount > 0, wordCount < 32 else { return [] }
    var counts: [Int32: Int] = [:]
    for title in scoring.words.compactMap(\.spelled?.titles).joined()
    where index.lengthCode(Int(title.document), .title) == wordCount {
      counts[title.document, default: 0] += Int(title.count)
    }
    return counts.filter { $0.value == wordCount }.map(\.key)
  }
}

extension QueryScoring {
  /// The documents that have a word of each of some groups, given by their places in the query.
  func documents(withAnyOfEach groups: [[Int]], documentCount: Int) -> DocumentBits {
    var result: DocumentBits?
    for group in groups {
      var bits = DocumentBits(documentCount: documentCount)
      for part in group.flatMap({ words[$0].parts }) { bits.insert(part.list) }
      result?.formIntersection(bits)
      result = result ?? bits
    }
    return result ?? DocumentBits(documentCount: documentCount)
  }
}

extension Query.Word {
  /// Whether a document that has this word need not have another: this is the compound of which
  /// the other is a part, or the word that it makes with its neighbour.
  func stands(for other: Query.Word) -> Bool {
    parts > 0 && source == other.source || isJoined && source.contains(other.source.lowerBound)
  }
}
