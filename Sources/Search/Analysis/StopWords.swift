/// Words so common that they say little about an article, and weigh less, never nothing.
enum StopWords {
  /// Whether a folded word is one of the language's stop words.
  static func contains(_ folded: [UInt8], language: Language) -> Bool {
    switch language {
    case .french: french.contains(folded)
    case .english: english.contains(folded)
    case .other: false
    }
  }

  private static func set(_ text: String) -> Set<[UInt8]> {
    Set(text.utf8.split { $0 <= 32 }.map(Array.init))
  }

  private static let french = set(
    """
    a ai aie ainsi alors apres as au aucun aucune aussi autre autres aux avait avant avec avez avoir
    avons ayant bien c ca car ce ceci cela celle celles celui cependant ces cet cette ceux chaque
    chez ci comme comment d dans de des desquelles desquels deux devez devoir devons devrait dois
    doit doivent donc dont du duquel durant elle elles en encore entre es est et etaient etait etant
    ete etes etre eu eut eux fait faire faut fois font furent fut hors ici il ils j je jusque l la
    laquelle le lequel les lesquelles lesquels leur leurs lors lorsque lui m ma mais me meme memes
    mes mien moi moins mon n ne ni non nos notre nous on ont or ou par parce pas pendant peu peut
    peuvent peux plus plusieurs pour pourquoi pourrait pouvez pouvoir pouvons presque puis puisque
    qu quand quel quelle quelles quelque quelques quels qui quoi quoique s sa sans se selon sera
    serait seront ses si sien soi soient soit sommes son sont sous sur t ta tandis tant te tel telle
    tellement tels tes toi ton tous tout toute toutes tres trop tu un une vers veulent veut veux via
    voici voila vos votre voudrais voulez vous vu y
    """)

  private static let english = set(
    """
    a about after again all also am an and any anyone anything are arent as at be became because
    been before being between both but by can cannot cant could couldnt d did didnt do does doesnt
    doing dont done each else ever every for from get gets getting give go goes going got had hadnt
    has hasnt have havent having he her here hers herself him himself his how i id if ill im in into
    is isnt it its itself ive just let lets like ll m make makes may me might more most much must my
    myself no nor not now of off on once one only or other our ours out over own please re s same
    she should shouldnt so some somehow someone something such t than that thats the their theirs
    them themselves then there theres these they theyre this those through to too under until up us
    use used using ve very want was wasnt way ways we well were werent what whats when where whether
    which while who whom whose why will with within without wont would wouldnt yet you your youre
    yours yourself
    """)
}
