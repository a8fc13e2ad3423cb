public import Diagnostics
public import Markup

/// What reading one file gave.
public struct ReadArticle: Sendable {
  /// The article; nil when not even its language is known.
  public var file: ArticleFile?
  /// Its text.
  public var document: MarkupDocument
  /// What is wrong with it, sorted.
  public var diagnostics: [Diagnostic]
}
