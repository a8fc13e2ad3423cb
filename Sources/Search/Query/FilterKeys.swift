/// The keys of an index's categories, difficulties and tags, by what people may type for them.
struct FilterKeys {
  private var categories: [[UInt8]: String] = [:]
  private var difficulties: [[UInt8]: String] = [:]
  private var tags: [[UInt8]: String] = [:]

  /// Reads the values of an index.
  ///
  /// - Parameters:
  ///   - facets: Where they are.
  ///   - folded: What is left of a text where case, accents, spaces and signs do not count.
  init(_ facets: FacetColumns, folded: (ArraySlice<UInt8>) -> [UInt8]) {
    func keys(_ values: [FacetColumns.Value]) -> [[UInt8]: String] {
      var keys: [[UInt8]: String] = [:]
      // A key is meant before a label that happens to be the same, and the first of several.
      for name in [\FacetColumns.Value.key, \.label] {
        for value in values {
          let typed = folded(Array(value[keyPath: name].utf8)[...])
          if keys[typed] == nil { keys[typed] = value.key }
        }
      }
      return keys
    }
    categories = keys(facets.categories)
    difficulties = keys(facets.difficulties)
    tags = keys(facets.tags)
  }

  /// The key that a folded text stands for; nil if the index has none.
  func key(_ name: FilterName, _ folded: [UInt8]) -> String? {
    switch name {
    case .category: categories[folded]
    case .level: difficulties[folded]
    case .tag: tags[folded]
    }
  }
}
