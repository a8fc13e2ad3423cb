/// The parts of an article that are scored apart, in the order in which scores are added.
enum Field: Int, CaseIterable, Sendable {
  case title, keywords, tags, headings, description, body

  static let count = 6
}
