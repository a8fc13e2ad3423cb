/// A text as it was understood, and what the index has for each of its words.
struct QueryPlan {
  private let text: String
  private(set) var query: Query
  let matches: [WordMatch]
  /// What was searched instead of what was typed; nil when nothing was repaired.
  let suggestion: String?
  /// For each piece that was left out, the entries of each of its words.
  private let excluded: [[[TermEntry]]]

  init(_ text: String, index: InvertedIndex, analyzer: Analyzer, vocabulary: Vocabulary) {
    let text = QuotedText.withPlainBlanks(text)
    var query = QueryParser(index: index, analyzer: analyzer, vocabulary: vocabulary)
      .parse(text)
    let matcher = WordMatcher(index: index, analyzer: analyzer, vocabulary: vocabulary)
    let spacing = WordSpacing(index: index, analyzer: analyzer, vocabulary: vocabulary)
    let repairs = spacing.repair(&query)
    let matches = matcher.matches(query)
    self.text = text
    self.query = query
    self.matches = matches
    suggestion = Suggested.text(text, query, matches, repairs)
    excluded = query.excluded.map { terms in
      terms.map { term in
        let word = Query.Word(
          term: term, known: vocabulary.word(term), source: 0..<0, isLast: false, parts: 0)
        return matcher.match(word).alternatives.filter { $0.kind == .word }.flatMap(\.members)
      }
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
    return plan
  }

  /// What was searched where the text was taken without its quotes.
  var suggestionWithoutQuotes: String { QuotedText.withoutMarks(suggestion ?? text) }

  /// Whether something besides filters was typed that is no word, such as a picture.
  var hasOtherText: Bool {
    query.categories.isEmpty && query.difficulties.isEmpty && query.tags.isEmpty
      && text.utf8.contains { $0 > 0x20 }
  }

  /// The documents that have what was left out with a hyphen.
  func excludedDocuments(_ postings: DecodedPostings) -> Set<Int32> {
    var found: Set<Int32> = []
    for words in excluded where words.allSatisfy({ !$0.isEmpty }) {
      let lists = words.map { postings.list(of: $0, fields: .max) }
      guard let rarest = lists.min(by: { $0.count < $1.count }) else { continue }
      for document in rarest.documents
      where lists.allSatisfy({ $0 === rarest || $0.contains(Int(document)) }) {
        found.insert(document)
      }
    }
    return found
  }
}

/// What is said to have been searched instead of what was typed.
enum Suggested {
  /// A part of the text and what replaced it: of a word that is made of several, one of them.
  struct Repair {
    var source: Range<Int>
    var spelling: [UInt8]
  }

  /// The text with repaired words in place of what was typed; nil when none was repaired.
  static func text(
    _ text: String, _ query: Query, _ matches: [WordMatch], _ repairs: [Repair]
  ) -> String? {
    guard !repairs.isEmpty || matches.contains(where: { $0.repaired != nil }) else { return nil }
    let bytes = Array(text.utf8)
    let repairs =
      repairs
      + zip(query.words, matches).compactMap { word, match in
        match.repaired.map {
          Repair(source: place(of: word.term.surface.exact, in: word.source, bytes), spelling: $0)
        }
      }
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

  /// Where a word stands in what was typed, which may have others beside it, as `l'alarme` has.
  ///
  /// It is all of that where it was typed in other letters, such as capitals with accents.
  private static func place(
    of word: [UInt8], in source: Range<Int>, _ bytes: [UInt8]
  ) -> Range<Int> {
    guard source.upperBound <= bytes.count, word.count < source.count else { return source }
    for start in source.lowerBound...(source.upperBound - word.count) {
      let isHere = word.indices.allSatisfy {
        let byte = bytes[start + $0]
        return (byte &- 0x41 < 26 ? byte | 0x20 : byte) == word[$0]
      }
      if isHere { return start..<(start + word.count) }
    }
    return source
  }
}
