/// What the body of a request holds: it names its fields, so that one that is not among them is refused
/// and not left out of account.
protocol CallBody: Decodable {
  /// The fields there may be.
  associatedtype CodingKeys: CodingKey & CaseIterable

  /// What the fields hold, or the lists in them, that are objects themselves.
  static var parts: [String: any CallBody.Type] { get }
}

extension CallBody {
  static var parts: [String: any CallBody.Type] { [:] }

  /// Refuses a field that would be ignored: it may be one that was meant.
  ///
  /// - Parameters:
  ///   - value: the body, or a part of it, as JSON has it.
  ///   - path: where it stands, such as `customer.`.
  /// - Throws: a problem that names the field.
  static func check(_ value: Any, at path: String = "") throws {
    if let list = value as? [Any] {
      for (index, item) in list.enumerated() where !path.isEmpty {
        try check(item, at: "\(path)\(index).")
      }
    }
    guard let object = value as? [String: Any] else { return }
    let known = CodingKeys.allCases.map(\.stringValue)
    if let name = object.keys.filter({ !known.contains($0) }).min() {
      let field = path + name.prefix(100)
      throw ProblemDetails.badRequest(
        "field-unknown",
        "there is no field '\(field)' here; there are \(known.joined(separator: ", "))",
        field: field)
    }
    for (name, part) in parts.sorted(by: { $0.key < $1.key }) {
      if let value = object[name] { try part.check(value, at: "\(path)\(name).") }
    }
  }
}
