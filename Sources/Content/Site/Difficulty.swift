/// How much an article asks of its reader, from `site.yaml`.
public struct Difficulty: Hashable, Sendable {
  /// What articles say: `basic`.
  public var key: String
  /// An emoji or another short sign; may be empty.
  public var icon: String
  /// The name, by language.
  public var label: Localized<String>

  /// Makes a difficulty from its parts.
  public init(key: String, icon: String = "", label: Localized<String>) {
    self.key = key
    self.icon = icon
    self.label = label
  }

  /// What sites have that do not say otherwise, easiest first.
  public static let standard: [Difficulty] = [
    Difficulty(key: "basic", icon: "🟢", label: Localized(["fr": "Débutant", "en": "Beginner"])),
    Difficulty(
      key: "intermediate", icon: "🟡",
      label: Localized(["fr": "Intermédiaire", "en": "Intermediate"])),
    Difficulty(key: "advanced", icon: "🟠", label: Localized(["fr": "Avancé", "en": "Advanced"])),
    Difficulty(key: "expert", icon: "🔴", label: Localized(["fr": "Expert", "en": "Expert"])),
  ]
}
