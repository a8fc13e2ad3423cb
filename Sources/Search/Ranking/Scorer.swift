/// Scores all documents for one query.
///
/// Sums run in a fixed order, word by word and field by field, in 32-bit floating point, so that
/// another reader of the same index gets the same scores to the last bit.
struct Scorer {
  let index: InvertedIndex
  let space: ScoringSpace
  /// The lanes of ``FieldCounts`` that are looked at; all of them for a search.
  var fields: UInt64 = .max
  /// Documents of which every share of the score is written down.
  var traced: Set<Int> = []
  private(set) var traces: [Int: [Explanation]] = [:]
  /// The documents that have any word of the query.
  private(set) var matched: [Int32] = []

  /// How many documents have the class of each word.
  private var frequencies: [Int] = []
  /// For each word the documents in which one of its neighbours of the query follows.
  private var followed: [[Int32]] = []
  private var query = Query()
  private var matches: [WordMatch] = []

  /// More pairs than this are not looked at: each takes two bits.
  static let mostPairs = 32

  init(index: InvertedIndex, space: ScoringSpace) {
    self.index = index
    self.space = space
  }

  mutating func run(_ query: Query, _ matches: [WordMatch]) {
    self.query = query
    self.matches = matches
    frequencies = [Int](repeating: 0, count: query.words.count)
    followed = [[Int32]](repeating: [], count: query.words.count)
    for place in query.words.indices { add(place) }
    for number in query.pairs.indices.prefix(Scorer.mostPairs) { add(pair: number) }
  }

  // MARK: Words

  private mutating func add(_ place: Int) {
    let word = query.words[place]
    let match = matches[place]
    var weight = word.term.isStopWord ? Ranking.stopWordWeight : 1
    if word.term.role == .compound { weight *= Ranking.compoundWeight }
    weight *= word.weight
    let followers = followers(of: place)
    if match.alternatives.count == 1, let only = match.alternatives.first,
      only.members.count == 1, let entry = only.members.first, only.kind != .synonym
    {
      addSingle(entry, place, only, weight: weight * only.weight, followers, of: match)
      return
    }
    var ceiling = Float.infinity
    var labels: [Int: Explanation] = [:]
    let space = space
    var found: [Int32] = []
    var touched: [Int32] = []
    for (number, alternative) in match.alternatives.enumerated() {
      touched.removeAll(keepingCapacity: true)
      let isMeant: Bool
      var spelledCount = 0
      if let phrase = alternative.phrase {
        isMeant = false
        gather(phrase, into: &touched)
      } else {
        isMeant = number == 0 && alternative.kind != .synonym
        spelledCount = gather(
          alternative.members, spelled: isMeant ? match.spellings : [],
          isMeant ? followers : nil, of: place,
          into: &touched)
      }
      var idf = index.weight(frequency: touched.count)
      if alternative.kind == .synonym {
        idf = min(idf, ceiling)
      } else {
        ceiling = min(ceiling, idf)
      }
      if isMeant { frequencies[place] = touched.count }
      let share = alternative.weight * weight
      let surfaceShare = Ranking.surfaceWeight * weight
      let spelledIdf = index.weight(frequency: max(1, spelledCount))
      for document in touched {
        let document = Int(document)
        let value = index.impact(document, FieldCounts(packed: space[document].counts)) * idf
        space[document].counts = 0
        if space[document].best == 0 { found.append(Int32(document)) }
        if value * share > space[document].best {
          space[document].best = value * share
          if traced.contains(document) {
            labels[document] = Explanation(label: alternative.label, value: value * share)
          }
        }
        let spelled = space[document].spelled
        guard spelled != 0 else { continue }
        space[document].spelled = 0
        let extra = index.impact(document, FieldCounts(packed: spelled)) * spelledIdf * surfaceShare
        space[document].score += extra
        trace(document, "spelt '\(word.label)'", extra)
      }
    }
    let bit: UInt64 = 1 << UInt64(place)
    for document in found {
      let document = Int(document)
      if space[document].present == 0 { matched.append(Int32(document)) }
      space[document].present |= bit
      space[document].score += space[document].best
      space[document].best = 0
      if let label = labels[document] { traces[document, default: []].append(label) }
    }
  }

