// What script/fuzz compiles together with Sources/Search: two entry points for libFuzzer.
//
// FUZZ_INDEX damages the bytes of an index, makes its checksums right again and searches it;
// FUZZ_QUERY searches a sound index for any bytes. Neither may ever crash.

enum Fuzz {
  static let pieces: [IndexPiece] = {
    let texts = [
      (
        "emergency", "Gestion urgence surchauffe batterie", "La température dépasse 60 °C : coupez."
      ),
      ("alerts", "Configuration des alertes", "Une alerte quand la tension sort des seuils."),
      ("charge", "L’état de charge", "L’état-de-charge (SoC) compte les ampères-heures sur 0x351."),
      ("units", "Unités", "Les batteries de 48 V et de 48V, foxBMS et BT_N_003."),
    ]
    var segment = IndexSegment(language: .french)
    for round in 0..<40 {
      for (id, title, text) in texts {
        segment.add(
          Document(
            id: "\(id)-\(round)", url: "/\(id)/\(round)/", title: title, description: text,
            keywords: ["mot \(round)", "bms"], category: "c\(round % 3)", difficulty: "basic",
            tags: ["t\(round % 5)", "soc"],
            sections: [
              Section(heading: title, anchor: "a", text: Array((text + " " + title).utf8))
            ], updated: 20_000))
      }
    }
    var builder = IndexBuilder(language: .french)
    builder.synonyms = [SynonymGroup(both: ["surchauffe", "échauffement", "trop chaud"])]
    builder.append(segment)
    return Array(builder.build().prefix(4))
  }()

  static let sound: Searcher? = (try? InvertedIndex(pieces: pieces.map { IndexBytes($0.bytes) }))
    .map { Searcher(index: $0) }

  /// Changes bytes of one piece: the first byte says which and what it is then used for, and then come
  /// positions and values.
  static func index(_ data: [UInt8]) {
    guard let first = data.first else { return }
    var changed = pieces
    let number = Int(first) % changed.count
    var place = 1
    while place + 3 < data.count {
      let position = Int(data[place]) | Int(data[place + 1]) << 8 | Int(data[place + 2]) << 16
      changed[number].bytes[position % changed[number].bytes.count] = data[place + 3]
      place += 4
    }
    reseal(&changed[number].bytes)
    guard let index = try? InvertedIndex(pieces: changed.map { IndexBytes($0.bytes) }) else {
      return
    }
    let searcher = Searcher(index: index)
    // One use of the index a run: many more runs fit into the same time.
    switch Int(first) / changed.count % 7 {
    case 0: search("surchaufe batteries l'état", searcher)
    case 1: search("\"seuils alerte\" -ail c", searcher)
    case 2: search("mot 3", searcher)
    case 3: _ = searcher.suggest(SuggestRequest(text: "gest"))
    case 4:
      _ = searcher.related(RelatedRequest(text: "La batterie chauffe, état de charge 0x351"))
    case 5: _ = searcher.similar(to: 1, limit: 3)
    default: _ = try? index.verify()
    }
  }

  private static func search(_ text: String, _ searcher: Searcher) {
    _ = searcher.search(SearchRequest(text: text, tags: ["soc"], limit: 3, explain: true))
  }

  static func query(_ data: [UInt8]) {
    let text = String(decoding: data, as: UTF8.self)
    guard let searcher = sound else { return }
    let results = searcher.search(SearchRequest(text: text, limit: 3, explain: true))
    precondition(results.hits.count <= results.total)
    _ = searcher.suggest(SuggestRequest(text: text))
    _ = searcher.related(RelatedRequest(text: text))
    _ = LanguageFilter(text, languages: ["fr", "en"])
  }

  /// Computes the checksums of a piece anew where its table still makes sense.
  private static func reseal(_ bytes: inout [UInt8]) {
    let view = IndexBytes(bytes).view
    let count = min(64, Int(view.u32(20)))
    let end = min(bytes.count, IndexFormat.headerSize + count * IndexFormat.rowSize)
    for row in 0..<count {
      let offset = IndexFormat.headerSize + row * IndexFormat.rowSize
      guard offset + 16 <= bytes.count,
        let section = view.slice(Int(view.u32(offset + 4)), Int(view.u32(offset + 8)))
      else { continue }
      write(section.withSpan(Checksum.hash), at: offset + 12, in: &bytes)
    }
    write(0, at: 28, in: &bytes)
    write(Checksum.hash(bytes[0..<end].span), at: 28, in: &bytes)
  }

  private static func write(_ value: UInt32, at offset: Int, in bytes: inout [UInt8]) {
    for byte in 0..<4 {
      bytes[offset + byte] = UInt8(truncatingIfNeeded: value >> UInt32(byte * 8))
    }
  }
}

/// What libFuzzer calls for every input.
///
/// - Parameters:
///   - start: The first byte of the input.
///   - count: The length of the input.
/// - Returns: Zero.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let data = Array(UnsafeBufferPointer(start: start, count: count))
  #if FUZZ_INDEX
    Fuzz.index(data)
  #else
    Fuzz.query(data)
  #endif
  return 0
}
