extension IndexBuilder {
  /// Writes the groups of synonyms as the words of each phrase: folded, and as stems.
  ///
  /// All numbers are varints, and strings are a length and bytes:
  ///
  ///     groups: count of the site's own, count of all, group…
  ///     group:  count of phrases, phrase…
  ///     phrase: role, count of words, word…     role: 1 typed, 2 found for others, 3 both
  ///     word:   1 for a stop word or 0, folded word, stem
  ///
  /// A group that could not change any search is left out. The groups of ``Thesaurus`` come last.
  func synonymSection() -> [UInt8] {
    var writer = ByteWriter()
    let groups = synonyms.map(phrases).filter(Self.isUseful)
    let general = Thesaurus.groups(language).map { phrases(of: SynonymGroup(both: $0)) }
      .map { $0.map(findable) }.filter(Self.isUseful)
    writer.append(varint: groups.count)
    writer.append(varint: groups.count + general.count)
    for group in groups + general {
      writer.append(varint: group.count)
      for phrase in group {
        writer.append(varint: Int(phrase.role.rawValue))
        writer.append(varint: phrase.terms.count)
        for term in phrase.terms {
          writer.append(varint: term.isStopWord ? 1 : 0)
          writer.append(string: Array(term.surface.folded))
          writer.append(string: term.stem)
        }
      }
    }
    return writer.bytes
  }

  /// A general phrase, which is not to be found where the site lacks one of its words.
  private func findable(_ phrase: Phrase) -> Phrase {
    let isThere = phrase.terms.allSatisfy { $0.isStopWord || stems.number(of: $0.stem) != nil }
    return (isThere ? phrase.role : phrase.role.subtracting(.found), phrase.terms)
  }

  private typealias Phrase = (role: SynonymTable.Role, terms: [Term])

  /// The phrases of a group, each once, those that are typed first.
  private func phrases(of group: SynonymGroup) -> [Phrase] {
    var phrases: [Phrase] = []
    for (role, texts) in [(SynonymTable.Role.typed, group.from), (.found, group.to)] {
      for terms in texts.map(terms) where !terms.isEmpty {
        let known = phrases.firstIndex {
          $0.terms.map(\.stem) == terms.map(\.stem)
            && $0.terms.map(\.surface) == terms.map(\.surface)
        }
        if let known {
          phrases[known].role.formUnion(role)
        } else {
          phrases.append((role, terms))
        }
      }
    }
    return phrases
  }

  private static func isUseful(_ phrases: [Phrase]) -> Bool {
    phrases.count > 1 && phrases.contains { $0.role.contains(.typed) }
      && phrases.contains { $0.role.contains(.found) }
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
