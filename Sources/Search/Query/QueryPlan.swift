/// A text as it was understood, and what the index has for each of its words.
struct QueryPlan {
  private let text: String
  private(set) var query: Query
  let matches: [WordMatch]
  /// What was searched instead of what was typed; nil when nothing was repaired.
  private(set) var suggestion: String?
  private let excluded: [[TermEntry]]

  init(_ text: String, index: InvertedIndex, analyzer: Analyzer, vocabulary: Vocabulary) {
    var query = QueryParser(index: index, analyzer: analyzer, vocabulary: vocabulary)
      .parse(text)
    let matcher = WordMatcher(index: index, analyzer: analyzer, vocabulary: vocabulary)
    let spacing = WordSpacing(index: index, analyzer: analyzer, vocabulary: vocabulary)
    let repairs = spacing.repair(&query, text)
    let matches = matcher.matches(query)
    self.text = text
    self.query = query
    self.matches = matches
    suggestion = Suggested.text(text, query, matches, repairs)
    excluded = query.excluded.map { term in
      let word = Query.Word(
        term: term, known: vocabulary.word(term), source: 0..<0, isLast: false, parts: 0)
      return matcher.match(word).alternatives.filter { $0.kind == .word }.flatMap(\.members)
    }
  }

  /// What a conversation is about: the words that say most, each by how much it says.
  init(
    conversation: String, index: InvertedIndex, analyzer: Analyzer, vocabulary: Vocabulary
  ) {
    let words = KeyWords(index: index, analyzer: analyzer).pick(from: conversation)
    var query = Query()
    var places: [Int: Int] = [:]
    for word in words {
      places[word.position] = query.words.count
      query.words.append(
        Query.Word(
          term: word.term, known: vocabulary.word(word.term), source: 0..<0, isLast: false,
          parts: 0, weight: word.weight))
    }
    for word in words {
      if let left = places[word.position], let right = places[word.position + 1] {
        query.pairs.append((left, right))
      }
    }
    text = conversation
    self.query = query
    matches = WordMatcher(index: index, analyzer: analyzer, vocabulary: vocabulary).matches(query)
    suggestion = nil
    excluded = []
  }

  /// The same without asking for phrases as a whole.
  func withoutPhrases() -> QueryPlan {
    var plan = self
    plan.query.phrases = []
    plan.suggestion = QuotedText.withoutMarks(suggestion ?? text)
    return plan
  }

  /// Whether something besides filters was typed that is no word, such as a picture.
  var hasOtherText: Bool {
    query.categories.isEmpty && query.difficulties.isEmpty && query.tags.isEmpty
      && text.utf8.contains { $0 > 0x20 }
  }

  /// The documents that have a word which was left out with a hyphen.
  func excludedDocuments(_ index: InvertedIndex) -> Set<Int> {
    var found: Set<Int> = []
    for entry in excluded.joined() {
      index.postings.forEach(of: entry) { document, _, _ in found.insert(document) }
    }
    return found
  }
}

/// What is said to have been searched instead of what was typed.
enum Suggested {
  /// A part of the text and what replaced it.
  struct Repair {
    var source: Range<Int>
    var spelling: [UInt8]
  }

  /// The text with repaired words in place of what was typed; nil when none was repaired.
  static func text(
    _ text: String, _ query: Query, _ matches: [WordMatch], _ repairs: [Repair]
  ) -> String? {
    guard !repairs.isEmpty || matches.contains(where: { $0.repaired != nil }) else { return nil }
    let repairs =
      repairs
      + zip(query.words, matches).compactMap { word, match in
        match.repaired.map { Repair(source: word.source, spelling: $0) }
      }
    let bytes = Array(text.utf8)
    var output: [UInt8] = []
    var position = 0
    for repair in repairs.sorted(by: { $0.source.lowerBound < $1.source.lowerBound })
    where repair.source.lowerBound >= position && repair.source.upperBound <= bytes.count {
      output += bytes[position..<repair.source.lowerBound]
      output += repair.spelling
      position = repair.source.upperBound
    }
    output += bytes[position...]
    return String(decoding: output, as: UTF8.self)
  }
}
