/// Which words follow which in each article, for the words that are common enough.
struct NeighbourLists {
  /// For each surface that has any: the place of a posting in the surface's list, shifted by eight
  /// bits, and the fingerprint of a word that follows it there; in order of places.
  private(set) var lists: [Int: [UInt32]] = [:]

  init(builder: IndexBuilder, stemFrequencies: [UInt32], documentCount: Int) {
    let isCommon = stemFrequencies.map {
      StemHash.isCommon(frequency: Int($0), documents: documentCount)
    }
    let hashes = (0..<builder.stems.count).map { stem in
      isCommon[stem] ? StemHash.hash(builder.stems[stem]) : 0
    }
    // Common surfaces get numbers of their own, so that what is kept for them is small.
    var numbers = [Int32](repeating: -1, count: builder.surfaces.count)
    var surfaces: [Int] = []
    for (surface, stem) in builder.surfaceStems.enumerated() where isCommon[Int(stem)] {
      numbers[surface] = Int32(surfaces.count)
      surfaces.append(surface)
    }
    var state = State(
      places: [Int32](repeating: -1, count: surfaces.count),
      lists: [[UInt32]](repeating: [], count: surfaces.count))
    for chunk in builder.chunks {
      let terms = chunk.commonTerms(numbers: numbers, stems: builder.surfaceStems, hashes: hashes)
      state.add(chunk, terms, numbers: numbers)
    }
    for (number, list) in state.lists.enumerated() where !list.isEmpty {
      lists[surfaces[number]] = list
    }
  }

  /// What is known of a common term: the number of its surface and its two fingerprints.
  struct CommonTerm {
    var number: Int32
    var fingerprint: UInt8
    var titleFingerprint: UInt8
  }

  private struct State {
    /// For each common surface, how many postings it has so far, less one.
    var places: [Int32]
    var lists: [[UInt32]]

    mutating func add(
      _ chunk: IndexBuilder.Chunk, _ terms: [CommonTerm?], numbers: [Int32]
    ) {
      let postings = chunk.postings.span
      let titles = chunk.titles.span
      let stream = chunk.stream.span
      var next = 0
      var nextTitle = 0
      for record in chunk.records {
        var left = Varint.read(postings, &next)
        while left > 0 {
          left -= 1
          let number = numbers[Int(chunk.surfaceMap[Varint.read(postings, &next)])]
          _ = Varint.read(postings, &next)
          if number >= 0 { places[Int(number)] += 1 }
        }
        let count = Varint.read(titles, &nextTitle)
        var previous: Int32 = -1
        for _ in 0..<count {
          let word = Varint.read(titles, &nextTitle)
          add(word, chunk, terms, &previous, inTitle: true)
        }
        var position = record.wordsStart
        let ends = [record.descriptionEnd] + record.parts.flatMap { [$0.headingEnd, $0.textEnd] }
        for end in ends {
          previous = -1
          while position < end {
            add(Varint.read(stream, &position), chunk, terms, &previous, inTitle: false)
          }
        }
      }
    }

    @inline(__always)
    private mutating func add(
      _ word: Int, _ chunk: IndexBuilder.Chunk, _ terms: [CommonTerm?], _ previous: inout Int32,
      inTitle: Bool
    ) {
      let first = word == 0 ? 0 : Int(chunk.wordTermEnds[word - 1])
      for place in first..<Int(chunk.wordTermEnds[word]) where chunk.wordTerms[place] & 1 == 0 {
        guard let term = terms[place] else {
          previous = -1
          continue
        }
        if previous >= 0 {
          insert(term.fingerprint, after: Int(previous))
          if inTitle { insert(term.titleFingerprint, after: Int(previous)) }
        }
        previous = term.number
      }
    }

    /// Adds a fingerprint to a surface's current posting, once.
    @inline(__always)
    private mutating func insert(_ fingerprint: UInt8, after number: Int) {
      let entry = UInt32(places[number]) << 8 | UInt32(fingerprint)
      var index = lists[number].count
      while index > 0, lists[number][index - 1] >> 8 == entry >> 8 {
        if lists[number][index - 1] == entry { return }
        index -= 1
      }
      lists[number].append(entry)
    }
  }
}

extension IndexBuilder.Chunk {
  /// For each term of a word of the chunk, what is known of it if it is common.
  fileprivate func commonTerms(
    numbers: [Int32], stems: [UInt32], hashes: [UInt32]
  ) -> [NeighbourLists.CommonTerm?] {
    wordTerms.map { entry in
      let surface = Int(surfaceMap[Int(entry >> 1)])
      guard numbers[surface] >= 0 else { return nil }
      let hash = hashes[Int(stems[surface])]
      return NeighbourLists.CommonTerm(
        number: numbers[surface], fingerprint: StemHash.fingerprint(hash, inTitle: false),
        titleFingerprint: StemHash.fingerprint(hash, inTitle: true))
    }
  }
}
