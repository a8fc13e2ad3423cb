import Diagnostics
import Markup

/// Parses a text.
func parse(_ text: String) -> MarkupDocument { MarkupParser().parse(Array(text.utf8)) }

/// Renders a text.
func html(_ text: String, _ options: HTMLOptions = .plain) -> String {
  String(decoding: parse(text).html(options), as: UTF8.self)
}

/// The part of a text that a range of bytes covers.
func slice(_ text: String, _ range: Range<Int>) -> String {
  String(decoding: Array(text.utf8)[range], as: UTF8.self)
}

/// The problems of a text, as `line:column id`.
func problems(_ text: String) -> [String] {
  let source = SourceText(path: "a.md", bytes: Array(text.utf8))
  return MarkupParser().parse(source.bytes).diagnostics(in: source).map {
    "\($0.position.line):\($0.position.column) \($0.id)"
  }
}
