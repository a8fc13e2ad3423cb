import Digest

/// The values of a query: `q=batterie&tag=a&tag=b`.
struct QueryItems: Sendable, Hashable {
  /// One name with one value.
  struct Item: Sendable, Hashable {
    var name: String
    var value: String
  }

  /// The items in their order; what is not well-formed is left out.
  private(set) var items: [Item] = []

  /// Reads a query as forms send it.
  init(_ query: Substring) {
    for pair in query.utf8.split(separator: UInt8(ascii: "&")).prefix(100) {
      let equals = pair.firstIndex(of: UInt8(ascii: "="))
      let text = equals.map { pair[pair.index(after: $0)...] } ?? pair[pair.endIndex...]
      guard
        let name = PercentCoding.decoded(
          Substring(pair[..<(equals ?? pair.endIndex)]), plusIsSpace: true),
        let value = PercentCoding.decoded(Substring(text), plusIsSpace: true)
      else { continue }
      items.append(Item(name: name, value: value))
    }
  }

  /// Makes a query from its items.
  init(_ items: [Item]) { self.items = items }

  /// The first value of a name.
  subscript(name: String) -> String? {
    items.first { $0.name == name }?.value
  }

  /// All values of a name that are not empty, whether repeated or parted by commas.
  func values(_ name: String) -> [String] {
    items.filter { $0.name == name }
      .flatMap { $0.value.utf8.split(separator: UInt8(ascii: ",")) }
      .map { String(Substring($0)) }
  }

  /// The query as an address has it, without a question mark.
  var encoded: String {
    items.map { PercentCoding.encoded($0.name) + "=" + PercentCoding.encoded($0.value) }
      .joined(separator: "&")
  }
}
