/// What people write in every message and that no article is about.
enum Courtesy {
  /// Longer lines say something besides, however they begin.
  private static let longestLine = 60
  /// A greeting has so many words behind it: `bonjour madame Tremblay`.
  private static let mostWords = 3

  /// Whether a line is only a greeting, a thank-you or a farewell.
  ///
  /// - Parameters:
  ///   - line: the line.
  ///   - isKnown: whether articles have a word, so that it is no name and `Bonjour, batterie en alarme`
  ///     says something.
  /// - Returns: whether nothing of it is asked.
  static func isAll(of line: ArraySlice<UInt8>, isKnown: (Substring) -> Bool) -> Bool {
    guard line.count <= longestLine else { return false }
    let text = folded(line)
    if phrases.contains(text) { return true }
    let says = line.contains { $0 == UInt8(ascii: "?") || (0x30...0x39).contains($0) }
    guard !says else { return false }
    return openings.contains { opening in
      if text == opening { return true }
      guard text.hasPrefix(opening + " ") else { return false }
      let words = text.dropFirst(opening.count).split(separator: " ")
      return words.count <= mostWords
        && words.allSatisfy { others.contains(withoutElision($0)) || !isKnown($0) }
    }
  }

  /// Whether a line begins a signature or a quoted message, so that nothing after it counts.
  static func endsText(_ line: ArraySlice<UInt8>) -> Bool {
    let text = String(decoding: line, as: UTF8.self)
    if text == "-- " || text == "--" { return true }
    return signatures.contains { text.lowercased().hasPrefix($0) }
  }

  /// `équipe` for `l'équipe`.
  private static func withoutElision(_ word: Substring) -> String {
    String(word.split { $0 == "'" || $0 == "’" }.last ?? word)
  }

  /// Lower-case words, without what is around them.
  private static func folded(_ line: ArraySlice<UInt8>) -> String {
    let text = String(decoding: line, as: UTF8.self).lowercased()
    return text.split { !$0.isLetter && $0 != "'" && $0 != "’" }.joined(separator: " ")
  }

  private static let openings = [
    "bonjour", "bonsoir", "salut", "allô", "madame", "monsieur", "cher", "chère", "hi", "hello",
    "hey", "dear", "good morning", "good afternoon", "good evening", "cordialement", "sincèrement",
    "bien à vous", "regards", "best regards", "kind regards", "sincerely", "cheers", "best",
    "envoyé de mon", "sent from my", "merci", "thanks", "thank you",
  ]

  private static let phrases: Set<String> = [
    "merci d'avance", "merci beaucoup", "merci de votre aide", "bonne journée", "bonne soirée",
    "thanks in advance", "many thanks", "thank you very much", "have a nice day", "please help",
    "bien cordialement", "salutations distinguées", "à bientôt", "comment allez vous",
    "how are you", "hope you are well", "i hope you are well",
  ]

  /// What stands behind a greeting or a thank-you, and says nothing there.
  private static let others: Set<String> = [
    "advance", "aide", "all", "appel", "attention", "avance", "client", "device", "everyone",
    "help",
    "iphone", "ipad", "madame", "message", "messieurs", "monsieur", "mobile", "patience", "phone",
    "rapidité", "reply", "retour", "réponse", "service", "soutien", "suivi", "support", "team",
    "telephone", "temps", "time", "tous", "tout", "monde", "téléphone", "équipe",
  ]

  private static let signatures = [
    "sent from my ", "envoyé de mon ", "envoyé depuis ", "-----original message",
    "-----message d’origine",
    "-----message d'origine", "________",
  ]
}
