extension IndexBuilder {
  /// Writes the groups of synonyms as the words of each phrase: folded, and as stems.
  func writeSynonyms(to core: inout PieceWriter) {
    var writer = ByteWriter()
    let groups = synonyms.map { $0.map(terms).filter { !$0.isEmpty } }.filter { $0.count > 1 }
    writer.append(varint: groups.count)
    for group in groups {
      writer.append(varint: group.count)
      for phrase in group {
        writer.append(varint: phrase.count)
        for term in phrase {
          writer.append(varint: term.isStopWord ? 1 : 0)
          writer.append(string: Array(term.surface.folded))
          writer.append(string: term.stem)
        }
      }
    }
    core.add(.synonyms, writer.bytes)
  }

  private func terms(of phrase: String) -> [Term] {
    Stemmer.borrow(for: language) { stemmer in
      let analyzer = Analyzer(language: language, stemmer: stemmer)
      var terms: [Term] = []
      let bytes = Array(phrase.utf8)
      let span = bytes.span
      var scanner = WordScanner()
      while let word = scanner.next(in: span) {
        analyzer.analyze(span.extracting(word), into: &terms)
      }
      return terms.filter { $0.role == .word && !$0.surface.bytes.isEmpty }
    }
  }
}
