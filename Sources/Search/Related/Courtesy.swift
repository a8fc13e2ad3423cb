/// What people write in every message and that no article is about.
enum Courtesy {
  /// Longer lines say something besides, however they begin.
  private static let longestLine = 60

  /// Whether a line is only a greeting, a thank-you or a farewell.
  static func isAll(of line: ArraySlice<UInt8>) -> Bool {
    guard line.count <= longestLine else { return false }
    let text = folded(line)
    return openings.contains { text == $0 || text.hasPrefix($0 + " ") && isName(text, after: $0) }
      || phrases.contains(text)
  }

  /// Whether a line begins a signature or a quoted message, so that nothing after it counts.
  static func endsText(_ line: ArraySlice<UInt8>) -> Bool {
    let text = String(decoding: line, as: UTF8.self)
    if text == "-- " || text == "--" { return true }
    return signatures.contains { text.lowercased().hasPrefix($0) }
  }

  /// A greeting with a name or two behind it: `bonjour madame Tremblay`.
  private static func isName(_ text: String, after opening: String) -> Bool {
    text.dropFirst(opening.count).split(separator: " ").count <= 3
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

  private static let signatures = [
    "sent from my ", "envoyé de mon ", "envoyé depuis ", "-----original message",
    "-----message d’origine",
    "-----message d'origine", "________",
  ]
}
