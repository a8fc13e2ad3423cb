/// Which documents the filters of a request let through, and how many carry each value.
struct FacetFilter {
  /// The documents that each kind lets through; nil when the kind is not filtered.
  private let category: DocumentBits?
  private let difficulty: DocumentBits?
  private let tag: DocumentBits?
  private let facets: FacetColumns
  private let sets: FacetSets

  init(
    index: InvertedIndex, sets: FacetSets, categories: [String], difficulties: [String],
    tags: [String]
  ) {
    facets = index.facets
    self.sets = sets
    func passing(
      _ wanted: [String], _ values: [FacetColumns.Value], _ members: [FacetSets.Members]
    ) -> DocumentBits? {
      guard !wanted.isEmpty else { return nil }
      var bits = DocumentBits(documentCount: index.documentCount)
      for (value, members) in zip(values, members) where wanted.contains(value.key) {
        members.insert(into: &bits)
      }
      return bits
    }
    category = passing(categories, facets.categories, sets.categories)
    difficulty = passing(difficulties, facets.difficulties, sets.difficulties)
    tag = passing(tags, facets.tags, sets.tags)
  }

  /// The documents of a set that pass every filter.
  func passing(_ matched: DocumentBits) -> DocumentBits {
    FacetFilter.narrowed(matched, category, difficulty, tag)
  }

  /// How many documents of a set carry each value, most frequent first; values without hits and
  /// without a name are left out.
  func counts(_ matched: DocumentBits) -> FacetCounts {
    FacetCounts(
      category: FacetFilter.entries(
        facets.categories, sets.categories, FacetFilter.narrowed(matched, difficulty, tag)),
      difficulty: FacetFilter.entries(
        facets.difficulties, sets.difficulties, FacetFilter.narrowed(matched, category, tag)),
      tag: FacetFilter.entries(
        facets.tags, sets.tags, FacetFilter.narrowed(matched, category, difficulty)))
  }

  private static func narrowed(_ set: DocumentBits, _ filters: DocumentBits?...) -> DocumentBits {
    var set = set
    for filter in filters { if let filter { set.formIntersection(filter) } }
    return set
  }

  private static func entries(
    _ values: [FacetColumns.Value], _ members: [FacetSets.Members], _ set: DocumentBits
  ) -> [FacetCounts.Entry] {
    // Keys are sorted, so a stable order by count leaves ties sorted by key.
    zip(values, members.map { $0.count(in: set) }).enumerated()
      .filter { $0.element.1 > 0 && !$0.element.0.key.isEmpty }
      .sorted { ($1.element.1, $0.offset) < ($0.element.1, $1.offset) }
      .map { FacetCounts.Entry(key: $0.element.0.key, count: $0.element.1) }
  }
}
