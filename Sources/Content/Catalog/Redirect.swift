/// An old address and where it leads now, as paths from the site's base address.
public struct Redirect: Hashable, Comparable, Sendable {
  /// The old address, such as `/fr/ancien/`.
  public var from: String
  /// The new one.
  public var to: String

  /// Makes a redirect.
  public init(from: String, to: String) {
    self.from = from
    self.to = to
  }

  /// Orders by old address.
  public static func < (first: Redirect, second: Redirect) -> Bool {
    (first.from, first.to) < (second.from, second.to)
  }
}
