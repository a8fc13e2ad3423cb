/// Finds the passage of an article that answers best, and marks the words that match.
struct PassageMarker {
  struct Passage {
    var snippet: Snippet
    var anchor: String?
  }

  /// A word of a text that stands for one of the query.
  struct Match {
    var range: Range<Int>
    /// The place of the word in the query.
    var place: Int
  }

  /// About how many bytes a snippet has.
  private static let length = 200

  private let index: InvertedIndex
  private let analyzer: Analyzer
  /// The place in the query of each folded word that stands for one.
  private var places: [[UInt8]: Int] = [:]
  /// Whether a matching word begins with this byte, or these two, to pass over most words unread.
  private var firstBytes = [Bool](repeating: false, count: 256)
  private var firstPairs = [Bool](repeating: false, count: 1 << 16)
  /// How much each word of the query says.
  private var weights: [Float]
  /// The words of texts that were read already, and what each stands for.
  private var words = ByteInterner()
  private var wordPlaces: [Int?] = []

  init(index: InvertedIndex, _ query: Query, _ matches: [WordMatch]) {
    self.index = index
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
        let folded = Array(member.key.folded)
        if places[folded] == nil { places[folded] = place }
        if let first = folded.first { firstBytes[Int(first)] = true }
        if folded.count > 1 { firstPairs[Int(folded[0]) << 8 | Int(folded[1])] = true }
      }
    }
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
      guard mayMatch(bytes, range) else { continue }
      let (word, isNew) = words.intern(bytes.extracting(range))
      if isNew { wordPlaces.append(place(of: bytes.extracting(range))) }
      if let place = wordPlaces[word] { found.append(Match(range: range, place: place)) }
    }
    return found
  }

  private func place(of word: Span<UInt8>) -> Int? {
    var terms: [Term] = []
    analyzer.analyze(word, into: &terms)
    return terms.lazy.compactMap { places[Array($0.surface.folded)] }.first
  }

  /// Whether reading a word is worth while: it, or what may be a part of it, begins as a matching
  /// word does.
  @inline(__always)
  private func mayMatch(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    if mayBegin(bytes, range.lowerBound, range.upperBound) { return true }
    var position = range.lowerBound + 1
    var atPart = false
    while position < range.upperBound {
      let byte = bytes[position]
      // Capitals, digits and signs, and the lead byte of typographic ones, may begin a part.
      if byte == 0xE2 { return true }
      if atPart || byte < 0x61 {
        if mayBegin(bytes, position, range.upperBound) { return true }
        atPart = byte < 0x41 || byte == 0x5F
      }
      position += 1
    }
    return false
  }

  @inline(__always)
  private func mayBegin(_ bytes: Span<UInt8>, _ position: Int, _ end: Int) -> Bool {
    let first = PassageMarker.lower(bytes[position])
    if first >= 0x80 { return firstLetters(UTF8Coding.decode(bytes, at: position).scalar) }
    guard position + 1 < end else { return firstBytes[Int(first)] }
    let second = PassageMarker.lower(bytes[position + 1])
    guard second >= 0x61, second < 0x80 else { return firstBytes[Int(first)] }
    return firstPairs[Int(first) << 8 | Int(second)]
  }

  @inline(__always)
  private static func lower(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }

  /// Whether a matching word begins as the fold of a letter above ASCII does.
  private func firstLetters(_ scalar: UInt32) -> Bool {
    var folded: [UInt8] = []
    LetterMap.shared.appendFolded(LetterMap.shared.lower(scalar), to: &folded)
    return folded.first.map { firstBytes[Int($0)] } ?? true
  }

  /// The best passage of a document.
  mutating func passage(of document: Int) -> Passage? {
    guard let stored = index.storedText?.read(document) else { return nil }
    var best: (part: Int, window: Range<Int>, matches: [Match], score: Float)?
    for (number, part) in stored.parts.enumerated() {
      let inHeading = Set(matches(in: part.heading).map(\.place))
      let bonus = inHeading.reduce(Float(0)) { $0 + weights[$1] } / 2
      let found = matches(in: part.text)
      guard let window = bestWindow(found, bonus: bonus, size: part.text.count) else { continue }
      if best.map({ window.score > $0.score }) ?? true {
        best = (number, window.range, found, window.score)
      }
    }
    let inDescription = matches(in: stored.description)
    let descriptionScore = Set(inDescription.map(\.place)).reduce(Float(0)) { $0 + weights[$1] }
    guard let best, best.score >= descriptionScore else {
      let whole = stored.description.isEmpty ? stored.parts.first?.text ?? [] : stored.description
      let found = stored.description.isEmpty ? [] : inDescription
      return Passage(
        snippet: SnippetCutter.cut(
          whole, 0..<min(whole.count, PassageMarker.length), found.map(\.range)),
        anchor: nil)
    }
    let part = stored.parts[best.part]
    return Passage(
      snippet: SnippetCutter.cut(part.text, best.window, best.matches.map(\.range)),
      anchor: part.anchor.isEmpty ? nil : part.anchor)
  }

  /// The sentence of a document that has most of what is asked for, of any part of it.
  mutating func sentence(of document: Int) -> Passage? {
    guard let stored = index.storedText?.read(document) else { return nil }
    var best: (text: [UInt8], range: Range<Int>, matches: [Match], anchor: String, score: Float)?
    let texts =
      [(text: stored.description, anchor: "")]
      + stored.parts.map { (text: $0.text, anchor: $0.anchor) }
    for (text, anchor) in texts {
      let found = matches(in: text)
      var first = 0
      while first < found.count {
        let range = SnippetCutter.sentence(around: found[first].range, in: text)
        let end =
          found[first...].firstIndex { $0.range.lowerBound >= range.upperBound }
          ?? found.count
        let places = Set(found[first..<end].map(\.place))
        let score = places.reduce(Float(0)) { $0 + weights[$1] }
        if best.map({ score > $0.score }) ?? true {
          best = (text, range, Array(found[first..<end]), anchor, score)
        }
        first = max(end, first + 1)
      }
    }
    guard let best else {
      return Passage(snippet: Snippet(), anchor: nil)
    }
    return Passage(
      snippet: SnippetCutter.whole(best.text, best.range, best.matches.map(\.range)),
      anchor: best.anchor.isEmpty ? nil : best.anchor)
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
