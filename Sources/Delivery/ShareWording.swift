/// The few words around a shared article, by language.
struct ShareWording {
  /// What stands before the link, with the language's own spacing.
  let read: String

  init(language: String) {
    read =
      switch language.prefix(2) {
      case "fr": "Lire l’article\u{A0}: "
      default: "Read the article: "
      }
  }
}
