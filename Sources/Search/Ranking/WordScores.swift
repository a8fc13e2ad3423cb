/// What documents score for one word of a query, whatever else the query has.
///
/// A document counts the best of the ways in which it has the word, and before that the spelling that
/// was typed. Both are kept as products of what scoring multiplies, in its order, so that adding them up
/// gives the same bits as multiplying anew.
final class WordScores: Sendable {
  /// The documents that have the word in any way, in order.
  let documents: [Int32]
  /// What each of them scores for the best of the ways.
  let best: [Float]
  /// What each of them scores for the spelling that was typed; empty when none has it.
  let spelled: [Float]
  /// The same documents as bits, where there are many.
  let bits: DocumentBits?
  /// The documents that have the spelling in their title, and how often.
  let titles: [(document: Int32, count: UInt16)]
  /// How many documents have the word itself; 0 when only other words stand for it.
  let frequency: Int

  /// Multiplies and merges the parts of a word.
  init(_ word: QueryScoring.Word, documentCount: Int) {
    frequency = word.frequency
    titles = word.spelled?.titles ?? []
    if word.parts.count == 1, let only = word.parts.first {
      documents = only.list.documents
      bits = only.list.bits
      best = only.list.impacts.map { $0 * only.idf * only.share }
    } else {
      let union = WordScores.union(of: word.parts, documentCount: documentCount)
      documents = union.documents
      best = union.best
      bits =
        PostingList.isLong(documents.count, of: documentCount)
        ? DocumentBits(documents, documentCount: documentCount) : nil
    }
    spelled = WordScores.spelled(word, among: documents)
  }

  /// How many documents have the word in any way.
  var count: Int { documents.count }

  func contains(_ document: Int) -> Bool {
    bits.map { $0.contains(document) } ?? (documents.place(of: Int32(document)) != nil)
  }

  /// The documents of all parts, with the best of what they score.
  private static func union(
    of parts: [QueryScoring.Part], documentCount: Int
  ) -> (documents: [Int32], best: [Float]) {
    guard !parts.isEmpty else { return ([], []) }
    var found = DocumentBits(documentCount: documentCount)
    var values = [Float](repeating: 0, count: documentCount)
    for part in parts {
      found.insert(part.list)
      for (document, impact) in zip(part.list.documents, part.list.impacts) {
        values[Int(document)] = max(values[Int(document)], impact * part.idf * part.share)
      }
    }
    var documents: [Int32] = []
    var best: [Float] = []
    let count = found.count
    documents.reserveCapacity(count)
    best.reserveCapacity(count)
    found.forEach { document in
      documents.append(Int32(document))
      best.append(values[document])
    }
    return (documents, best)
  }

  /// What each of some documents, which are all that have the word, scores for its spelling.
  private static func spelled(_ word: QueryScoring.Word, among documents: [Int32]) -> [Float] {
    guard let list = word.spelled, list.count > 0 else { return [] }
    guard list.count < documents.count else {
      return list.impacts.map { $0 * word.spelledIdf * word.spelledShare }
    }
    var values = [Float](repeating: 0, count: documents.count)
    var place = 0
    for (document, impact) in zip(list.documents, list.impacts) {
      while documents[place] < document { place += 1 }
      values[place] = impact * word.spelledIdf * word.spelledShare
    }
    return values
  }
}

extension [Int32] {
  /// Where a number stands in numbers that are in order.
  func place(of number: Int32) -> Int? {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < number { low = middle + 1 } else { high = middle }
    }
    return low < count && self[low] == number ? low : nil
  }
}
