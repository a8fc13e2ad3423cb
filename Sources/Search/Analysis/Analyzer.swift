/// Turns a word as it is written into the terms it is found by.
///
/// The same code runs when an index is built and when it is queried. It is reached once for each
/// distinct word of a text, so it is written to be read rather than to be fast.
struct Analyzer {
  let language: Language
  let stemmer: Stemmer?

  /// A word after reading: lower case, composed, with what splitting needs to know.
  struct Letters {
    var scalars: [UInt32] = []
    /// Whether each scalar was upper case.
    var upper: [Bool] = []
  }

  /// Appends the terms of one word that ``WordScanner`` found.
  func analyze(_ word: Span<UInt8>, into terms: inout [Term]) {
    if let folded = Analyzer.plain(word) {
      terms.append(term(SurfaceKey(bytes: folded)))
      return
    }
    let letters = Analyzer.read(word)
    guard !letters.scalars.isEmpty else { return }
    for piece in splitElisions(letters, into: &terms) { splitCompound(piece, into: &terms) }
  }

  /// The lower case of a word of ASCII letters that nothing splits: one in small letters, with a capital
  /// before them or without, or one in capitals; nil for any other.
  static func plain(_ word: Span<UInt8>) -> [UInt8]? {
    var smallCount = 0
    for index in word.indices {
      let byte = word[index]
      guard (byte | 0x20) &- 0x61 < 26 else { return nil }
      if byte >= 0x61 { smallCount += 1 }
    }
    let first = smallCount < word.count && word[0] < 0x61 ? 1 : 0
    guard smallCount + first == word.count || smallCount == 0, !word.isEmpty else { return nil }
    var folded: [UInt8] = []
    folded.reserveCapacity(word.count)
    for index in word.indices { folded.append(word[index] | 0x20) }
    return folded
  }

  /// Decodes, lower-cases and composes; drops marks that compose with nothing.
  private static func read(_ word: Span<UInt8>) -> Letters {
    let map = LetterMap.shared
    var letters = Letters()
    var index = 0
    while index < word.count {
      let (scalar, length) = UTF8Coding.decode(word, at: index)
      index += length
      let kind =
        scalar < 0x80 ? ScalarClass.ascii(UInt8(scalar)) : ScalarClass.beyondASCII(scalar)
      switch kind {
      case .extender:
        if let last = letters.scalars.last, let composed = map.compose(last, scalar) {
          letters.scalars[letters.scalars.count - 1] = composed
        }
      case .apostrophe:
        letters.append(0x27, upper: false)
      case .hyphen:
        letters.append(0x2D, upper: false)
      case .decimal:
        letters.append(0x2E, upper: false)
      case .degree:
        letters.append(0xB0, upper: false)
        if scalar == 0x2103 { letters.append(0x63, upper: false) }
        if scalar == 0x2109 { letters.append(0x66, upper: false) }
      case .letter, .digit, .lone, .separator:
        let lower = map.lower(scalar)
        letters.append(lower, upper: lower != scalar)
      }
    }
    return letters
  }

  func term(_ scalars: some Sequence<UInt32>, role: Term.Role = .word) -> Term {
    term(SurfaceKey(scalars: scalars), role: role)
  }

  private func term(_ surface: SurfaceKey, role: Term.Role = .word) -> Term {
    let folded = surface.hasAccents ? Array(surface.folded) : surface.bytes
    let isStopWord = StopWords.contains(folded, language: language)
    guard let stemmer, !isStopWord, Analyzer.isStemmable(folded) else {
      return Term(surface: surface, stem: folded, role: role, isStopWord: isStopWord)
    }
    return Term(
      surface: surface, stem: foldedStem(of: surface.exact, stemmer), role: role,
      isStopWord: false)
  }

  /// The class that a spelling belongs to.
  func stem(of surface: SurfaceKey) -> [UInt8] {
    let folded = surface.hasAccents ? Array(surface.folded) : surface.bytes
    guard let stemmer, Analyzer.isStemmable(folded),
      !StopWords.contains(folded, language: language)
    else { return folded }
    return foldedStem(of: surface.exact, stemmer)
  }

  private func foldedStem(of exact: [UInt8], _ stemmer: Stemmer) -> [UInt8] {
    let stem = stemmer.stem(exact)
    guard stem.contains(where: { $0 >= 0x80 }) else { return stem }
    var folded: [UInt8] = []
    let span = stem.span
    var index = 0
    while index < span.count {
      let (scalar, length) = UTF8Coding.decode(span, at: index)
      LetterMap.shared.appendFolded(scalar, to: &folded)
      index += length
    }
    return folded
  }

  /// Numbers and identifiers are what they are; only words have endings.
  private static func isStemmable(_ folded: [UInt8]) -> Bool {
    folded.count > 2 && !folded.contains { $0 < 0x61 }
  }
}

extension Analyzer.Letters {
  mutating func append(_ scalar: UInt32, upper isUpper: Bool) {
    scalars.append(scalar)
    upper.append(isUpper)
  }

  subscript(range: Range<Int>) -> Analyzer.Letters {
    Analyzer.Letters(scalars: Array(scalars[range]), upper: Array(upper[range]))
  }

  /// The ranges between occurrences of a scalar.
  func ranges(separatedBy separator: UInt32) -> [Range<Int>] {
    scalars.indices.split { scalars[$0] == separator }.compactMap { part in
      part.first.map { $0..<($0 + part.count) }
    }
  }
}
