/// What an article tells to do, and what it warns of, from its rendered Markdown.
///
/// The build writes `index.md` beside each article, always in the same way: one blank line between
/// blocks, numbered lists as `1. …`, alerts as `> [!CAUTION]`.
struct ArticleSteps: Sendable, Hashable {
  /// What must not be missed.
  private(set) var cautions: [String] = []
  /// The steps, each with its first paragraph alone.
  private(set) var steps: [String] = []

  private static let headings = [
    "step", "étape", "etape", "procedure", "procédure", "solution", "instruction", "how to",
    "pas à pas", "marche à suivre", "que faire", "what to do",
  ]
  private static let mostSteps = 30

  /// Reads the Markdown of an article.
  ///
  /// The steps are the numbered list under a heading that says so, else the longest one.
  init(markdown: String) {
    var heading = ""
    var lists: [(heading: String, items: [String])] = []
    var isInList = false
    var isInFence = false
    var isInCaution = false
    for line in markdown.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.drop(while: { $0 == " " }).hasPrefix("```") { isInFence.toggle() }
      guard !isInFence else { continue }
      if line.hasPrefix("#") {
        heading = line.drop { $0 == "#" || $0 == " " }.lowercased()
        isInList = false
      } else if let item = Self.item(line) {
        if !isInList { lists.append((heading, [])) }
        isInList = true
        lists[lists.count - 1].items.append(Self.plain(item))
      } else if !line.isEmpty, !line.hasPrefix(" ") {
        isInList = false
      }
      if line.hasPrefix(">") {
        let text = line.dropFirst().drop { $0 == " " }
        if text.hasPrefix("[!CAUTION]") {
          isInCaution = true
          cautions.append("")
        } else if isInCaution, !text.isEmpty {
          let before = cautions.removeLast()
          cautions.append((before.isEmpty ? "" : before + " ") + Self.plain(text))
        }
      } else {
        isInCaution = false
      }
    }
    cautions.removeAll { $0.isEmpty }
    let named = lists.first { list in Self.headings.contains { list.heading.hasPrefix($0) } }
    let longest = lists.max { $0.items.count < $1.items.count }
    steps = Array((named ?? longest)?.items.prefix(Self.mostSteps) ?? [])
  }

  /// The text of `12. text`; nil for any other line.
  private static func item(_ line: Substring) -> Substring? {
    let digits = line.prefix { $0.isASCII && $0.isNumber }
    guard (1...3).contains(digits.count), line.dropFirst(digits.count).hasPrefix(". ") else {
      return nil
    }
    return line.dropFirst(digits.count + 2)
  }

  /// Text without its marks: `**a** [b](c)` gives `a b`.
  static func plain(_ text: some StringProtocol) -> String {
    var result = ""
    var rest = Substring(text)
    var opened: [String.Index] = []
    while let character = rest.first {
      switch character {
      case "\\":
        rest = rest.dropFirst()
        if let next = rest.first { result.append(next) }
      case "*", "`": break
      case "[": opened.append(result.endIndex)
      case "]" where !opened.isEmpty:
        opened.removeLast()
        let after = rest.dropFirst()
        if after.first == "(", let close = after.firstIndex(of: ")") { rest = after[close...] }
      default: result.append(character)
      }
      rest = rest.dropFirst()
    }
    return result.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
