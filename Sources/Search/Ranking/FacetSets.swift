import Synchronization

/// Which documents have each value of each kind, as sets that are counted together quickly.
struct FacetSets: Sendable {
  /// The documents of one value: bits where there are many, numbers where there are few.
  enum Members: Sendable {
    case many(DocumentBits)
    case few([Int32])

    func count(in set: DocumentBits) -> Int {
      switch self {
      case .many(let bits): bits.count(with: set)
      case .few(let documents): documents.count { set.contains(Int($0)) }
      }
    }

    func insert(into set: inout DocumentBits) {
      switch self {
      case .many(let bits): set.formUnion(bits)
      case .few(let documents): for document in documents { set.insert(Int(document)) }
      }
    }

    fileprivate init(_ documents: [Int32], documentCount: Int) {
      // A word of bits is counted as fast as a number is looked up.
      self =
        documents.count > documentCount / 64
        ? .many(DocumentBits(documents, documentCount: documentCount)) : .few(documents)
    }
  }

  let categories: [Members]
  let difficulties: [Members]
  let tags: [Members]

  init(_ facets: FacetColumns, documentCount: Int) {
    var byCategory = [[Int32]](repeating: [], count: facets.categories.count)
    var byDifficulty = [[Int32]](repeating: [], count: facets.difficulties.count)
    for document in 0..<documentCount {
      let category = facets.category(of: document)
      if category < byCategory.count { byCategory[category].append(Int32(document)) }
      let difficulty = facets.difficulty(of: document)
      if difficulty < byDifficulty.count { byDifficulty[difficulty].append(Int32(document)) }
    }
    categories = byCategory.map { Members($0, documentCount: documentCount) }
    difficulties = byDifficulty.map { Members($0, documentCount: documentCount) }
    tags = facets.tags.indices.map { tag in
      var documents: [Int32] = []
      facets.forEachDocument(taggedWith: tag) { documents.append(Int32($0)) }
      return Members(documents, documentCount: documentCount)
    }
  }
}

/// The sets of an index, made when they are first asked for.
final class LazyFacetSets: Sendable {
  private let sets = Mutex<FacetSets?>(nil)

  func value(of index: InvertedIndex) -> FacetSets {
    if let known = sets.withLock({ $0 }) { return known }
    // Two threads may make them: nobody waits for another.
    let made = FacetSets(index.facets, documentCount: index.documentCount)
    sets.withLock { $0 = made }
    return made
  }
}
