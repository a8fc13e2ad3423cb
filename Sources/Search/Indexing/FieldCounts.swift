/// How often one word occurs in each field of one article, packed into an integer.
///
/// A posting's counts saturate well below what a lane holds, so that the counts of up to
/// ``mostSummed`` postings can be added lane by lane without a carry into the next one.
struct FieldCounts: Equatable, Sendable {
  /// How many packed values may be added to each other.
  static let mostSummed = 64

  var packed: UInt64

  @inline(__always)
  static func shift(_ field: Field) -> UInt64 {
    switch field {
    case .title: 0
    case .keywords: 9
    case .tags: 18
    case .headings: 26
    case .description: 36
    case .body: 46
    }
  }

  @inline(__always)
  static func limit(_ field: Field) -> UInt64 {
    switch field {
    case .title, .keywords: 7
    case .tags: 3
    case .headings, .description: 15
    case .body: 1023
    }
  }

  @inline(__always)
  static func laneMask(_ field: Field) -> UInt64 {
    switch field {
    case .title, .keywords: 0x1FF
    case .tags: 0xFF
    case .headings, .description: 0x3FF
    case .body: 0xFFFF
    }
  }

  /// The bits of some fields.
  static func lanes(of fields: [Field]) -> UInt64 {
    fields.reduce(0) { $0 | laneMask($1) << shift($1) }
  }

  @inline(__always)
  subscript(field: Field) -> UInt64 {
    packed >> FieldCounts.shift(field) & FieldCounts.laneMask(field)
  }

  /// Counts one more occurrence, up to the limit of the field.
  @inline(__always)
  mutating func add(_ field: Field) {
    if self[field] < FieldCounts.limit(field) { packed += 1 << FieldCounts.shift(field) }
  }

  /// The counts of one posting in 26 bits.
  var compact: UInt32 {
    let text = self[.headings] << 8 | self[.description] << 12 | self[.body] << 16
    return UInt32(truncatingIfNeeded: self[.title] | self[.keywords] << 3 | self[.tags] << 6 | text)
  }

  init(packed: UInt64) { self.packed = packed }

  init(compact: UInt32) {
    let bits = UInt64(compact)
    packed =
      (bits & 7) << FieldCounts.shift(.title) | (bits >> 3 & 7) << FieldCounts.shift(.keywords)
    packed |=
      (bits >> 6 & 3) << FieldCounts.shift(.tags) | (bits >> 8 & 15) << FieldCounts.shift(.headings)
    packed |= (bits >> 12 & 15) << FieldCounts.shift(.description)
    packed |= (bits >> 16 & 1023) << FieldCounts.shift(.body)
  }

  /// Whether the word occurs in the body and nowhere else.
  var isBodyOnly: Bool { packed & (1 << FieldCounts.shift(.body) - 1) == 0 }
}
