/// A category of articles, from `site.yaml`.
public struct Category: Hashable, Sendable {
  /// What articles say: `troubleshooting`.
  public var key: String
  /// An emoji or another short sign; may be empty.
  public var icon: String
  /// The name, by language.
  public var label: Localized<String>
  /// One line, by language; may be empty.
  public var description: Localized<String>

  /// Makes a category from its parts.
  public init(
    key: String, icon: String = "", label: Localized<String>,
    description: Localized<String> = Localized()
  ) {
    self.key = key
    self.icon = icon
    self.label = label
    self.description = description
  }
}
