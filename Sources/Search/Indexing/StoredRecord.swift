/// What a segment keeps of one document besides its postings.
struct StoredRecord: Sendable {
  struct Part: Sendable {
    var anchor: [UInt8]
    var heading: [UInt8]
    /// Where the words of the heading and of the text end in the segment's word stream.
    var headingEnd: Int
    var textEnd: Int
  }

  var id: String
  var url: String
  var title: String
  var description: String
  var category: String
  var categoryLabel: String
  var difficulty: String
  var difficultyLabel: String
  var tags: [String]
  var tagLabels: [String]
  var updated: Int32
  /// The number of words in each field.
  var lengths: [Int]
  /// Where the document's words begin in the word stream, and where its description ends.
  var wordsStart: Int
  var descriptionEnd: Int
  var parts: [Part]
}
