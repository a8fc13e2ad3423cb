/// Counts the syllables of words by their groups of vowels, as readability formulas do.
enum Syllables {
  /// Vowels with the accents of both languages; ÿ as in *L’Haÿ*.
  private static let vowels = Set("aeiouyàâäáéèêëîïíôöóùûüúÿæœ".unicodeScalars)

  /// The syllables of a French word; the last mute *e* is none.
  static func french(_ word: [Unicode.Scalar]) -> Int {
    let letters = lower(word)
    var count = groups(letters)
    for ending in ["e", "es"] where letters.hasSuffix(ending) && count > 1 {
      if isConsonant(letters.unicodeScalars.dropLast(ending.utf8.count).last) {
        count -= 1
        break
      }
    }
    return max(1, count)
  }

  /// The syllables of an English word; the last mute *e* and that of *-ed* are none.
  static func english(_ word: [Unicode.Scalar]) -> Int {
    let letters = lower(word)
    var count = groups(letters)
    if count > 1 {
      let isSpokenEd = letters.hasSuffix("ted") || letters.hasSuffix("ded")
      let isSpokenLe =
        letters.hasSuffix("le") && isConsonant(letters.unicodeScalars.dropLast(2).last)
      let isMuteE =
        letters.hasSuffix("e") && !isSpokenLe
        && isConsonant(letters.unicodeScalars.dropLast().last)
      if isMuteE || letters.hasSuffix("ed") && !isSpokenEd { count -= 1 }
    }
    return max(1, count)
  }

  private static func lower(_ word: [Unicode.Scalar]) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: word)
    return String(text).lowercased()
  }

  private static func isConsonant(_ letter: Unicode.Scalar?) -> Bool {
    letter.map { $0.properties.isAlphabetic && !vowels.contains($0) } ?? false
  }

  private static func groups(_ letters: String) -> Int {
    var count = 0
    var wasVowel = false
    for letter in letters.unicodeScalars {
      let isVowel = vowels.contains(letter)
      if isVowel, !wasVowel { count += 1 }
      wasVowel = isVowel
    }
    return count
  }
}
