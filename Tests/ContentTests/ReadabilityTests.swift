import Content
import Testing

@Suite struct ReadabilityTests {
  private func read(_ paragraphs: String..., language: LanguageCode) -> Readability {
    var readability = Readability(language: language)
    for paragraph in paragraphs { readability.add(Array(paragraph.utf8)) }
    return readability
  }

  @Test func `an English sentence is scored as Flesch does by hand`() {
    // the cat sat on the mat: 6 words, 6 syllables.
    let easy = read("The cat sat on the mat.", language: "en")
    #expect(easy.words == 6)
    #expect(easy.sentences == 1)
    #expect(easy.syllables == 6)
    #expect(easy.score == 116)
  }

  @Test func `a French sentence is scored as Kandel and Moles do by hand`() {
    let easy = read("Le chat dort sur la table.", language: "fr")
    #expect(easy.words == 6)
    #expect(easy.syllables == 6)
    #expect(easy.score == 127)
  }

  @Test(arguments: [
    ("battery", 3), ("cable", 2), ("charged", 1), ("heated", 2), ("voltage", 2), ("the", 1),
    ("BMS", 1), ("48.5", 1), ("I", 1),
  ])
  func `English syllables`(word: String, count: Int) {
    #expect(read(word, language: "en").syllables == count)
  }

  @Test(arguments: [
    ("batterie", 3), ("câble", 1), ("charges", 1), ("sécurité", 4), ("œuf", 1), ("été", 2),
    ("de", 1), ("SOC", 1), ("47,2", 1),
  ])
  func `French syllables`(word: String, count: Int) {
    #expect(read(word, language: "fr").syllables == count)
  }

  @Test func `points in numbers and points after points end no sentence`() {
    let text = read("Set 3.45 V… Then wait. Really?! Yes", "A heading", language: "en")
    #expect(text.sentences == 5)
    #expect(text.words == 9)
  }

  @Test func `French words part at apostrophes, English ones do not`() {
    #expect(read("l’ail n'est-il", language: "fr").words == 5)
    #expect(read("don't re-read", language: "en").words == 2)
  }

  @Test func `nothing has no score`() {
    #expect(read("— … !", language: "en").score == nil)
    #expect(read(language: "fr").wordsPerSentence == 0)
  }
}
