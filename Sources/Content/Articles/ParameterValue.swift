/// A value under `params`, which only templates read.
public indirect enum ParameterValue: Hashable, Sendable {
  /// Nothing, as in `key:` or `key: null`.
  case null
  /// `true` or `false`.
  case boolean(Bool)
  /// A whole number in decimal digits.
  case integer(Int)
  /// Any other text, quoted or not.
  case text(String)
  /// A list.
  case list([ParameterValue])
  /// A map.
  case map([String: ParameterValue])
}
