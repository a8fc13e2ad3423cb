import Diagnostics

/// Reads the files of the theme and of a site's `templates` folder into a library.
struct TemplateLoader {
  private(set) var diagnostics: [Diagnostic] = []
  private var sources: [String: TemplateSource] = [:]
  private var strings: [String: StringTable] = [:]
  private var icons: [String: String] = [:]
  private var files: [String: [UInt8]] = [:]

  /// The library as read; safe to render only when there is no error.
  var library: TemplateLibrary {
    TemplateLibrary(sources: sources, strings: strings, icons: icons, files: files)
  }

  /// Reads the default theme, then `overrides` over it.
  init(overrides: [TemplateLibrary.Override]) {
    for file in DefaultTheme.files {
      add(
        path: file.path, bytes: Array(file.text.utf8), shown: "templates/\(file.path)", isOwn: false
      )
    }
    for file in DefaultTheme.pictures { files[file.path] = Base64.decoded(file.base64) }
    for (language, table) in strings where language != "en" {
      // A language of the theme has all texts; a test holds it to that.
      strings[language] = strings["en"]?.overridden(by: table)
    }
    for file in overrides.sorted(by: { $0.path < $1.path }) {
      add(path: file.path, bytes: file.bytes, shown: file.displayPath, isOwn: true)
    }
    for source in sources.values { diagnostics += source.diagnostics }
    if !diagnostics.hasErrors { checkFields() }
    diagnostics.sort()
  }

  private mutating func checkFields() {
    let texts = (strings["en"]?.texts ?? [:])
      .filter { StringTable.placeholders(in: $0.value).isEmpty && !$0.key.contains(".") }
    var checker = TemplateChecker(
      sources: sources,
      roots: TemplateSchema.roots(texts: texts.keys.sorted(), icons: icons.keys.sorted()))
    diagnostics += checker.diagnostics()
  }

  private mutating func add(path: String, bytes: [UInt8], shown: String, isOwn: Bool) {
    let parts = path.split(separator: "/").map(String.init)
    guard let last = parts.last, !last.hasPrefix(".") else { return }
    let stem = String(last.prefix { $0 != "." })
    if last.hasSuffix(".mustache") {
      let name = parts.count > 1 ? stem : String(path.dropLast(".mustache".count))
      sources[name] = TemplateSource(name: name, path: shown, bytes: bytes)
      if isOwn { warnIfMisplaced(name, path, shown) }
    } else if parts.first == "strings", parts.count == 2, last.hasSuffix(".yaml") {
      addStrings(SourceText(path: shown, bytes: bytes), language: stem, isOwn: isOwn)
    } else if parts.first == "icons", last.hasSuffix(".svg") {
      icons[stem] = Self.icon(String(decoding: bytes, as: UTF8.self))
    } else if ["styles", "scripts", "assets", "desk", "standalone"].contains(parts.first) {
      files[path] = bytes
    }
  }

  private mutating func addStrings(_ source: SourceText, language: String, isOwn: Bool) {
    let known = isOwn ? strings["en"] : nil
    let (table, faults) = StringTable.parse(source, language: language, known: known)
    diagnostics += faults
    guard isOwn, let known else {
      strings[language] = table
      return
    }
    if strings[language] == nil {
      let missing = known.texts.keys.filter { table.texts[$0] == nil }.sorted()
      if let first = missing.first {
        let rest = missing.count > 1 ? " and \(missing.count - 1) more" : ""
        diagnostics.append(
          Diagnostic(
            .warning, id: "string-missing", path: source.path,
            "no text for '\(first)'\(rest); the English one is used"))
      }
    }
    let base = strings[language] ?? known
    strings[language] = StringTable(language: language, texts: base.texts).overridden(by: table)
  }

  /// A template outside `pages` and `partials` is found by name alone; the same name in two places
  /// would hide one of them.
  private mutating func warnIfMisplaced(_ name: String, _ path: String, _ shown: String) {
    guard
      let standard = DefaultTheme.files.first(where: { $0.path.hasSuffix("/\(name).mustache") })?
        .path,
      standard != path
    else { return }
    diagnostics.append(
      Diagnostic(
        .warning, id: "template-misplaced", path: shown,
        "this takes the place of the theme's '\(standard)'",
        suggestion: FixIt("move it to '\(standard)'")))
  }

  /// An icon's drawing as one line of inline SVG that screen readers skip.
  private static func icon(_ file: String) -> String {
    let text = file.split(whereSeparator: \.isNewline)
      .map { $0.drop { $0 == " " || $0 == "\t" } }.joined()
    guard text.hasPrefix("<svg") else { return "" }
    return "<svg class=\"icon\" aria-hidden=\"true\" focusable=\"false\"" + text.dropFirst(4)
  }
}
