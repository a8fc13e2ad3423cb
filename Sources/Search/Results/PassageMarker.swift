/// Finds the passage of an article that answers best, and marks the words that match.
struct PassageMarker {
  struct Passage {
    var snippet: Snippet
    var anchor: String?
  }

  typealias Match = TextScanner.Match

  /// About how many bytes a snippet has.
  private static let length = 200

  private let index: InvertedIndex
  private let analyzer: Analyzer
  /// The place in the query of each folded word that stands for one.
  private var places: [[UInt8]: Int] = [:]
  private var beginnings = WordBeginnings()
  /// How much each word of the query says.
  private var weights: [Float]
  /// The words of texts that were read already, and what each stands for.
  private var words = ByteInterner()
  private var wordPlaces: [Int?] = []
  /// Reads the stored texts; nil where only what is at hand is marked.
  private let scanner: TextScanner?

  init(
    index: InvertedIndex, _ query: Query, _ matches: [WordMatch], scanner: TextScanner? = nil
  ) {
    self.index = index
    self.scanner = scanner
    // Marking compares spellings, so the stems need not be found.
    self.analyzer = Analyzer(language: index.language, stemmer: nil)
    weights = zip(query.words, matches).map { word, match in
      let frequency = match.alternatives.first?.members.map(\.documentFrequency).max() ?? 0
      let weight = index.weight(frequency: frequency)
      return word.term.isStopWord ? weight * 0.1 : weight
    }
    let hasContent = !query.contentWords.isEmpty
    for (place, match) in matches.enumerated() {
      // Marking every `the` hides what matters.
      if hasContent, query.words[place].term.isStopWord { continue }
      // One word of a phrase says nothing where the phrase is not.
      for member in match.alternatives.filter({ $0.phrase == nil }).flatMap(\.members) {
        let folded = Array(index.dictionary.key(of: member).folded)
        if places[folded] == nil { places[folded] = place }
        beginnings.insert(folded)
      }
    }
    scanner?.mark(places, beginnings)
  }

  /// Marks the title of a hit, and gives it the passage or the sentence that answers best.
  mutating func mark(_ hit: inout Hit, sentences: Bool) {
    hit.titleHighlights = highlights(in: Array(hit.title.utf8))
    let number = hit.documentNumber
    guard let passage = sentences ? sentence(of: number) : passage(of: number) else { return }
    hit.snippet = passage.snippet
    hit.anchor = passage.anchor
  }

  /// The ranges of a text that match.
  mutating func highlights(in text: [UInt8]) -> [Range<Int>] { matches(in: text).map(\.range) }

  /// The words of a text that match, in order.
  private mutating func matches(in text: [UInt8]) -> [Match] {
    guard !places.isEmpty else { return [] }
    var found: [Match] = []
    let bytes = text.span
    var scanner = WordScanner()
    while let range = scanner.next(in: bytes) {
      if let place = place(of: bytes, range) { found.append(Match(range: range, place: place)) }
    }
    return found
  }

  /// The words of a part of the stored texts that match, in order, and its length in bytes.
  private func matches(
    _ scanner: TextScanner, in range: Range<Int>
  ) -> (found: [Match], size: Int) {
    guard !places.isEmpty else { return ([], 0) }
    var found: [Match] = []
    let size = scanner.scan(range) { found.append($0) }
    return (found, size)
  }

  /// The place in the query of what a word of a text stands for.
  private mutating func place(of bytes: Span<UInt8>, _ range: Range<Int>) -> Int? {
    guard beginnings.mayMatch(bytes, range) else { return nil }
    let (word, isNew) = words.intern(bytes.extracting(range))
    if isNew {
      var terms: [Term] = []
      analyzer.analyze(bytes.extracting(range), into: &terms)
      wordPlaces.append(terms.compactMap { places[Array($0.surface.folded)] }.first)
    }
    return wordPlaces[word]
  }

