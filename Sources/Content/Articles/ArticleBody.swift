/// Where an article's text is, for those who want nothing else of it.
public enum ArticleBody {
  /// The byte after the front matter; the start of the text where there is none.
  public static func start(in bytes: [UInt8]) -> Int {
    (try? FrontMatterFence(bytes))?.bodyOffset ?? FrontMatterFence.bodyStart(bytes)
  }

  /// The language that a path seems to name, by its ending or the nearest folder: `fr` for
  /// `content/fr/x.md` and `x.fr.md`; nil where nothing in it looks like a language.
  public static func language(of path: String) -> String? {
    let parts = path.split(separator: "/")
    let endings = (parts.last ?? "").split(separator: ".").dropFirst().dropLast()
    let candidates = endings.suffix(1) + parts.dropLast().reversed()
    return candidates.map(String.init).first { text in
      let code = LanguageCode(rawValue: text)
      return code.isValid && code.base.rawValue.utf8.count == 2
    }
  }
}
