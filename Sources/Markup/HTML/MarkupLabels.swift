/// The words that rendering adds to a document, in the article's language.
public struct MarkupLabels: Hashable, Sendable {
  /// The title of a callout that has none of its own.
  public var callouts: [CalloutKind: String]
  /// Describes the link beside a heading; the heading's text follows.
  public var headingAnchor: String
  /// Describes a table that scrolls sideways.
  public var table: String
  /// Describes the way back from a footnote.
  public var footnoteBack: String

  /// What the result of a step begins with.
  public var expected: [String]

  /// Makes labels from their parts.
  public init(
    callouts: [CalloutKind: String], headingAnchor: String, table: String, footnoteBack: String,
    expected: [String] = []
  ) {
    self.callouts = callouts
    self.headingAnchor = headingAnchor
    self.table = table
    self.footnoteBack = footnoteBack
    self.expected = expected
  }

  /// English.
  public static let english = MarkupLabels(
    callouts: [
      .note: "Note", .tip: "Tip", .important: "Important", .warning: "Warning",
      .caution: "Caution",
    ],
    headingAnchor: "Link to this section: ", table: "Table", footnoteBack: "Back to the text",
    expected: ["Expected", "You should", "Result:"])

  /// French.
  public static let french = MarkupLabels(
    callouts: [
      .note: "Note", .tip: "Astuce", .important: "Important", .warning: "Attention",
      .caution: "Danger",
    ],
    headingAnchor: "Lien vers cette section : ", table: "Tableau",
    footnoteBack: "Retour au texte",
    expected: ["Attendu", "Résultat", "À rappeler", "Vous devez voir"])

  /// The labels for a language code such as `fr` or `fr-CA`; English where there are none.
  public static func language(_ code: String) -> MarkupLabels {
    let primary = code.split(separator: "-").first.map { $0.lowercased() }
    return primary == "fr" ? .french : .english
  }
}
