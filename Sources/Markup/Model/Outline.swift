/// The headings of a document, in order.
public struct Outline: Hashable, Sendable {
  /// All headings, flat.
  public var headings: [Heading]

  /// Makes an outline of headings in the order of the document.
  public init(headings: [Heading] = []) {
    self.headings = headings
  }

  /// Whether a fragment (without `#`) leads to a heading here.
  public func contains(anchor: String) -> Bool {
    headings.contains { $0.anchor == anchor }
  }

  /// A heading together with the deeper ones that follow it, for a table of contents.
  public struct Entry: Hashable, Sendable {
    /// The heading itself.
    public var heading: Heading
    /// The headings below it.
    public var children: [Entry]
  }

  /// The headings of the levels given, nested by level.
  ///
  /// A level that is skipped makes no empty entry: `##`, `####` gives one child.
  public func entries(levels: ClosedRange<Int> = 2...3) -> [Entry] {
    var closed: [Entry] = []
    var open: [Entry] = []
    func close(downTo level: Int) {
      while let last = open.last, last.heading.level >= level {
        open.removeLast()
        if open.isEmpty {
          closed.append(last)
        } else {
          open[open.count - 1].children.append(last)
        }
      }
    }
    for heading in headings where levels.contains(heading.level) {
      close(downTo: heading.level)
      open.append(Entry(heading: heading, children: []))
    }
    close(downTo: 0)
    return closed
  }
}
