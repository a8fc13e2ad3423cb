/// What a filter that is typed, such as `tag:overheating`, is about.
enum FilterName {
  case category, level, tag

  /// The kind that a folded name stands for, in English or French.
  static func kind(of name: String) -> FilterName? {
    switch name {
    case "category", "categorie", "cat": .category
    case "level", "difficulty", "niveau", "difficulte": .level
    case "tag", "etiquette", "motcle", "sujet": .tag
    default: nil
    }
  }
}
