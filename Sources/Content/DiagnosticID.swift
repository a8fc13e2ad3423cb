/// The identifiers of everything that can be wrong with content; they never change meaning.
///
/// Errors, unless the line says otherwise.
public enum DiagnosticID {
  // MARK: Files

  /// A file that is not UTF-8.
  public static let encodingInvalid = "encoding-invalid"
  /// A file's name with control characters.
  public static let pathInvalid = "path-invalid"
  /// An article whose path does not say its language.
  public static let languageMissing = "language-missing"
  /// A language that `site.yaml` does not name, or no language at all.
  public static let languageUnknown = "language-unknown"
  /// An article whose folder and name say different languages.
  public static let languageConflict = "language-conflict"
  /// An article that does not begin with `---`.
  public static let frontMatterMissing = "front-matter-missing"
  /// Front matter without the `---` that ends it.
  public static let frontMatterUnclosed = "front-matter-unclosed"

  // MARK: YAML

  /// Text that is not YAML.
  public static let yamlSyntax = "yaml-syntax"
  /// A key that stands twice in one map.
  public static let yamlDuplicateKey = "yaml-duplicate-key"
  /// YAML that is too long, too deep, or grows too much.
  public static let yamlTooLarge = "yaml-too-large"
  /// A key that nothing reads.
  public static let keyUnknown = "key-unknown"
  /// Two keys that mean the same.
  public static let keyConflict = "key-conflict"
  /// A key that has to be there.
  public static let keyMissing = "key-missing"
  /// A value of another type than the key takes.
  public static let typeMismatch = "type-mismatch"
  /// A text that is not a day.
  public static let dateInvalid = "date-invalid"

  // MARK: site.yaml

  /// An address that is none, in `baseURL` or `--base-url`.
  public static let baseURLInvalid = "base-url-invalid"
  /// An address that no link may have, in `contact`.
  public static let addressInvalid = "address-invalid"
  /// A value is not of the form that its key takes.
  public static let valueInvalid = "value-invalid"
  /// A key of a category, difficulty or tag that cannot be part of an address.
  public static let keyInvalid = "key-invalid"
  /// Two categories, difficulties or languages with one key.
  public static let keyDuplicate = "key-duplicate"
  /// A secret that is written out.
  public static let secretWritten = "secret-written"
  /// Warning: a name that a language of the site lacks.
  public static let labelMissing = "label-missing"

  // MARK: Articles

  /// An article without title.
  public static let titleMissing = "title-missing"
  /// An article without category in any language it could take one from.
  public static let categoryMissing = "category-missing"
  /// A category that `site.yaml` does not have.
  public static let categoryUnknown = "category-unknown"
  /// A difficulty that `site.yaml` does not have.
  public static let difficultyUnknown = "difficulty-unknown"
  /// A tag that cannot be part of an address.
  public static let tagInvalid = "tag-invalid"
  /// An identifier with characters that it may not have.
  public static let idInvalid = "id-invalid"
  /// Two files for one article in one language.
  public static let idDuplicate = "id-duplicate"
  /// Two files of one relative path with different identifiers.
  public static let idConflict = "id-conflict"
  /// A slug that cannot be part of an address.
  public static let slugInvalid = "slug-invalid"
  /// Two articles of one language with one slug.
  public static let slugDuplicate = "slug-duplicate"
  /// An article at the address of another page.
  public static let addressCollision = "address-collision"
  /// An old address that is none.
  public static let aliasInvalid = "alias-invalid"
  /// An old address that something else has.
  public static let aliasCollision = "alias-collision"
  /// A related article that does not exist.
  public static let relatedUnknown = "related-unknown"
  /// Warning: a value that is taken from the original, not from its translation.
  public static let translationDiffers = "translation-differs"
  /// Warning: the hash of an original that is not there.
  public static let translationOrphan = "translation-orphan"

  // MARK: Search tests

  /// An article that does not exist.
  public static let articleUnknown = "article-unknown"
  /// An article that no search finds.
  public static let articleUnsearchable = "article-unsearchable"
  /// A tag that no article has.
  public static let tagUnknown = "tag-unknown"
  /// A question whose answer is not among the first hits.
  public static let searchTestFailed = "search-test-failed"

  // MARK: Links

  /// A link that leads nowhere.
  public static let linkUnresolved = "link-unresolved"
  /// A link to a heading that is not there.
  public static let anchorUnresolved = "anchor-unresolved"
  /// Warning: a link to an old address.
  public static let linkThroughAlias = "link-through-alias"
  /// A public article that mentions one for agents only.
  public static let linkToAgents = "link-to-agents"
  /// A picture or another file that is not there.
  public static let assetMissing = "asset-missing"
}
