/// The documents of one class of words, decoded: what scoring reads.
final class PostingList: Sendable {
  /// The documents in order.
  let documents: [Int32]
  /// What each of them scores before rarity and weight.
  let impacts: [Float]
  /// The documents that have the words in their title, and how often.
  let titles: [(document: Int32, count: UInt16)]
  /// The same documents as bits, where there are many.
  let bits: DocumentBits?

  /// A list of more than one document in this many has bits too.
  private static let sparsest = 16

  init(
    documents: [Int32], impacts: [Float], titles: [(document: Int32, count: UInt16)] = [],
    documentCount: Int
  ) {
    self.documents = documents
    self.impacts = impacts
    self.titles = titles
    bits =
      PostingList.isLong(documents.count, of: documentCount)
      ? DocumentBits(documents, documentCount: documentCount) : nil
  }

  /// Whether a list of so many documents has bits too.
  static func isLong(_ count: Int, of documentCount: Int) -> Bool {
    count > documentCount / sparsest
  }

  var count: Int { documents.count }

  func contains(_ document: Int) -> Bool {
    bits.map { $0.contains(document) } ?? (place(of: document) != nil)
  }

  /// What a document scores before rarity and weight; nil when it is not in the list.
  func impact(of document: Int) -> Float? { place(of: document).map { impacts[$0] } }

  /// Where a document stands in the list.
  private func place(of document: Int) -> Int? { documents.place(of: Int32(document)) }
}
