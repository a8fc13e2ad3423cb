public import Diagnostics

/// Templates, interface texts, styles, scripts and icons: the default theme with a site's own files
/// in place of the theme's, one by one.
public struct TemplateLibrary: Sendable {
  /// A file of a site's `templates` folder.
  public struct Override: Sendable {
    /// Its path below the folder, such as `partials/card.mustache`.
    public var path: String
    /// What it holds.
    public var bytes: [UInt8]
    /// The path that diagnostics show.
    public var displayPath: String

    /// Makes a file from its path, bytes and the path to show.
    public init(path: String, bytes: [UInt8], displayPath: String) {
      self.path = path
      self.bytes = bytes
      self.displayPath = displayPath
    }
  }

  /// The templates by the name that partials use.
  let sources: [String: TemplateSource]
  /// The interface's texts by language.
  let strings: [String: StringTable]
  /// Icons as inline SVG, by name.
  let icons: [String: String]
  /// Style sheets, scripts and pictures by path below the folder.
  let files: [String: [UInt8]]
  private let cache = LocalizedTemplatesCache()

  /// Reads the default theme with `overrides` in place of its files.
  ///
  /// Faults are reported all at once. When there is an error the library is the default theme, so
  /// that rendering it is always safe.
  public static func load(overrides: [Override] = []) -> (TemplateLibrary, [Diagnostic]) {
    let loader = TemplateLoader(overrides: overrides)
    guard loader.diagnostics.hasErrors else { return (loader.library, loader.diagnostics) }
    return (TemplateLoader(overrides: []).library, loader.diagnostics)
  }

  init(
    sources: [String: TemplateSource], strings: [String: StringTable], icons: [String: String],
    files: [String: [UInt8]]
  ) {
    self.sources = sources
    self.strings = strings
    self.icons = icons
    self.files = files
  }

  /// The texts for readers of a language: its own, those of its primary subtag, or English.
  func strings(for language: String) -> StringTable {
    let primary = LocaleFormat(language).language
    let table = strings[language] ?? strings[primary] ?? strings["en"]
    return StringTable(language: language, texts: table?.texts ?? [:])
  }

  /// The templates made ready for one language.
  func localized(_ language: String) -> LocalizedTemplates {
    cache.templates(for: language) { LocalizedTemplates(library: self, language: language) }
  }
}
