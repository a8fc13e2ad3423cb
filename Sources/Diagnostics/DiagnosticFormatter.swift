/// Words diagnostics for people, for programs and for pull requests.
public struct DiagnosticFormatter: Sendable {
  /// Who reads the output.
  public enum Style: String, Sendable, CaseIterable {
    /// `path:line:column: error: sentence [id]`, details, the line, and a suggestion.
    case text
    /// One JSON array of objects.
    case json
    /// GitHub's workflow commands, which annotate a pull request.
    case github
  }

  /// Who reads the output.
  public var style: Style
  /// Whether ANSI colours are written; text only.
  public var colors: Bool

  /// Makes a formatter.
  public init(style: Style = .text, colors: Bool = false) {
    self.style = style
    self.colors = colors
  }

  /// All diagnostics in the order given, ending with a newline unless there is nothing to say.
  public func format(_ diagnostics: [Diagnostic]) -> String {
    switch style {
    case .text: diagnostics.map(text).joined()
    case .json: json(diagnostics)
    case .github: diagnostics.map(github).joined()
    }
  }

  private func text(_ diagnostic: Diagnostic) -> String {
    let place = "\(diagnostic.path):\(diagnostic.position.line):\(diagnostic.position.column):"
    let color = diagnostic.severity == .error ? "31" : "33"
    var result = paint(Self.printable(place), "1") + " "
    result += paint("\(diagnostic.severity.rawValue):", "1;\(color)") + " "
    result += Self.printable(diagnostic.message) + " " + paint("[\(diagnostic.id)]", "2") + "\n"
    for line in diagnostic.details { result += Self.printable(line) + "\n" }
    guard let line = diagnostic.sourceLine, !line.isEmpty else {
      if let suggestion = diagnostic.suggestion {
        result += "  ╰─ suggestion: \(Self.printable(suggestion.advice))\n"
      }
      return result
    }
    let excerpt = Excerpt(line: line, column: diagnostic.position.column)
    let number = String(diagnostic.position.line)
    let gutter = String(repeating: " ", count: number.utf8.count)
    result += paint("\(number) |", "2") + " \(excerpt.text)\n"
    if let suggestion = diagnostic.suggestion {
      let mark = paint("╰─", color) + " suggestion: \(Self.printable(suggestion.advice))"
      result += paint("\(gutter) |", "2") + " \(excerpt.indent)\(mark)\n"
    } else {
      result += paint("\(gutter) |", "2") + " \(excerpt.indent)\(paint("^", color))\n"
    }
    return result
  }

  private func github(_ diagnostic: Diagnostic) -> String {
    var message = diagnostic.message
    if let suggestion = diagnostic.suggestion { message += " (\(suggestion.advice))" }
    for line in diagnostic.details { message += "\n" + line }
    var properties = "file=\(Self.githubEscaped(diagnostic.path, property: true))"
    properties += ",line=\(diagnostic.position.line),col=\(diagnostic.position.column)"
    properties += ",title=\(Self.githubEscaped(diagnostic.id, property: true))"
    let text = Self.githubEscaped(message, property: false)
    return "::\(diagnostic.severity.rawValue) \(properties)::\(text)\n"
  }

  private func json(_ diagnostics: [Diagnostic]) -> String {
    let objects = diagnostics.map { diagnostic in
      var fields = [
        "\"path\": \(Self.quoted(diagnostic.path))",
        "\"line\": \(diagnostic.position.line)",
        "\"column\": \(diagnostic.position.column)",
        "\"severity\": \(Self.quoted(diagnostic.severity.rawValue))",
        "\"id\": \(Self.quoted(diagnostic.id))",
        "\"message\": \(Self.quoted(diagnostic.message))",
      ]
      if let end = diagnostic.end { fields.append("\"endColumn\": \(end.column)") }
      if let suggestion = diagnostic.suggestion {
        fields.append("\"suggestion\": \(Self.quoted(suggestion.advice))")
        if let replacement = suggestion.replacement {
          fields.append("\"replacement\": \(Self.quoted(replacement))")
        }
      }
      if !diagnostic.details.isEmpty {
        let lines = diagnostic.details.map(Self.quoted).joined(separator: ", ")
        fields.append("\"details\": [\(lines)]")
      }
      return "  {" + fields.joined(separator: ", ") + "}"
    }
    return objects.isEmpty ? "[]\n" : "[\n" + objects.joined(separator: ",\n") + "\n]\n"
  }

  private func paint(_ text: String, _ code: String) -> String {
    colors ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }

  /// Text that cannot move a terminal's cursor: control characters become U+FFFD.
  static func printable(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isControl = scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
      result.append(isControl ? "\u{FFFD}" : scalar)
    }
    return String(result)
  }

  private static func githubEscaped(_ text: String, property: Bool) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "%": result += "%25"
      case "\r": result += "%0D"
      case "\n": result += "%0A"
      case ":" where property: result += "%3A"
      case "," where property: result += "%2C"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}

/// The part of a source line that fits beside a message.
private struct Excerpt {
  /// What is shown; tabs are single spaces, so that the mark below lines up.
  var text = ""
  /// The blanks before the mark.
  var indent = ""

  /// Keeps at most 100 scalars around the column.
  init(line: String, column: Int) {
    let scalars = Array(DiagnosticFormatter.printable(line.replacingTabs()).unicodeScalars)
    let start = scalars.count <= 100 ? 0 : max(0, min(column - 60, scalars.count - 100))
    let end = min(scalars.count, start + 100)
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[start..<end])
    text = (start > 0 ? "…" : "") + String(view) + (end < scalars.count ? "…" : "")
    let blanks = max(0, min(column - 1, scalars.count) - start) + (start > 0 ? 1 : 0)
    indent = String(repeating: " ", count: blanks)
  }
}

extension String {
  fileprivate func replacingTabs() -> String {
    var view = String.UnicodeScalarView()
    for scalar in unicodeScalars { view.append(scalar == "\t" ? " " : scalar) }
    return String(view)
  }
}
