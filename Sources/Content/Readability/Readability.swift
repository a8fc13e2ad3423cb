/// How easily a text reads: from about 0, very hard, to 100, very easy.
///
/// English is scored as Flesch proposed it (*A new readability yardstick*, 1948), French with the weights
/// that Kandel and Moles found for it (1958). Both add up the length of sentences in words and the length
/// of words in syllables, so the scores of the two languages may be compared.
public struct Readability: Sendable, Equatable {
  /// How many words were read.
  public private(set) var words = 0
  /// How many sentences they make; the end of a paragraph ends one.
  public private(set) var sentences = 0
  /// How many syllables the words have, as counted by their vowels.
  public private(set) var syllables = 0

  private let isFrench: Bool

  /// Starts with no text.
  ///
  /// - Parameter language: The language that is read; any but French is read as English.
  public init(language: LanguageCode) { isFrench = language.rawValue.hasPrefix("fr") }

  /// The words of a sentence on the average.
  public var wordsPerSentence: Double { Double(words) / Double(max(1, sentences)) }

  /// The score, rounded; nil for a text without words.
  public var score: Int? {
    guard words > 0 else { return nil }
    let length = Double(syllables) / Double(words)
    let score =
      isFrench
      ? 207 - 1.015 * wordsPerSentence - 73.6 * length
      : 206.835 - 1.015 * wordsPerSentence - 84.6 * length
    return Int(score.rounded())
  }

  /// Reads a paragraph.
  ///
  /// - Parameter paragraph: Plain text as UTF-8.
  public mutating func add(_ paragraph: [UInt8]) {
    let scalars = Array(String(decoding: paragraph, as: UTF8.self).unicodeScalars)
    var word: [Unicode.Scalar] = []
    var isInSentence = false
    func isDigit(_ place: Int) -> Bool {
      scalars.indices.contains(place) && ("0"..."9").contains(scalars[place])
    }
    func closeWord() {
      guard !word.isEmpty else { return }
      words += 1
      syllables += isFrench ? Syllables.french(word) : Syllables.english(word)
      word = []
      isInSentence = true
    }
    for (place, scalar) in scalars.enumerated() {
      if scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) {
        word.append(scalar)
      } else if [".", ","].contains(scalar), isDigit(place - 1), isDigit(place + 1) {
        word.append(scalar)
      } else if ["-", "'", "\u{2019}", "_", "\u{AD}"].contains(scalar), !word.isEmpty {
        // One word of an English reader, two of a French one: l’ail, peut-être.
        if isFrench { closeWord() }
      } else {
        closeWord()
        if [".", "!", "?", "\u{2026}"].contains(scalar), isInSentence {
          sentences += 1
          isInSentence = false
        }
      }
    }
    closeWord()
    if isInSentence { sentences += 1 }
  }
}
