/// What a segment keeps of one document besides its postings.
struct StoredRecord: Sendable {
  struct Part: Sendable {
    var anchor: [UInt8]
    /// Where the words of the heading and of the text end in the segment's word stream.
    var headingEnd: Int
    var textEnd: Int
  }

  var id: String
  var url: String
  var title: String
  var category: String
  var difficulty: String
  var tags: [String]
  var updated: Int32
  /// The number of words in each field.
  var lengths: [Int]
  /// Hashes of what a query may be equal to: title, id, keywords.
  var exactHashes: [UInt32]
  /// Where the document's words begin in the word stream, and where its description ends.
  var wordsStart: Int
  var descriptionEnd: Int
  var parts: [Part]
  /// Where the document's postings end in the posting stream, and its pairs among the filters.
  var postingsEnd: Int
  var pairsEnd: Int
}
