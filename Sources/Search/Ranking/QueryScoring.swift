/// What scores the documents for one query: the lists of its words and pairs, and what they weigh.
///
/// Sums run in a fixed order, word by word and then pair by pair, in 32-bit floating point, so that
/// another reader of the same index gets the same scores to the last bit.
struct QueryScoring {
  /// One of the ways in which the index has a word; a document counts the best it has.
  struct Part {
    var list: PostingList
    var idf: Float
    var share: Float
    /// Which alternative of the word's match it is.
    var alternative: Int
  }

  /// One word of the query, part by part.
  struct Word {
    var parts: [Part] = []
    /// The documents that have the spelling that was typed, which count it once more.
    var spelled: PostingList?
    var spelledIdf: Float = 0
    var spelledShare: Float = 0
    /// How many documents have the word itself; 0 when only other words stand for it.
    var frequency = 0
  }

  /// Two neighbours of the query, and the documents in which they are neighbours too.
  struct Pair {
    var left: Int
    var right: Int
    var list: PostingList
    var idf: Float
    var share: Float
  }

  let query: Query
  let matches: [WordMatch]
  private(set) var words: [WordScores] = []
  private(set) var pairs: [Pair] = []
  let index: InvertedIndex
  private let postings: DecodedPostings
  private let fields: UInt64

  /// More pairs than this are not looked at.
  private static let mostPairs = 32

  /// Reads the lists of a query, in the lanes of ``FieldCounts`` that are given: all for a search.
  init(
    _ query: Query, _ matches: [WordMatch], index: InvertedIndex, postings: DecodedPostings,
    fields: UInt64 = .max
  ) {
    self.query = query
    self.matches = matches
    self.index = index
    self.postings = postings
    self.fields = fields
    words = query.words.indices.map(scores)
    pairs = query.pairs.prefix(QueryScoring.mostPairs).compactMap(pair)
  }

  // MARK: Words

  private func scores(at place: Int) -> WordScores {
    guard let number = matches[place].number else { return made(at: place) }
    return postings.scores(
      DecodedPostings.WordKey(
        match: number, share: query.words[place].share.bitPattern, fields: fields)
    ) { made(at: place) }
  }

  private func made(at place: Int) -> WordScores {
    WordScores(word(at: place), documentCount: index.documentCount)
  }

  /// The lists of a word.
  func word(at place: Int) -> Word {
    let match = matches[place]
    let weight = query.words[place].share
    var word = Word()
    var ceiling = Float.infinity
    for (number, alternative) in match.alternatives.enumerated() {
      let list =
        alternative.phrase.map(documents)
        ?? postings.list(of: alternative.members, fields: fields)
      var idf = index.weight(frequency: list.count)
      if alternative.kind == .synonym {
        idf = min(idf, ceiling)
      } else {
        ceiling = min(ceiling, idf)
      }
      word.parts.append(
        Part(list: list, idf: idf, share: alternative.weight * weight, alternative: number))
      guard number == 0, alternative.kind != .synonym else { continue }
      word.frequency = list.count
      let spelled = alternative.members.filter { member in
        match.spellings.contains { $0.ordinal == member.ordinal }
      }
      guard !spelled.isEmpty else { continue }
      let isWhole = spelled.count == alternative.members.count
      let spellings = isWhole ? list : postings.list(of: spelled, fields: fields)
      word.spelled = spellings
      word.spelledIdf = index.weight(frequency: max(1, spellings.count))
      word.spelledShare = Ranking.surfaceWeight * weight
    }
    return word
  }

  /// The documents that have the whole of a phrase, each with what its rarest word scores there.
  ///
  /// The words must all be there, and common neighbours must be neighbours.
  private func documents(of phrase: WordMatch.Phrase) -> PostingList {
    let lists = phrase.words.map { postings.list(of: $0.members, fields: fields) }
    var required = lists
    for number in phrase.words.indices.dropLast()
    where phrase.isContiguous && isCommon(lists[number].count) && isCommon(lists[number + 1].count)
    {
      required.append(
        postings.pairs(
          of: phrase.words[number].members, follower: phrase.words[number + 1].stemHash,
          fields: fields))
    }
    let counted = lists[phrase.rarest]
    var documents: [Int32] = []
    var impacts: [Float] = []
    for (document, impact) in zip(counted.documents, counted.impacts)
    where required.allSatisfy({ $0 === counted || $0.contains(Int(document)) }) {
      documents.append(document)
      impacts.append(impact)
    }
    return PostingList(
      documents: documents, impacts: impacts, documentCount: index.documentCount)
  }

  // MARK: Neighbours

  private func pair(_ places: (left: Int, right: Int)) -> Pair? {
    let (left, right) = (words[places.left], words[places.right])
    guard isCommon(left.frequency), isCommon(right.frequency),
      let members = matches[places.left].alternatives.first?.members
    else { return nil }
    let list = postings.pairs(
      of: matches[places.left], members, followedBy: matches[places.right], right, fields: fields)
    let stops = [places.left, places.right].filter { query.words[$0].term.isStopWord }.count
    return Pair(
      left: places.left, right: places.right, list: list,
      idf: index.weight(frequency: max(1, list.count)),
      share: Ranking.pairWeight * Ranking.pairStopWordShares[stops])
  }

  private func isCommon(_ frequency: Int) -> Bool {
    StemHash.isCommon(frequency: frequency, documents: index.documentCount)
  }
}

extension Query.Word {
  /// What the word weighs beside its rarity, whatever stands for it.
  fileprivate var share: Float {
    var share = term.isStopWord ? Ranking.stopWordWeight : 1
    if term.role == .compound { share *= Ranking.compoundWeight }
    return share * weight
  }
}