  /// Adds a word that the site has in one form only: its documents are read once.
  private mutating func addSingle(
    _ entry: TermEntry, _ place: Int, _ alternative: WordMatch.Alternative, weight: Float,
    _ followers: PostingsReader.FollowerBits?, of match: WordMatch
  ) {
    let idf = index.weight(frequency: entry.documentFrequency)
    let isSpelled = match.spellings.contains { $0.ordinal == entry.ordinal }
    let surfaceShare = Ranking.surfaceWeight * weight
    let bit: UInt64 = 1 << UInt64(place)
    frequencies[place] = entry.documentFrequency
    let fields = fields
    let space = space
    let isTracing = !traced.isEmpty
    var followed: [Int32] = []
    var matched = matched
    self.matched = []
    var shares: [(document: Int, value: Float)] = []
    index.postings.forEach(of: entry, followers: followers) { document, counts, following in
      let packed = counts.packed & fields
      guard packed != 0 else { return }
      let counts = FieldCounts(packed: packed)
      let value = index.impact(document, counts) * idf
      if space[document].present == 0 { matched.append(Int32(document)) }
      space[document].present |= bit
      if isSpelled {
        space[document].score += value * surfaceShare
        space[document].titleWords += counts[.title]
      }
      space[document].score += value * weight
      if following != 0 {
        space[document].following |= following
        followed.append(Int32(document))
      }
      if isTracing { shares.append((document, value)) }
    }
    self.followed[place] = followed
    self.matched = matched
    let label = isTracing ? query.words[place].label : ""
    for (document, value) in shares {
      if isSpelled { trace(document, "spelt '\(label)'", value * surfaceShare) }
      trace(document, alternative.label, value * weight)
    }
  }

  /// Sums the counts of several words in each document.
  ///
  /// - Returns: how many documents have one of the spellings that were typed.
  private mutating func gather(
    _ entries: [TermEntry], spelled: [TermEntry], _ followers: PostingsReader.FollowerBits?,
    of place: Int, into touched: inout [Int32]
  ) -> Int {
    var spelledCount = 0
    let fields = fields
    let space = space
    var followed = self.followed[place]
    self.followed[place] = []
    for entry in entries {
      let isSpelled = spelled.contains { $0.ordinal == entry.ordinal }
      index.postings.forEach(of: entry, followers: followers) { document, counts, following in
        let packed = counts.packed & fields
        guard packed != 0 else { return }
        if space[document].counts == 0 { touched.append(Int32(document)) }
        space[document].counts &+= packed
        if isSpelled {
          if space[document].spelled == 0 { spelledCount += 1 }
          space[document].spelled &+= packed
          space[document].titleWords += FieldCounts(packed: packed)[.title]
        }
        if following != 0 {
          if space[document].following & following != following { followed.append(Int32(document)) }
          space[document].following |= following
        }
      }
    }
    self.followed[place] = followed
    return spelledCount
  }

  // MARK: Neighbours

  /// For each fingerprint, which pairs of the query it makes when it follows a word.
  private func followers(of place: Int) -> PostingsReader.FollowerBits? {
    var table: PostingsReader.FollowerBits?
    for (number, pair) in query.pairs.enumerated().prefix(Scorer.mostPairs)
    where pair.left == place {
      let hash = matches[pair.right].stemHash
      if table == nil { table = .init(repeating: 0, count: 1 << Int(StemHash.bits)) }
      table?[Int(StemHash.fingerprint(hash, inTitle: false))] |= 1 << UInt64(number * 2)
      table?[Int(StemHash.fingerprint(hash, inTitle: true))] |= 2 << UInt64(number * 2)
    }
    return table
  }

