/// A query that may be shown to others: nothing in it looks like private data.
public struct SuggestableQuery: Sendable, Hashable {
  /// The query in lower case, words apart by single spaces.
  public let text: String

  /// The longest query, in characters.
  static let mostCharacters = 60
  /// A number of so many digits may be a telephone, an account or a customer.
  static let mostDigits = 5

  /// Takes a query; nil if it is empty, a single character, longer than 60, has an `@`, or has a
  /// number of six digits or more, however these are grouped: `06 12 34 56 78`.
  public init?(_ query: String) {
    let text = Self.normalized(query)
    guard (2...Self.mostCharacters).contains(text.count), !text.contains("@") else { return nil }
    var digits = 0
    for character in text {
      if character.isWholeNumber {
        digits += 1
        if digits > Self.mostDigits { return nil }
      } else if !Self.groupsDigits(character) {
        digits = 0
      }
    }
    self.text = text
  }

  /// A query in the form in which queries are counted.
  public static func normalized(_ query: String) -> String { query.normalizedQuery }

  /// Whether a number may go on after a character.
  private static func groupsDigits(_ character: Character) -> Bool {
    character == " " || character == "." || character == "-" || character == "/"
      || character == "(" || character == ")"
  }
}
