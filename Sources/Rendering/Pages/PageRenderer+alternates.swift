import Content

extension PageRenderer {
  /// The same page for readers of other languages and regions, as `hreflang` names them.
  ///
  /// Each language comes first, then its regions at the same address; `x-default` is last.
  ///
  /// - Parameters:
  ///   - paths: the site path of the page in each language that has it.
  ///   - byDefault: the site path for readers of no language here; that of the first language
  ///     of the site when nil.
  /// - Returns: nothing where there is one language and no region, which says nothing.
  func alternates(
    _ paths: [(language: String, path: String)], byDefault: String? = nil
  ) -> [(code: String, url: String)] {
    var result: [(code: String, url: String)] = []
    for entry in paths {
      let url = context.absoluteURL(entry.path)
      result.append((entry.language, url))
      for region in context.site.regions[LanguageCode(rawValue: entry.language)] ?? [] {
        result.append((region.rawValue, url))
      }
    }
    guard result.count > 1 else { return [] }
    let first = context.site.languages[0].rawValue
    let standard = byDefault ?? (paths.first { $0.language == first } ?? paths[0]).path
    result.append(("x-default", context.absoluteURL(standard)))
    return result
  }
}
