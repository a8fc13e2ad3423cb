@testable import Search

/// Small help centres to search in.
enum Fixture {
  static func section(_ text: String, heading: String = "", anchor: String = "") -> Section {
    Section(heading: heading, anchor: anchor, text: Array(text.utf8))
  }

  static let french: [Document] = [
    Document(
      id: "emergency-overheating", url: "/fr/articles/surchauffe/",
      title: "Gestion Urgence Surchauffe Batterie",
      description: "Que faire quand une batterie chauffe trop.",
      keywords: ["échauffement", "BT_N_003"], category: "troubleshooting", difficulty: "expert",
      tags: ["overheating", "critical-alert"], tagLabels: ["surchauffe", "alerte critique"],
      sections: [
        section("La température dépasse 60 °C : coupez la charge."),
        section(
          "Un contacteur collé empêche l'arrêt du courant de charge.", heading: "Causes",
          anchor: "causes"),
      ], updated: 20_000),
    Document(
      id: "custom-alerts-config", url: "/fr/articles/alertes/",
      title: "Configuration Alertes Personnalisées",
      description: "Choisir les seuils et les destinataires.", category: "alerts",
      difficulty: "intermediate", tags: ["critical-alert"], tagLabels: ["alerte critique"],
      sections: [
        section("Une alerte se déclenche quand la tension d'une cellule sort des seuils.")
      ], updated: 20_100),
    Document(
      id: "state-of-charge", url: "/fr/articles/etat-de-charge/", title: "L'état de charge",
      description: "Comment il est calculé.", category: "analytics", difficulty: "basic",
      tags: ["soc"], tagLabels: ["état de charge"],
      sections: [
        section("L'état-de-charge (SoC) compte les ampères-heures. foxBMS l'envoie sur 0x351."),
        section("Les batteries de 48 V et de 48V.", heading: "Unités", anchor: "unites"),
      ], updated: 19_000),
    Document(
      id: "garlic", url: "/fr/articles/ail/", title: "Conserver les plages d'ail",
      category: "analytics", difficulty: "basic",
      sections: [section("Le gâteau à l’ail côtoie la côte et le côté de l'équipement.")]),
  ]

  static let english: [Document] = [
    Document(
      id: "emergency-overheating", url: "/en/articles/overheating/",
      title: "Battery Overheating Emergency", description: "What to do when it gets too hot.",
      category: "troubleshooting", difficulty: "expert", tags: ["overheating"],
      sections: [section("Stop charging. The battery must cool down before you touch it.")]),
    Document(
      id: "manage-users", url: "/en/articles/users/", title: "Manage users",
      category: "configuration", difficulty: "basic",
      sections: [section("Add a user, remove a user, or change the user's rights.")]),
    Document(
      id: "sharing", url: "/en/articles/sharing/", title: "Sharing a dashboard",
      category: "analytics", difficulty: "basic",
      sections: [section("Every user can share a dashboard. A manager can manage what is shared.")]),
  ]

  static func pieces(
    _ documents: [Document], _ language: Language, segments: Int = 1, synonyms: [[String]] = [],
    oneWay: [SynonymGroup] = []
  ) -> [IndexPiece] {
    var builder = IndexBuilder(language: language)
    builder.synonyms = synonyms.map(SynonymGroup.init(both:)) + oneWay
    let size = max(1, (documents.count + segments - 1) / segments)
    for start in stride(from: 0, to: documents.count, by: size) {
      var segment = IndexSegment(language: language)
      for document in documents[start..<min(start + size, documents.count)] {
        segment.add(document)
      }
      builder.append(segment)
    }
    return builder.build()
  }

  static func searcher(
    _ documents: [Document], _ language: Language, synonyms: [[String]] = [],
    oneWay: [SynonymGroup] = []
  ) throws -> Searcher {
    let pieces = pieces(documents, language, synonyms: synonyms, oneWay: oneWay)
    return Searcher(index: try InvertedIndex(pieces: pieces.map { IndexBytes($0.bytes) }))
  }

  /// Documents of made-up words, more than one block of postings long.
  static func random(_ count: Int, seed: UInt64 = 1) -> [Document] {
    var generator = SplitMix(state: seed)
    let letters = Array("abcdefghilmnoprstuvé")
    let words = (0..<400).map { _ in
      String(
        (0..<Int.random(in: 3...11, using: &generator)).map { _ in
          letters[Int.random(in: 0..<letters.count, using: &generator)]
        })
    }
    func text(_ length: Int) -> String {
      (0..<length).map { _ in
        let skewed = Double.random(in: 0..<1, using: &generator)
        return words[Int(skewed * skewed * Double(words.count))]
      }.joined(separator: " ")
    }
    return (0..<count).map { number in
      Document(
        id: "article-\(number)", url: "/\(number)/", title: text(4), description: text(8),
        category: "c\(number % 3)", difficulty: "d\(number % 4)",
        tags: ["t\(number % 5)", "t\(number % 7)"],
        sections: (0..<3).map { section(text(30), heading: text(2), anchor: "s\($0)") })
    }
  }
}

/// A small generator whose numbers are the same in every run.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
    return value ^ value >> 31
  }
}
