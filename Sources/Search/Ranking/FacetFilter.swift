/// Which documents the filters of a request let through, and how many carry each value.
struct FacetFilter {
  /// For each kind, whether each of its values passes; nil when the kind is not filtered.
  private let categories: [Bool]?
  private let difficulties: [Bool]?
  private let tags: [Bool]?
  private let index: InvertedIndex

  private var categoryCounts: [Int]
  private var difficultyCounts: [Int]
  private var tagCounts: [Int]

  init(index: InvertedIndex, categories: [String], difficulties: [String], tags: [String]) {
    self.index = index
    self.categories = FacetFilter.passing(categories, of: index.categories)
    self.difficulties = FacetFilter.passing(difficulties, of: index.difficulties)
    self.tags = FacetFilter.passing(tags, of: index.tags)
    categoryCounts = [Int](repeating: 0, count: index.categories.count)
    difficultyCounts = [Int](repeating: 0, count: index.difficulties.count)
    tagCounts = [Int](repeating: 0, count: index.tags.count)
  }

  var isActive: Bool { categories != nil || difficulties != nil || tags != nil }

  private static func passing(_ wanted: [String], of all: [String]) -> [Bool]? {
    guard !wanted.isEmpty else { return nil }
    let set = Set(wanted)
    return all.map(set.contains)
  }

  /// Counts a document where it belongs, and says whether it passes every filter.
  @inline(__always)
  mutating func admit(_ document: Int, counting: Bool) -> Bool {
    guard counting || isActive else { return true }
    let category = index.category(of: document)
    let difficulty = index.difficulty(of: document)
    let hasCategory = FacetFilter.passes(categories, category)
    let hasDifficulty = FacetFilter.passes(difficulties, difficulty)
    var hasTag = tags == nil
    if let tags { index.forEachTag(of: document) { if tags[$0] { hasTag = true } } }
    if counting {
      if hasDifficulty, hasTag, category < categoryCounts.count { categoryCounts[category] += 1 }
      if hasCategory, hasTag, difficulty < difficultyCounts.count {
        difficultyCounts[difficulty] += 1
      }
      if hasCategory, hasDifficulty { countTags(of: document) }
    }
    return hasCategory && hasDifficulty && hasTag
  }

  private mutating func countTags(of document: Int) {
    index.forEachTag(of: document) { tagCounts[$0] += 1 }
  }

  @inline(__always)
  private static func passes(_ allowed: [Bool]?, _ value: Int) -> Bool {
    guard let allowed else { return true }
    return value < allowed.count && allowed[value]
  }

  /// The counts, most frequent first; values without hits and without a name are left out.
  var counts: FacetCounts {
    FacetCounts(
      category: FacetFilter.entries(index.categories, categoryCounts),
      difficulty: FacetFilter.entries(index.difficulties, difficultyCounts),
      tag: FacetFilter.entries(index.tags, tagCounts))
  }

  private static func entries(_ keys: [String], _ counts: [Int]) -> [FacetCounts.Entry] {
    // Keys are sorted, so a stable order by count leaves ties sorted by key.
    zip(keys, counts).enumerated()
      .filter { $0.element.1 > 0 && !$0.element.0.isEmpty }
      .sorted { ($1.element.1, $0.offset) < ($0.element.1, $1.offset) }
      .map { FacetCounts.Entry(key: $0.element.0, count: $0.element.1) }
  }
}
