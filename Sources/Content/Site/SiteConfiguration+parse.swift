public import Diagnostics

extension SiteConfiguration {
  /// Reads `site.yaml`.
  ///
  /// - Returns: the site, nil when anything in it is wrong, and everything that is.
  public static func parse(_ source: SourceText) -> (SiteConfiguration?, [Diagnostic]) {
    if let offset = source.firstInvalidUTF8() {
      return (
        nil,
        [
          Diagnostic(
            .error, id: DiagnosticID.encodingInvalid, in: source, range: offset..<offset,
            "a byte that is not UTF-8", suggestion: FixIt("save the file as UTF-8"))
        ]
      )
    }
    let start = FrontMatterFence.bodyStart(source.bytes)
    let (entries, faults) = YAMLParser(source: source).parse(start..<source.bytes.count)
    guard let entries else { return (nil, faults.sorted()) }
    var reader = SiteReader(source: source)
    let site = reader.read(entries)
    let diagnostics = (faults + reader.diagnostics).sorted()
    return (diagnostics.hasErrors ? nil : site, diagnostics)
  }
}
