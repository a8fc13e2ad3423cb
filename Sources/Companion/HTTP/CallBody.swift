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
  ///   - decoder: what reads the body, or a part of it.
  ///   - path: where it stands, such as `customer.`.
  /// - Throws: a problem that names the field.
  static func check(_ decoder: any Decoder, at path: String = "") throws {
    if !path.isEmpty, var list = try? decoder.unkeyedContainer() {
      while !list.isAtEnd {
        let index = list.currentIndex
        try check(try list.superDecoder(), at: "\(path)\(index).")
      }
      return
    }
    // What is no object at all is refused where it is read.
    guard let object = try? decoder.container(keyedBy: AnyFieldName.self) else { return }
    let known = CodingKeys.allCases.map(\.stringValue)
    if let name = object.allKeys.map(\.stringValue).filter({ !known.contains($0) }).min() {
      let field = path + name.prefix(100)
      throw ProblemDetails.badRequest(
        "field-unknown",
        "there is no field '\(field)' here; there are \(known.joined(separator: ", "))",
        field: field)
    }
    for (name, part) in parts.sorted(by: { $0.key < $1.key }) {
      let key = AnyFieldName(stringValue: name)
      guard object.contains(key) else { continue }
      try part.check(try object.superDecoder(forKey: key), at: "\(path)\(name).")
    }
  }
}

/// A body whose fields were looked at before they are read, in one pass over its bytes.
struct CheckedBody<Body: CallBody>: Decodable {
  let value: Body

  init(from decoder: any Decoder) throws {
    try Body.check(decoder)
    value = try Body(from: decoder)
  }
}

/// The name of any field.
private struct AnyFieldName: CodingKey {
  let stringValue: String
  var intValue: Int? { nil }

  init(stringValue: String) { self.stringValue = stringValue }

  init?(intValue: Int) { nil }
}
