/// Which documents the filters of a request let through, and how many carry each value.
struct FacetFilter {
  /// For each kind, whether each of its values passes; nil when the kind is not filtered.
  private let categories: [Bool]?
  private let difficulties: [Bool]?
  /// Whether each document has one of the wanted tags; nil when tags are not filtered.
  private let tagged: [Bool]?
  private let facets: FacetColumns

  private var categoryCounts: [Int]
  private var difficultyCounts: [Int]
  /// The documents whose tags count: those that pass the other filters.
  private var tagCandidates: [Int32] = []

  init(index: InvertedIndex, categories: [String], difficulties: [String], tags: [String]) {
    facets = index.facets
    self.categories = FacetFilter.passing(categories, of: facets.categories)
    self.difficulties = FacetFilter.passing(difficulties, of: facets.difficulties)
    if let wanted = FacetFilter.passing(tags, of: facets.tags) {
      var tagged = [Bool](repeating: false, count: index.documentCount)
      for tag in wanted.indices where wanted[tag] {
        facets.forEachDocument(taggedWith: tag) { tagged[$0] = true }
      }
      self.tagged = tagged
    } else {
      tagged = nil
    }
    categoryCounts = [Int](repeating: 0, count: facets.categories.count)
    difficultyCounts = [Int](repeating: 0, count: facets.difficulties.count)
  }

  var isActive: Bool { categories != nil || difficulties != nil || tagged != nil }

  private static func passing(_ wanted: [String], of all: [FacetColumns.Value]) -> [Bool]? {
    guard !wanted.isEmpty else { return nil }
    let set = Set(wanted)
    return all.map { set.contains($0.key) }
  }

  /// Counts a document where it belongs, and says whether it passes every filter.
  @inline(__always)
  mutating func admit(_ document: Int, counting: Bool) -> Bool {
    guard counting || isActive else { return true }
    let category = facets.category(of: document)
    let difficulty = facets.difficulty(of: document)
    let hasCategory = FacetFilter.passes(categories, category)
    let hasDifficulty = FacetFilter.passes(difficulties, difficulty)
    let hasTag = tagged.map { $0[document] } ?? true
    if counting {
      if hasDifficulty, hasTag, category < categoryCounts.count { categoryCounts[category] += 1 }
      if hasCategory, hasTag, difficulty < difficultyCounts.count {
        difficultyCounts[difficulty] += 1
      }
      if hasCategory, hasDifficulty { tagCandidates.append(Int32(document)) }
    }
    return hasCategory && hasDifficulty && hasTag
  }

  @inline(__always)
  private static func passes(_ allowed: [Bool]?, _ value: Int) -> Bool {
    guard let allowed else { return true }
    return value < allowed.count && allowed[value]
  }

  /// The counts, most frequent first; values without hits and without a name are left out.
  func counts(documentCount: Int) -> FacetCounts {
    FacetCounts(
      category: FacetFilter.entries(facets.categories, categoryCounts),
      difficulty: FacetFilter.entries(facets.difficulties, difficultyCounts),
      tag: FacetFilter.entries(facets.tags, tagCounts(documentCount)))
  }

  private func tagCounts(_ documentCount: Int) -> [Int] {
    var isCandidate = [Bool](repeating: false, count: documentCount)
    for document in tagCandidates { isCandidate[Int(document)] = true }
    return facets.tags.indices.map { tag in
      var count = 0
      facets.forEachDocument(taggedWith: tag) { if isCandidate[$0] { count += 1 } }
      return count
    }
  }

  private static func entries(
    _ values: [FacetColumns.Value], _ counts: [Int]
  ) -> [FacetCounts.Entry] {
    // Keys are sorted, so a stable order by count leaves ties sorted by key.
    zip(values, counts).enumerated()
      .filter { $0.element.1 > 0 && !$0.element.0.key.isEmpty }
      .sorted { ($1.element.1, $0.offset) < ($0.element.1, $1.offset) }
      .map { FacetCounts.Entry(key: $0.element.0.key, count: $0.element.1) }
  }
}
