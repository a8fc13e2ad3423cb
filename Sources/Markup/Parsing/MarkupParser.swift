/// Parses GitHub-flavoured Markdown: tables, strikethrough, autolinks, task lists and footnotes.
///
/// Any bytes will do: what is not UTF-8 is read as U+FFFD. Parsers are values without state; any
/// number of tasks may use one.
public struct MarkupParser: Sendable {
  private let typography: Typography?

  /// Makes a parser.
  ///
  /// - Parameter typography: how to set the text; nil leaves it as it was typed.
  public init(typography: Typography? = nil) { self.typography = typography }

  /// Parses the Markdown in a file.
  ///
  /// `offset` is where the Markdown begins, after front matter. Every range in the result counts
  /// bytes from the start of the file. Markdown beyond 256 MB is left out, with an error among
  /// the document's diagnostics.
  public func parse(_ bytes: [UInt8], from offset: Int = 0) -> MarkupDocument {
    let lines = SourceLines(bytes, from: offset)
    let builder = ArenaBuilder(CmarkTree(parsing: lines.text), lines: lines)
    var (nodes, pool) = (builder.nodes, builder.pool)
    if let typography {
      var pass = TypographyPass(typography, nodes: nodes, pool: pool)
      pass.run()
      (nodes, pool) = (pass.nodes, pass.pool)
    }
    // Copied to size: a catalog keeps thousands of documents, and the builder reserved amply.
    return MarkupDocument(
      source: bytes, base: lines.base,
      nodes: unsafe nodes.withUnsafeBufferPointer { unsafe Array($0) },
      pool: unsafe pool.withUnsafeBufferPointer { unsafe Array($0) },
      linkNodes: builder.linkNodes, destinations: builder.destinations)
  }
}
