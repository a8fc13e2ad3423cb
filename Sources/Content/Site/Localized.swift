/// A value in several languages.
public struct Localized<Value: Sendable>: Sendable {
  /// The values by language.
  public var values: [LanguageCode: Value]

  /// Makes a value from what each language has.
  public init(_ values: [LanguageCode: Value] = [:]) { self.values = values }

  /// The value in exactly this language.
  public subscript(language: LanguageCode) -> Value? {
    get { values[language] }
    set { values[language] = newValue }
  }

  /// Whether no language has a value.
  public var isEmpty: Bool { values.isEmpty }

  /// The value for a reader: in their language, in it without its region (`fr` for `fr-CA`), or in
  /// the fallback language.
  public func value(for language: LanguageCode, fallback: LanguageCode) -> Value? {
    values[language] ?? values[language.base] ?? values[fallback]
  }
}

extension Localized: Equatable where Value: Equatable {}
extension Localized: Hashable where Value: Hashable {}
