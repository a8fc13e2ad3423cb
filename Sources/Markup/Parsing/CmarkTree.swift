import CCmarkGFM
import Synchronization

/// A tree of cmark-gfm's, freed with this value.
///
/// It lives in one task, and briefly.
@safe struct CmarkTree: ~Copyable {
  private let root: UnsafeMutablePointer<cmark_node>?

  /// Guards the second half of parsing: the strikethrough and autolink extensions change a table
  /// of special characters that is global to the process while inlines are parsed, and two
  /// threads there give wrong trees without a sign (github/cmark-gfm pull request 176).
  private static let inlineParsing = Mutex<Void>(())

  /// The extensions' names; registered once, because registration is not safe in parallel either.
  private static let extensions: [String] = {
    cmark_gfm_core_extensions_ensure_registered()
    return ["table", "strikethrough", "autolink", "tasklist"]
  }()

  /// Parses Markdown that is valid UTF-8 without NUL.
  init(parsing bytes: ArraySlice<UInt8>) {
    let names = Self.extensions
    guard let parser = unsafe cmark_parser_new(CMARK_OPT_FOOTNOTES) else {
      unsafe root = nil
      return
    }
    for name in names {
      guard let found = unsafe cmark_find_syntax_extension(name) else { continue }
      _ = unsafe cmark_parser_attach_syntax_extension(parser, found)
    }
    unsafe bytes.withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress else { return }
      unsafe cmark_parser_feed(parser, base.assumingMemoryBound(to: CChar.self), buffer.count)
    }
    unsafe root = Self.inlineParsing.withLock { _ in
      unsafe UInt(bitPattern: cmark_parser_finish(parser))
    }.pointer()
    unsafe cmark_parser_free(parser)
  }

  deinit {
    if let root = unsafe root { unsafe cmark_node_free(root) }
  }

  /// Lends the root, unless memory ran out.
  func withRoot(_ body: (UnsafeMutablePointer<cmark_node>) -> Void) {
    if let root = unsafe root { unsafe body(root) }
  }
}

extension UInt {
  /// The node at this address; pointers cannot leave a mutex, which keeps what it guards.
  fileprivate func pointer() -> UnsafeMutablePointer<cmark_node>? {
    unsafe UnsafeMutablePointer(bitPattern: self)
  }
}
