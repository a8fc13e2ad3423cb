extension QueryScoring {
  /// What each word and pair adds to the score of a document, in the order of adding.
  ///
  /// - Parameters:
  ///   - document: The number of the document.
  ///   - lists: The lists of each word, by ``word(at:)``.
  /// - Returns: The parts of its score.
  func explanation(of document: Int, _ lists: [Word]) -> [Explanation] {
    var parts: [Explanation] = []
    for (place, word) in lists.enumerated() {
      if let impact = word.spelled?.impact(of: document) {
        parts.append(
          Explanation(
            label: "spelt '\(query.words[place].label)'",
            value: impact * word.spelledIdf * word.spelledShare))
      }
      var best: (alternative: Int, value: Float)?
      for part in word.parts {
        guard let impact = part.list.impact(of: document) else { continue }
        let value = impact * part.idf * part.share
        if value > best?.value ?? 0 { best = (part.alternative, value) }
      }
      if let best {
        let label = label(of: matches[place].alternatives[best.alternative])
        parts.append(Explanation(label: label, value: best.value))
      }
    }
    for pair in pairs {
      guard let impact = pair.list.impact(of: document) else { continue }
      parts.append(
        Explanation(
          label: "neighbours '\(query.label(pair.left, pair.right))'",
          value: impact * pair.idf * pair.share))
    }
    return parts
  }

  /// How an explanation names an alternative.
  private func label(of alternative: WordMatch.Alternative) -> String {
    let spelt = alternative.phrase?.words.map { $0.members } ?? [alternative.members]
    let names = spelt.map { entries in
      let words = entries.prefix(4).map {
        String(decoding: index.dictionary.key(of: $0).exact, as: UTF8.self)
      }
      return words.joined(separator: "|") + (entries.count > 4 ? "|…" : "")
    }
    return "\(alternative.kind.label) '\(names.joined(separator: " "))'"
  }
}

extension Query.Word {
  /// How an explanation names it.
  fileprivate var label: String { String(decoding: term.surface.exact, as: UTF8.self) }
}

extension Query {
  /// Two words as an explanation names them.
  fileprivate func label(_ left: Int, _ right: Int) -> String {
    words[left].label + " " + words[right].label
  }
}
