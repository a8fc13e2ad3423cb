public import Diagnostics

/// A question that the site's search has to answer, from a `search-tests.yaml`.
///
/// `{lang: fr, query: batterie qui chauffe, expect: emergency-overheating, top: 3}`
public struct SearchTest: Hashable, Sendable {
  /// The language that is searched.
  public var language: LanguageCode
  /// What a reader types.
  public var query: String
  /// The articles of which one has to be found.
  public var expected: [Located<ArticleID>]
  /// How many of the best hits it has to be among.
  public var top: Int
  /// The keys of the categories that the search is narrowed to; all without any.
  public var categories: [String]
  /// The keys of the difficulties that the search is narrowed to; all without any.
  public var difficulties: [String]
  /// The tags that the search is narrowed to; all without any.
  public var tags: [Located<String>]
  /// Where the test stands in its file.
  public var place: SourcePlace

  /// How many hits are enough where the file does not say it.
  public static let standardTop = 3
  /// The most hits that may be asked for.
  public static let maximumTop = 100

  /// Makes a test from its parts.
  public init(
    language: LanguageCode, query: String, expected: [Located<ArticleID>],
    top: Int = SearchTest.standardTop, categories: [String] = [], difficulties: [String] = [],
    tags: [Located<String>] = [], place: SourcePlace = SourcePlace()
  ) {
    self.language = language
    self.query = query
    self.expected = expected
    self.top = top
    self.categories = categories
    self.difficulties = difficulties
    self.tags = tags
    self.place = place
  }
}

/// The tests of one `search-tests.yaml`, in its order.
public struct SearchTestFile: Sendable {
  /// The file's text, for whoever reports a test.
  public var source: SourceText
  /// The tests that could be read.
  public var tests: [SearchTest]

  /// The name of such files, in any folder of the content.
  public static let name = "search-tests.yaml"

  /// Holds the tests of a file.
  public init(source: SourceText, tests: [SearchTest]) {
    self.source = source
    self.tests = tests
  }

  /// A fault at a place of the file.
  func fault(_ id: String, _ place: SourcePlace, _ message: String, _ fix: FixIt? = nil)
    -> Diagnostic
  {
    Diagnostic(
      .error, id: id, path: source.path, at: place.start, to: place.end, message, suggestion: fix,
      sourceLine: source.line(place.start.line))
  }
}
