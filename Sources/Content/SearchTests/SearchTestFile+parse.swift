public import Diagnostics

extension SearchTestFile {
  /// Reads a file of search tests.
  ///
  /// What is wrong in one test does not keep the others from being read.
  ///
  /// - Parameters:
  ///   - source: the file.
  ///   - folder: the path of its folder relative to the content folder; `fr/…` says the language of
  ///     tests that name none.
  ///   - site: the site.
  /// - Returns: the tests, and everything that is wrong, sorted.
  public static func parse(
    _ source: SourceText, in folder: String, site: SiteConfiguration
  ) -> (SearchTestFile, [Diagnostic]) {
    if let offset = source.firstInvalidUTF8() {
      let fault = Diagnostic(
        .error, id: DiagnosticID.encodingInvalid, in: source, range: offset..<offset,
        "a byte that is not UTF-8", suggestion: FixIt("save the file as UTF-8"))
      return (SearchTestFile(source: source, tests: []), [fault])
    }
    let start = FrontMatterFence.bodyStart(source.bytes)
    let (items, faults) = YAMLParser(source: source).parseList(start..<source.bytes.count)
    let first = folder.split(separator: "/").first.map { LanguageCode(rawValue: String($0)) }
    let language = first.flatMap { site.languages.contains($0) ? $0 : nil }
    var reader = SearchTestReader(
      source: source, site: site, language: language ?? site.defaultLanguage)
    let tests = (items ?? []).compactMap { reader.read($0) }
    return (
      SearchTestFile(source: source, tests: tests), (faults + reader.diagnostics).sorted()
    )
  }
}
