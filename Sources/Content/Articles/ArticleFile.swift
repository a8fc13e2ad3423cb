public import Markup

/// One file: one article in one language, before it is paired with its translations.
///
/// It keeps neither text nor tree: thousands of these are in memory at once.
public struct ArticleFile: Sendable {
  /// The path relative to the content folder.
  public var path: String
  /// The path as diagnostics show it.
  public var displayPath: String
  /// The language.
  public var language: LanguageCode
  /// The path without language and ending, which pairs files and is the default identifier.
  public var key: String
  /// What the front matter says.
  public var frontMatter: FrontMatter
  /// The title; the file's name where it has none.
  public var title: String
  /// The article's part of the address, given or made from the file's name.
  public var slug: String
  /// Where the Markdown begins, in bytes.
  public var bodyOffset: Int
  /// The headings.
  public var outline: Outline
  /// Identifiers that raw HTML gives, which links may lead to.
  public var identifiers: [String]
  /// Links in order.
  public var links: [ArticleLink]
  /// Pictures and other media, in order.
  public var images: [ArticleLink]
  /// How many words the text has.
  public var wordCount: Int
  /// What a translation notes as its original; only for the site's default language.
  public var sourceHash: SourceHash?

  /// The identifier, given or from the path.
  public var id: ArticleID { frontMatter.id?.value ?? ArticleID(rawValue: key) }

  /// The identifier's place, or the start of the file.
  var idPlace: SourcePlace { frontMatter.id?.place ?? SourcePlace() }
}
