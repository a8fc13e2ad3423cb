/// A value that is not there: nothing as text, and false as a section.
///
/// A name that an object lacks is looked up in the objects around it, so that a category without a
/// description would show its page's. What is optional is therefore always set.
struct AbsentValue: Sendable {}

extension TemplateValues {
  /// Sets a text, or says that there is none.
  mutating func set(_ name: String, _ text: String?) {
    if let text, !text.isEmpty { self[name] = text } else { self[name] = AbsentValue() }
  }

  /// Sets an object, or says that there is none.
  mutating func set(_ name: String, _ object: TemplateValues?) {
    if let object { self[name] = object } else { self[name] = AbsentValue() }
  }
}
