/// Text that people wrote, without what would tell who they are.
///
/// Addresses of mail and the net, telephone numbers, card and account numbers, serial numbers of
/// many digits and long random words such as keys are put out of sight: `Jean, 06 12 34 56 78` becomes
/// `Jean, […]`. It cannot know names, so whoever reads the text is a writer all the same.
public struct ScreenedText: Sendable, Hashable {
  /// The text that may be kept.
  public let text: String
  /// How many pieces were taken out.
  public let removed: Int

  /// What stands in place of a piece.
  static let placeholder = "[…]"
  /// A number of so many digits may be somebody's.
  private static let digits = 6
  /// A word of letters and digits of this length is a key, not a word.
  private static let keyLength = 20

  /// Screens a text; empty text gives nil.
  public init?(_ text: String) {
    let trimmed = text.trimmed
    guard !trimmed.isEmpty else { return nil }
    var pieces: [String] = []
    var removed = 0
    let words = Self.words(trimmed)
    var index = 0
    while index < words.count {
      let end = Self.endOfNumber(words, from: index)
      if end > index {
        pieces.append(Self.placeholder)
        removed += 1
        index = end
      } else if Self.isIdentifying(words[index]) {
        pieces.append(Self.placeholder)
        removed += 1
        index += 1
      } else {
        pieces.append(words[index])
        index += 1
      }
    }
    self.text = pieces.joined()
    self.removed = removed
  }

  /// Words and what stands between them, in turn; joined they are the text.
  private static func words(_ text: String) -> [String] {
    var result: [String] = []
    var word = ""
    var isBlank = false
    for character in text {
      if character.isWhitespace != isBlank, !word.isEmpty {
        result.append(word)
        word = ""
      }
      isBlank = character.isWhitespace
      word.append(character)
    }
    if !word.isEmpty { result.append(word) }
    return result
  }

  /// Where a number ends that begins here and has many digits, however they are grouped; the start
  /// itself if there is none.
  private static func endOfNumber(_ words: [String], from start: Int) -> Int {
    var digits = 0
    var index = start
    var end = start
    while index < words.count {
      let word = words[index]
      if word.allSatisfy(\.isWhitespace) {
        guard index > start, word.count == 1 else { break }
        index += 1
        continue
      }
      let bare = word.filter { !isGrouping($0) }
      guard !bare.isEmpty, bare.allSatisfy(\.isNumber) else { break }
      digits += bare.count
      index += 1
      end = index
    }
    return digits >= Self.digits ? end : start
  }

  private static func isGrouping(_ character: Character) -> Bool {
    "+-./()'’,;:".contains(character)
  }

  private static func isIdentifying(_ word: String) -> Bool {
    if word.contains("@") || word.contains("://") || word.lowercased().hasPrefix("www.") {
      return true
    }
    let digits = word.filter(\.isNumber).count
    if digits >= Self.digits { return true }
    let isKey = word.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" }
    return isKey && digits >= 3 && word.count >= keyLength
  }
}

extension String {
  /// The text without blanks at its ends.
  var trimmed: String {
    let start = firstIndex { !$0.isWhitespace } ?? endIndex
    let end = lastIndex { !$0.isWhitespace }.map { index(after: $0) } ?? start
    return String(self[start..<max(start, end)])
  }
}
