/// What a node of a document is.
public enum NodeKind: UInt8, Hashable, Sendable, CaseIterable {
  /// The root.
  case document
  /// `> …`, callouts included.
  case blockQuote
  /// A list with bullets.
  case bulletList
  /// A list with numbers.
  case orderedList
  /// An item of either list.
  case item
  /// A fenced or indented code block.
  case codeBlock
  /// A block of raw HTML.
  case htmlBlock
  /// A paragraph.
  case paragraph
  /// A heading.
  case heading
  /// `---`.
  case thematicBreak
  /// `[^1]: …`; stands at the end of the document.
  case footnoteDefinition
  /// A table.
  case table
  /// A row of a table, its header included.
  case tableRow
  /// A cell of a row.
  case tableCell
  /// Text.
  case text
  /// A line's end within a paragraph.
  case softBreak
  /// A line's end that shows.
  case lineBreak
  /// A code span.
  case code
  /// A tag or comment of raw HTML within text.
  case htmlInline
  /// `*…*`.
  case emphasis
  /// `**…**`.
  case strong
  /// `~~…~~`.
  case strikethrough
  /// A link or an autolink.
  case link
  /// An image.
  case image
  /// `[^1]`.
  case footnoteReference
}
