/// The templates of one language, parsed, with everything that never changes folded into their text.
///
/// `{{t.search}}` becomes `Rechercher` when the templates are read: a page names the interface's
/// texts some forty times.
struct LocalizedTemplates: Sendable {
  /// The texts that were folded in.
  let strings: StringTable
  /// The language's code.
  let language: String
  private let programs: [String: [TemplatePiece]]
  private let constants: [String: Constant]

  /// A value that is the same on every page.
  struct Constant: Sendable {
    var value: String
    /// Whether it is finished HTML.
    var isHTML = false
  }

  /// Prepares all templates of a library.
  ///
  /// - Parameters:
  ///   - library: the library.
  ///   - language: the language's code.
  ///   - constants: values by the path a template names them by, such as `site.title`.
  init(library: TemplateLibrary, language: String, constants: [String: String] = [:]) {
    self.language = language
    strings = library.strings(for: language)
    var values = constants.mapValues { Constant(value: $0) }
    values["lang"] = Constant(value: language)
    for (key, text) in strings.texts { values["t.\(key)"] = Constant(value: text) }
    for (name, svg) in library.icons { values["svg.\(name)"] = Constant(value: svg, isHTML: true) }
    self.constants = values
    programs = library.sources.mapValues { TemplateCompiler.compile($0, constants: values) }
  }

  /// Renders a template; an empty string when there is none of that name.
  func render(_ name: String, _ values: TemplateValues) -> String {
    String(decoding: bytes(name, values), as: UTF8.self)
  }

  /// Renders a template as UTF-8; nothing when there is none of that name.
  func bytes(_ name: String, _ values: TemplateValues) -> [UInt8] {
    var run = TemplateRun(programs: programs, values: values)
    run.render(name)
    return run.output
  }

  /// The constants as objects, for templates that open a section over one of them.
  var sections: TemplateValues {
    var result: TemplateValues = ["lang": language]
    for (path, constant) in constants {
      let parts = path.split(separator: ".", maxSplits: 1)
      guard parts.count == 2 else { continue }
      var object = result[String(parts[0])] as? [String: String] ?? [:]
      object[String(parts[1])] = constant.value
      result[String(parts[0])] = object
    }
    return result
  }
}