  /// The best passage of a document.
  mutating func passage(of document: Int) -> Passage? {
    guard let scanner, let stored = index.storedText?.outline(of: document) else { return nil }
    var best: (part: StoredText.Part, window: Range<Int>, matches: [Match], score: Float)?
    var size = 0
    for part in stored.parts where size < StoredText.mostBytes {
      let inHeading = Set(matches(scanner, in: part.heading).found.map(\.place))
      let bonus = inHeading.reduce(Float(0)) { $0 + weights[$1] } / 2
      let text = matches(scanner, in: part.text)
      size += text.size
      guard let window = bestWindow(text.found, bonus: bonus, size: text.size) else { continue }
      if best.map({ window.score > $0.score }) ?? true {
        best = (part, window.range, text.found, window.score)
      }
    }
    let inDescription = matches(scanner, in: stored.description).found
    let descriptionScore = Set(inDescription.map(\.place)).reduce(Float(0)) { $0 + weights[$1] }
    guard let best, best.score >= descriptionScore else {
      let hasDescription = !stored.description.isEmpty
      let shown = hasDescription ? stored.description : stored.parts.first?.text ?? 0..<0
      let whole = scanner.decode(shown)
      return Passage(
        snippet: SnippetCutter.cut(
          whole, 0..<min(whole.count, PassageMarker.length),
          hasDescription ? inDescription.map(\.range) : []),
        anchor: nil)
    }
    let text = scanner.decode(best.part.text)
    return Passage(
      snippet: SnippetCutter.cut(text, best.window, best.matches.map(\.range)),
      anchor: anchor(of: best.part))
  }

  /// The fragment of a section; nil for what stands before the first heading.
  private func anchor(of part: StoredText.Part?) -> String? {
    let anchor = part.flatMap { index.storedText?.text.string($0.anchor) } ?? ""
    return anchor.isEmpty ? nil : anchor
  }

  /// The sentence of a document that has most of what is asked for, of any part of it.
  mutating func sentence(of document: Int) -> Passage? {
    guard let scanner, let stored = index.storedText?.outline(of: document) else { return nil }
    var best:
      (text: [UInt8], range: Range<Int>, matches: [Match], part: StoredText.Part?, score: Float)?
    var size = 0
    for part in [nil] + stored.parts.map(Optional.some) where size < StoredText.mostBytes {
      let range = part?.text ?? stored.description
      let (found, length) = matches(scanner, in: range)
      if part != nil { size += length }
      guard !found.isEmpty else { continue }
      let text = scanner.decode(range)
      var first = 0
      while first < found.count {
        let range = SnippetCutter.sentence(around: found[first].range, in: text)
        let end =
          found[first...].firstIndex { $0.range.lowerBound >= range.upperBound }
          ?? found.count
        let places = Set(found[first..<end].map(\.place))
        let score = places.reduce(Float(0)) { $0 + weights[$1] }
        if best.map({ score > $0.score }) ?? true {
          best = (text, range, Array(found[first..<end]), part, score)
        }
        first = max(end, first + 1)
      }
    }
    guard let best else {
      return Passage(snippet: Snippet(), anchor: nil)
    }
    return Passage(
      snippet: SnippetCutter.whole(best.text, best.range, best.matches.map(\.range)),
      anchor: anchor(of: best.part))
  }

  /// The places in the query of the words of a text.
  mutating func places(in text: [UInt8]) -> Set<Int> { Set(matches(in: text).map(\.place)) }

  /// The window of about ``length`` bytes with the most that was asked for; the first among equals.
  private func bestWindow(
    _ matches: [Match], bonus: Float, size: Int
  ) -> (range: Range<Int>, score: Float)? {
    var best: (range: Range<Int>, score: Float)?
    for (first, match) in matches.enumerated() {
      let end = match.range.lowerBound + PassageMarker.length
      var seen: UInt64 = 0
      var score = bonus
      for other in matches[first...] {
        guard other.range.upperBound <= end else { break }
        let bit: UInt64 = 1 << UInt64(other.place)
        score += seen & bit == 0 ? weights[other.place] : weights[other.place] * 0.05
        seen |= bit
      }
      if best.map({ score > $0.score }) ?? true {
        best = (match.range.lowerBound..<min(end, size), score)
      }
    }
    return best
  }
}
