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
  /// Knows the words that match.
  private let scanner: TextScanner
  /// How much each word of the query says.
  private let weights: [Float]
  /// Room for what is found in one part and in the best one.
  private var found: [Match] = []
  private var best: [Match] = []

  /// Marks the words of a query on a scanner that has no other.
  init(
    index: InvertedIndex, _ query: Query, _ matches: [WordMatch], scanner: TextScanner
  ) {
    self.index = index
    self.scanner = scanner
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
      for alternative in match.alternatives where alternative.phrase == nil {
        for member in alternative.members {
          scanner.mark(member, of: index.dictionary, place: place)
        }
      }
    }
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
  func highlights(in text: [UInt8]) -> [Range<Int>] { scanner.matches(in: text).map(\.range) }

  /// The places in the query of the words of a text.
  func places(in text: [UInt8]) -> Set<Int> { Set(scanner.matches(in: text).map(\.place)) }

  /// Finds the words of a part of the stored texts that match, and returns its length in bytes.
  private mutating func find(in range: Range<Int>) -> Int {
    found.removeAll(keepingCapacity: true)
    return scanner.isClear ? 0 : scanner.scan(range, into: &found)
  }

  /// The best passage of a document.
  private mutating func passage(of document: Int) -> Passage? {
    guard let stored = index.storedText?.outline(of: document) else { return nil }
    var chosen: (part: StoredText.Part, window: Range<Int>, score: Float)?
    var size = 0
    for part in stored.parts where size < StoredText.mostBytes {
      _ = find(in: part.heading)
      let bonus = weight(of: found[...]) / 2
      let length = find(in: part.text)
      size += length
      guard let window = bestWindow(found, bonus: bonus, size: length) else { continue }
      if chosen.map({ window.score > $0.score }) ?? true {
        chosen = (part, window.range, window.score)
        swap(&found, &best)
      }
    }
    _ = find(in: stored.description)
    guard let chosen, chosen.score >= weight(of: found[...]) else {
      let hasDescription = !stored.description.isEmpty
      let first = stored.parts.first { _ in true }?.text ?? 0..<0
      let shown = hasDescription ? stored.description : first
      let whole = scanner.decode(shown)
      return Passage(
        snippet: SnippetCutter.cut(
          whole, 0..<min(whole.count, PassageMarker.length),
          hasDescription ? found.map(\.range) : []),
        anchor: nil)
    }
    // The cutter looks a little before the window, and whether the text goes on after it.
    let window = chosen.window
    let wanted = (window.lowerBound - SnippetCutter.lookBehind)..<(window.upperBound + 1)
    let text = scanner.excerpt(chosen.part.text, wanted)
    let shown = best.lazy.map(\.range).filter { $0.lowerBound >= text.start }
    return Passage(
      snippet: SnippetCutter.cut(
        text.bytes, window.moved(by: -text.start), shown.map { $0.moved(by: -text.start) }),
      anchor: anchor(of: chosen.part))
  }

  /// The fragment of a section; nil for what stands before the first heading.
  private func anchor(of part: StoredText.Part?) -> String? {
    let anchor = part.flatMap { index.storedText?.text.string($0.anchor) } ?? ""
    return anchor.isEmpty ? nil : anchor
  }

  /// The sentence of a document that has most of what is asked for, of any part of it.
  private mutating func sentence(of document: Int) -> Passage? {
    guard let stored = index.storedText?.outline(of: document) else { return nil }
    var best:
      (text: [UInt8], range: Range<Int>, matches: [Match], part: StoredText.Part?, score: Float)?
    var size = 0
    for part in [nil] + stored.parts.map(Optional.some) where size < StoredText.mostBytes {
      let range = part?.text ?? stored.description
      let length = find(in: range)
      if part != nil { size += length }
      guard !found.isEmpty else { continue }
      let text = scanner.decode(range)
      var first = 0
      while first < found.count {
        let range = SnippetCutter.sentence(around: found[first].range, in: text)
        let end =
          found[first...].firstIndex { $0.range.lowerBound >= range.upperBound }
          ?? found.count
        let score = weight(of: found[first..<end])
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

  /// What some matches say, each word of the query counted once, and added in its order: the same words
  /// say as much wherever they stand.
  private func weight(of matches: ArraySlice<Match>) -> Float {
    // A query has at most 64 words.
    var left = matches.reduce(UInt64(0)) { $0 | 1 << UInt64($1.place) }
    var sum: Float = 0
    while left != 0 {
      sum += weights[left.trailingZeroBitCount]
      left &= left &- 1
    }
    return sum
  }

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

extension Range<Int> {
  fileprivate func moved(by distance: Int) -> Range<Int> {
    (lowerBound + distance)..<(upperBound + distance)
  }
}
