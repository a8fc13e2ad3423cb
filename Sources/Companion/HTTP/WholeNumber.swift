/// A whole number of a body; `4.5` is a fault of its field, where an `Int` makes it one of the whole body.
struct WholeNumber: Decodable {
  let value: Int

  init(from decoder: any Decoder) throws {
    guard let value = Int(exactly: try decoder.singleValueContainer().decode(Double.self)) else {
      throw DecodingError.typeMismatch(
        Int.self, .init(codingPath: decoder.codingPath, debugDescription: "not whole"))
    }
    self.value = value
  }
}