  /// Adds two neighbours of the query, where they are neighbours too.
  private mutating func add(pair number: Int) {
    let pair = query.pairs[number]
    guard isCommon(frequencies[pair.left]), isCommon(frequencies[pair.right]) else { return }
    let both: UInt64 = 1 << UInt64(pair.left) | 1 << UInt64(pair.right)
    let bit: UInt64 = 1 << UInt64(number * 2)
    var found: [(document: Int, value: Float)] = []
    for document in followed[pair.left] {
      let document = Int(document)
      let following = space[document].following
      guard following & bit != 0, space[document].present & both == both else { continue }
      // Once is enough: a document of several spellings is listed once for each.
      space[document].following = following & ~(bit | bit << 1)
      var value = index.saturate(document, .body, 1)
      if following & bit << 1 != 0 {
        value += Ranking.pairTitleShare * index.saturate(document, .title, 1)
      }
      found.append((document, value))
    }
    let idf = index.weight(frequency: max(1, found.count))
    let stops = [pair.left, pair.right].filter { query.words[$0].term.isStopWord }.count
    let share = Ranking.pairWeight * Ranking.pairStopWordShares[stops]
    let label = traced.isEmpty ? "" : query.label(pair.left, pair.right)
    for (document, value) in found {
      space[document].score += value * idf * share
      trace(document, "neighbours '\(label)'", value * idf * share)
    }
  }

  func isCommon(_ frequency: Int) -> Bool {
    StemHash.isCommon(frequency: frequency, documents: index.documentCount)
  }

  /// Counts the rarest word of a phrase in the documents that have the whole of it.
  ///
  /// The words must all be there, and common neighbours must be neighbours.
  private mutating func gather(_ phrase: WordMatch.Phrase, into touched: inout [Int32]) {
    let space = space
    let fields = fields
    var frequencies = [Int](repeating: 0, count: phrase.words.count)
    for (number, word) in phrase.words.enumerated() {
      let bit: UInt64 = 1 << UInt64(number)
      var followers: PostingsReader.FollowerBits?
      if number + 1 < phrase.words.count {
        var table = PostingsReader.FollowerBits(repeating: 0, count: 1 << Int(StemHash.bits))
        let print = StemHash.fingerprint(phrase.words[number + 1].stemHash, inTitle: false)
        table[Int(print)] = bit << 32
        followers = table
      }
      let isCounted = number == phrase.rarest
      var count = 0
      for member in word.members {
        index.postings.forEach(of: member, followers: followers) { document, counts, following in
          let packed = counts.packed & fields
          guard packed != 0 else { return }
          if space[document].spelled == 0 { touched.append(Int32(document)) }
          if space[document].spelled & bit == 0 { count += 1 }
          space[document].spelled |= bit | following
          if isCounted { space[document].counts &+= packed }
        }
      }
      frequencies[number] = count
    }
    var wanted: UInt64 = 1 << UInt64(phrase.words.count) - 1
    for number in frequencies.indices.dropLast()
    where phrase.isContiguous && isCommon(frequencies[number]) && isCommon(frequencies[number + 1])
    {
      wanted |= 1 << UInt64(32 + number)
    }
    touched.removeAll { document in
      let document = Int(document)
      let isWhole = space[document].spelled & wanted == wanted
      space[document].spelled = 0
      if !isWhole { space[document].counts = 0 }
      return !isWhole
    }
  }

  // MARK: Explaining

  private mutating func trace(_ document: Int, _ label: @autoclosure () -> String, _ value: Float) {
    guard !traced.isEmpty, traced.contains(document) else { return }
    traces[document, default: []].append(Explanation(label: label(), value: value))
  }
}

extension WordMatch.Alternative {
  /// How an explanation names it.
  var label: String {
    let spelt = phrase?.words.map { $0.members } ?? [members]
    let names = spelt.map { entries in
      let words = entries.prefix(4).map { String(decoding: $0.key.exact, as: UTF8.self) }
      return words.joined(separator: "|") + (entries.count > 4 ? "|…" : "")
    }
    return "\(kind.label) '\(names.joined(separator: " "))'"
  }
}

extension Query.Word {
  /// How an explanation names it.
  var label: String { String(decoding: term.surface.exact, as: UTF8.self) }
}

extension Query {
  /// Two words as an explanation names them.
  func label(_ left: Int, _ right: Int) -> String { words[left].label + " " + words[right].label }
}
